"""Files of checkpoints are written once, and a change in one is told."""

from czest.qms.evidence import checkpoint_files
import datetime
import json
import pytest


DAY = datetime.date(2026, 11, 24)
TIME = "2026-11-24T22:00:00.000000Z"
HEADS = [{"uid": "u1", "label": "PS-01", "seq": 3, "hash": "ab" * 32}]


def change(path, **values):
    content = json.loads(path.read_text())
    path.write_text(json.dumps({**content, **values}))


def test_a_checkpoint_comes_back_as_written():
    assert checkpoint_files.write(DAY, TIME, "ff", HEADS)
    checkpoint = checkpoint_files.read(checkpoint_files.file_of(DAY))
    assert checkpoint.sound
    assert checkpoint.previous == "ff"
    assert checkpoint.heads == tuple(HEADS)
    assert len(checkpoint.digest) == 64


def test_the_first_writer_wins():
    checkpoint_files.write(DAY, TIME, None, HEADS)
    assert not checkpoint_files.write(DAY, TIME, None, [])
    assert checkpoint_files.read(checkpoint_files.file_of(DAY)).heads == tuple(HEADS)


def test_no_draft_is_left_behind():
    checkpoint_files.write(DAY, TIME, None, HEADS)
    checkpoint_files.write(DAY, TIME, None, HEADS)
    assert [path.name for path in checkpoint_files.directory().iterdir()] == ["2026-11-24.json"]


def test_checkpoints_are_listed_oldest_first():
    for shift in (1, 0, 2):
        checkpoint_files.write(DAY + datetime.timedelta(shift), TIME, None, [])
    (checkpoint_files.directory() / "notes.json").touch()
    assert [path.name for path in checkpoint_files.paths()] == [
        "2026-11-24.json",
        "2026-11-25.json",
        "2026-11-26.json",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"previous": "00"},
        {"heads": []},
        {"heads": None},
        {"heads": ["u1"]},
        {"heads": [{"seq": 3}]},
        {"digest": "00"},
    ],
)
def test_a_changed_file_is_not_sound(changes):
    checkpoint_files.write(DAY, TIME, "ff", HEADS)
    path = checkpoint_files.file_of(DAY)
    change(path, **changes)
    assert not checkpoint_files.read(path).sound


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 100000])
def test_a_file_of_another_kind_is_not_sound(text):
    checkpoint_files.write(DAY, TIME, "ff", HEADS)
    path = checkpoint_files.file_of(DAY)
    path.write_text(text)
    assert checkpoint_files.read(path) == checkpoint_files.Checkpoint("2026-11-24.json", None, None, (), False)
