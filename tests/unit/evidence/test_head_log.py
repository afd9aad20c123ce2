"""The log of heads outside the database: whole lines, whatever crashes, and never a broken request."""

from concurrent.futures import ThreadPoolExecutor
from czest.qms.evidence import head_log
import json
import logging
import pytest
from types import SimpleNamespace


def head(seq, uid="u1"):
    return head_log.Head("2026-11-24T08:00:07.000000Z", uid, "PS-01", seq, f"{seq:064x}")


def line(seq):
    return head_log.line_of(head(seq))


def test_heads_come_back_as_written(head_log_outside_the_tree):
    head_log.write([head(1), head(2)])
    head_log.write([head(1, "u2")])
    assert head_log.read() == head_log.LogContent((head(1), head(2), head(1, "u2")), ())
    first = json.loads(head_log_outside_the_tree.read_text().splitlines()[0])
    assert first == vars(head(1))


def test_a_log_that_is_not_there_is_empty():
    assert head_log.read() == head_log.LogContent((), ())


def test_one_chain_can_be_read_alone():
    head_log.write([head(1, "u1"), head(1, "u11"), head(2, "u1")])
    assert head_log.read("u1").heads == (head(1, "u1"), head(2, "u1"))


def test_a_last_line_cut_short_is_not_garbage():
    text = line(1) + line(2)[:30]
    assert head_log.parse(text.encode()) == head_log.LogContent((head(1),), ())


def test_a_last_line_cut_within_a_character_is_not_garbage():
    data = line(1).encode() + line(2).replace("PS", "Ś").encode()[:65]
    assert head_log.parse(data).garbage == ()


def test_the_next_writer_ends_a_line_cut_short(head_log_outside_the_tree):
    head_log.write([head(1)])
    with head_log_outside_the_tree.open("a") as file:
        file.write(line(2)[:30])
    head_log.write([head(3)])
    head_log.write([head(4)])
    assert head_log.read() == head_log.LogContent((head(1), head(3), head(4)), ())


def test_a_line_that_only_lacked_its_end_counts(head_log_outside_the_tree):
    head_log.write([head(1)])
    with head_log_outside_the_tree.open("a") as file:
        file.write(line(2).rstrip("\n"))
    head_log.write([head(3)])
    assert head_log.read().heads == (head(1), head(2), head(3))


@pytest.mark.parametrize(
    "garbage",
    [
        "nonsense",
        "[]",
        "{}",
        "[" * 100000,
        line(2)[:30],
        line(2).rstrip().replace('"seq":2', '"seq":"2"'),
        line(2).rstrip().replace('"seq":2', '"seq":true'),
        line(2).rstrip().replace('"PS-01"', "null"),
        line(2).rstrip().replace('"seq":2', '"seq":2,"more":1'),
    ],
)
def test_garbage_is_named_by_its_line(garbage):
    text = f"{line(1)}{garbage}\n{line(3)}"
    assert head_log.parse(text.encode()) == head_log.LogContent((head(1), head(3)), (2,))


def test_nothing_is_written_for_a_commit_that_failed(head_log_outside_the_tree):
    head_log.after_commit(False, [head(1)])
    assert not head_log_outside_the_tree.exists()


def test_a_log_that_cannot_be_written_is_reported_and_breaks_nothing(monkeypatch, tmp_path, caplog):
    (tmp_path / "file").touch()
    monkeypatch.setenv(head_log.VARIABLE, str(tmp_path / "file" / "heads.jsonl"))
    with caplog.at_level(logging.ERROR):
        head_log.after_commit(True, [head(1)])
    assert f"{1:064x}" in caplog.text


def test_a_write_that_is_not_whole_is_an_error(monkeypatch):
    monkeypatch.setattr(head_log.os, "write", lambda descriptor, data: len(data) - 1)
    with pytest.raises(OSError, match="a part"):
        head_log.write([head(1)])


def test_many_writers_and_a_rotation_lose_nothing(head_log_outside_the_tree, tmp_path):
    archive = tmp_path / "evidence" / "archive.jsonl"
    head_log.write([head(1000)])

    def work(number):
        if number == 50:
            head_log.rotate(archive, lambda logged: True)
        head_log.write([head(number), head(number, "u2")])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(1, 101)))
    put_away = head_log.parse(archive.read_bytes())
    live = head_log.read()
    assert put_away.garbage == live.garbage == ()
    kept = [(logged.uid, logged.seq) for logged in put_away.heads + live.heads]
    assert sorted(kept) == sorted([("u1", 1000), *((uid, n) for n in range(1, 101) for uid in ("u1", "u2"))])


def test_rotation_goes_on_with_what_is_not_covered(tmp_path):
    head_log.write([head(1), head(2), head(3)])
    archive = tmp_path / "evidence" / "archive.jsonl"
    head_log.rotate(archive, lambda logged: logged.seq <= 2)
    assert head_log.read().heads == (head(3),)
    assert head_log.parse(archive.read_bytes()).heads == (head(1), head(2), head(3))


def test_rotation_never_replaces_an_archive(tmp_path):
    head_log.write([head(1)])
    archive = tmp_path / "evidence" / "archive.jsonl"
    archive.write_text("older")
    with pytest.raises(FileExistsError):
        head_log.rotate(archive, lambda logged: True)
    assert archive.read_text() == "older"
    assert head_log.read().heads == (head(1),)


def test_without_a_setting_the_log_is_beside_the_data_of_the_instance(monkeypatch, tmp_path):
    monkeypatch.delenv(head_log.VARIABLE)
    configuration = SimpleNamespace(clienthome=str(tmp_path / "var" / "instance"))
    monkeypatch.setattr(head_log, "getConfiguration", lambda: configuration)
    assert head_log.log_path() == tmp_path / "var" / "evidence" / "trail-heads.jsonl"


def test_without_an_instance_the_log_is_under_the_working_directory(monkeypatch, tmp_path):
    monkeypatch.delenv(head_log.VARIABLE)
    monkeypatch.setattr(head_log, "getConfiguration", SimpleNamespace)
    monkeypatch.chdir(tmp_path)
    assert head_log.log_path() == tmp_path / "var" / "evidence" / "trail-heads.jsonl"


def test_a_writer_who_waited_for_a_file_that_was_taken_away_begins_anew(head_log_outside_the_tree):
    with ThreadPoolExecutor(1) as pool:
        with head_log.locked(head_log_outside_the_tree):
            waiting = pool.submit(head_log.write, [head(1)])
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.2)
            head_log_outside_the_tree.unlink()
        waiting.result(timeout=5)
    assert head_log.read().heads == (head(1),)
