"""Children that misbehave: the caller gets a reason, and nothing of them stays (SEC-2)."""

from czest.qms.publication.rules import blocking
from czest.qms.publication.rules import CaseFile
from czest.qms.publication.rules import examine_file
from czest.qms.publication.screening import screen_file
from czest.qms.publication.screening.confinement import ask
from czest.qms.publication.screening.confinement import Limits
from czest.qms.publication.screening.confinement import Unanswered
import os
from pathlib import Path
import pytest
from support.hostile.sound import files
import time


def reason_of(child, question, limits=None):
    with pytest.raises(Unanswered) as caught:
        ask(f"support.children.{child}", question, b"data", limits or Limits())
    return caught.value.reason


def ends(state, seconds):
    """Whether a process is gone or, until its new parent looks, dead; a kill takes hold when it is next scheduled."""
    until = time.monotonic() + seconds
    while alive(state):
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def alive(state):
    try:
        return state.read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_a_child_that_waits_is_killed_with_what_it_started(tmp_path):
    pid_file = tmp_path / "pid"
    assert reason_of("endless", {"pid_file": str(pid_file)}, Limits(seconds=3)) == "timeout"
    assert ends(Path(f"/proc/{pid_file.read_text()}/stat"), seconds=10)


def test_a_child_that_computes_for_ever():
    assert reason_of("computing", {}, Limits(processor_seconds=1)) == "timeout"


def test_a_child_that_takes_too_much_memory():
    assert reason_of("hungry", {"bytes": 3 * 1024**3}) == "crashed"
    assert ask("support.children.hungry", {"bytes": 1024}, b"")[0] == {"taken": 1024}


def test_a_child_that_is_not_there():
    assert reason_of("missing", {}) == "crashed"


@pytest.mark.parametrize("answer", ["", "\n", "nonsense\n", "[]\n", "7\n", "{}", "[" * 5000 + "\n", "\x00\n", "{" * 10])
def test_nonsense_is_no_answer(answer):
    assert reason_of("nonsense", {"answer": answer}) == "nonsense"


def test_a_child_knows_nothing_of_its_parent(monkeypatch):
    monkeypatch.setenv("QMS_SECRET", "tajne")
    told, data = ask("support.children.telling", {"a": "ą"}, b"\0data\n", Limits())
    assert set(told["environment"]) <= {"PYTHONPATH", "PATH", "HOME", "TMPDIR", "LC_ALL"}
    assert told["folder"] == told["environment"]["HOME"] and not os.path.exists(told["folder"])
    assert told["limits"] == {"RLIMIT_AS": Limits().memory, "RLIMIT_CPU": 20, "RLIMIT_CORE": 0}
    assert told["leads"]
    assert (told["asked"], data) == ({"a": "ą"}, b"\0data\n")


def test_a_file_that_takes_too_long_blocks(make_case):
    report = screen_file(files()["pdf"], "a.pdf", limits=Limits(seconds=0.01))
    assert report.failure == "timeout"
    assert [each.rule for each in blocking(examine_file(CaseFile("a.pdf", report=report), make_case()))] == [
        "file-screened"
    ]
