from czest.qms.jobs.passwords import ask_password
from czest.qms.jobs.refusals import UnfitPassword
import io
import pytest


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_first_line_of_a_file(tmp_path):
    path = tmp_path / "password"
    path.write_text("zażółć gęślą\nsecond\n", encoding="utf-8")
    assert ask_password(str(path)) == "zażółć gęślą"


def test_empty_file(tmp_path):
    path = tmp_path / "password"
    path.touch()
    assert ask_password(str(path)) == ""


def test_file_that_cannot_be_read(tmp_path):
    with pytest.raises(UnfitPassword, match="cannot be read"):
        ask_password(str(tmp_path / "missing"))


def test_standard_input_that_is_no_terminal():
    assert ask_password(stdin=io.StringIO("from a pipe\nmore\n")) == "from a pipe"


def test_terminal_asks_twice():
    answers = iter(["same words", "same words"])
    assert ask_password(stdin=Terminal(), prompt=lambda _question: next(answers)) == "same words"


def test_two_different_entries():
    answers = iter(["one", "other"])
    with pytest.raises(UnfitPassword, match="differ"):
        ask_password(stdin=Terminal(), prompt=lambda _question: next(answers))
