from launch.failure import Failure
from launch.interpreter import find_interpreter
from launch.interpreter import Interpreter
from launch.interpreter import is_supported
from launch.interpreter import probe
import pytest
import sys


def machine(**versions):
    """Return a probe of a machine that has these Pythons."""
    found = {name.replace("_", "."): value for name, value in versions.items()}

    def look(command):
        if command not in found:
            return None
        version, complete = found[command]
        return Interpreter(f"/usr/bin/{command}", version, complete)

    return look


@pytest.mark.parametrize(
    ("version", "supported"),
    [
        ((2, 7, 18), False),
        ((3, 10, 99), False),
        ((3, 11, 0), True),
        ((3, 12, 7), True),
        ((3, 13, 0), False),
        ((3, 13, 1), True),
        ((3, 14, 0), False),
        ((4, 0, 0), False),
    ],
)
def test_supported_versions(version, supported):
    assert is_supported(version) is supported


def test_newest_supported_is_taken():
    look = machine(python3_13=((3, 13, 2), True), python3_11=((3, 11, 2), True), python3=((3, 11, 2), True))
    assert find_interpreter({}, look).path == "/usr/bin/python3.13"


def test_broken_and_incomplete_ones_are_passed_over():
    look = machine(python3_13=((3, 13, 0), True), python3_12=((3, 12, 3), False), python3=((3, 11, 2), True))
    assert find_interpreter({}, look).version == (3, 11, 2)


def test_only_incomplete_ones():
    with pytest.raises(Failure, match="install the package python3.12-venv and run this again"):
        find_interpreter({}, machine(python3_12=((3, 12, 3), False)))


def test_only_unsupported_ones():
    look = machine(python3_13=((3, 13, 0), True), python3=((3, 10, 13), True))
    with pytest.raises(Failure, match=r"found: 3\.10\.13, 3\.13\.0\. Install one, or name it"):
        find_interpreter({}, look)


def test_none_at_all():
    with pytest.raises(Failure, match="found: none"):
        find_interpreter({}, machine())


def test_named_one_wins():
    look = machine(python3_13=((3, 13, 2), True), mine=((3, 11, 9), True))
    assert find_interpreter({"PYTHON": "mine"}, look).version_text == "3.11.9"


def test_named_broken_one_is_refused_though_others_are_there():
    look = machine(python3_12=((3, 12, 2), True), mine=((3, 13, 0), True))
    with pytest.raises(Failure, match=r"which is Python 3\.13\.0"):
        find_interpreter({"PYTHON": "mine"}, look)


def test_probe_of_this_python():
    assert probe(sys.executable).version == sys.version_info[:3]


def test_probe_of_something_else(tmp_path):
    impostor = tmp_path / "impostor"
    impostor.write_text("#!/bin/sh\necho hello\n")
    impostor.chmod(0o755)
    assert probe(str(impostor)) is None
    assert probe(str(tmp_path / "missing")) is None
