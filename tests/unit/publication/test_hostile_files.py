"""Broken and hostile files: never a crash of the caller, never a hang, never a pass."""

from czest.qms.publication.rules import blocking
from czest.qms.publication.rules import CaseFile
from czest.qms.publication.rules import examine_file
from czest.qms.publication.screening import screen_file
import pytest
from support.hostile import cases
from support.hostile.sound import files


@pytest.fixture(scope="module")
def hostile():
    return cases()


def test_there_are_three_hundred_of_them(hostile):
    assert len({(name, data) for _, name, data in hostile}) >= 300


def test_sound_files_pass(make_case):
    for extension, data in files().items():
        report = screen_file(data, f"a.{extension}")
        assert (extension, blocking(examine_file(CaseFile(f"a.{extension}", report=report), make_case()))) == (
            extension,
            (),
        )


def test_none_of_them_passes(make_case, hostile, sampled):
    for title, name, data in sampled(hostile, 10):
        report = screen_file(data, name)
        assert blocking(examine_file(CaseFile(name, report=report), make_case())), title
