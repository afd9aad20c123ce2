"""Names of uploaded files."""

from czest.qms.documents.files.names import check_name
from czest.qms.documents.files.names import NAME_LIMIT
from hypothesis import given
from hypothesis import strategies as st
import pytest
import unicodedata


@pytest.mark.parametrize(
    "name",
    ["procedura.odt", "PS-01 Nadzór nad dokumentami (wyd. 6).docx", "Załącznik nr 1 – wzór.pdf", "a" * NAME_LIMIT],
)
def test_plain_names_pass(name):
    assert check_name(name) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "name-missing"),
        ("  ", "name-missing"),
        ("..", "name-missing"),
        ("../../etc/passwd.txt", "name-path"),
        ("C:\\Users\\a.txt", "name-path"),
        ("a.txt:ukryty.txt", "name-path"),
        ("a\x00.txt", "name-control"),
        ("a\n.txt", "name-control"),
        ("faktura\u202etxt.pdf", "name-control"),
        ("a\u200b.txt", "name-control"),
        (".htaccess.txt", "name-edge"),
        (" a.txt", "name-edge"),
        ("a.txt ", "name-edge"),
        ("a" * NAME_LIMIT + ".txt", "name-long"),
    ],
)
def test_unsafe_names_are_refused(name, code):
    assert [(finding.code, finding.severity) for finding in check_name(name)] == [(code, "refuse")]


@given(st.text())
def test_an_accepted_name_is_one_plain_part(name):
    if check_name(name) == []:
        assert not set(name) & set("/\\:\0")
        assert name.strip() == name != ""
        assert not any(unicodedata.category(character) in ("Cc", "Cf") for character in name)
        assert len(name.encode()) <= NAME_LIMIT * 4
