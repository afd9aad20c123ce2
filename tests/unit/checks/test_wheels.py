from checks import wheels
from pathlib import Path
import subprocess


def answers(monkeypatch, **errors):
    """Let the installer complain for some versions of Python, and note what it was asked."""
    asked = []

    def run(command, **_options):
        version = command[command.index("--python-version") + 1]
        asked.append((version, command))
        complaint = errors.get("python" + version.replace(".", "_"), "")
        return subprocess.CompletedProcess(command, 1 if complaint else 0, "", complaint + "\n")

    monkeypatch.setattr(subprocess, "run", run)
    return asked


def test_every_promised_python_is_asked_for_wheels_only(monkeypatch):
    asked = answers(monkeypatch)
    assert wheels.findings(Path("/project")) == []
    assert [version for version, _command in asked] == ["3.11", "3.12", "3.13"]
    for _version, command in asked:
        assert command[command.index("--only-binary") + 1] == ":all:"
        assert Path("/project/requirements.lock") in command


def test_complaint_is_a_finding(monkeypatch):
    answers(monkeypatch, python3_13="numpy has no usable wheels")
    assert wheels.findings(Path("/project")) == ["Python 3.13: numpy has no usable wheels"]
