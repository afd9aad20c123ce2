"""Files of terms."""

from czest.qms.classification.rules.files import decoded
from czest.qms.classification.rules.files import fingerprint
from czest.qms.classification.rules.files import read
from czest.qms.classification.rules.files import written
from czest.qms.classification.rules.schemes import SCHEMES
from czest.qms.classification.rules.terms import Term
from datetime import date
from hypothesis import given
from hypothesis import strategies
import pytest


JRWA = SCHEMES["jrwa"]
PROCESS = SCHEMES["process"]
HEADING = "symbol;haslo;kategoria_macierzysta;kategoria_inna;uwagi;wazne_od;wazne_do\n"


def problems(scheme, text):
    return [(fault.row, fault.column, fault.problem) for fault in read(scheme, text).faults]


def test_a_jrwa_file():
    text = HEADING + '0;Zarządzanie;;;;;\n\n01;" Organizacja; urzędu ";A;Bc;uwaga;2026-01-01;2026-12-31\n'
    table = read(JRWA, text)
    assert table.faults == ()
    assert table.terms == (
        Term("0", "Zarządzanie"),
        Term(
            "01",
            "Organizacja; urzędu",
            "0",
            note="uwaga",
            valid_from=date(2026, 1, 1),
            valid_until=date(2026, 12, 31),
            category="A",
            other_category="Bc",
        ),
    )


def test_columns_may_be_few_and_separated_by_commas():
    assert read(PROCESS, "Nazwa,Symbol\nProcesy,PZ").terms == (Term("PZ", "Procesy"),)


def test_degrees_of_openness_are_separated_by_blanks():
    table = read(SCHEMES["openness_basis"], "symbol;nazwa;jawnosc\nx;y;bip on_request\nz;v;\n")
    assert [term.openness for term in table.terms] == [("bip", "on_request"), ()]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [(1, "symbol", "missing_column"), (1, "nazwa", "missing_column")]),
        ("symbol;nazwa\n", [(0, "", "empty")]),
        ("symbol;nazwa\n;\n", [(0, "", "empty")]),
        ("symbol;nazwa;kolor\n", [(1, "kolor", "unknown_column")]),
        ("symbol;nazwa;symbol\n", [(1, "symbol", "repeated_column"), (1, "symbol", "repeated_column")]),
        ("symbol;nazwa\nA;b;c\n", [(2, "", "too_many_cells")]),
        ("symbol;nazwa\nA\n", [(2, "nazwa", "missing")]),
        ("symbol;nazwa\nA;=1+1\n", [(2, "nazwa", "formula")]),
        ("symbol;nazwa;uwagi\nA;b;-\n", []),
        ("symbol;nazwa;wazne_od\nA;b;1.01.2026\n", [(2, "wazne_od", "bad_date")]),
        ("symbol;nazwa;wazne_do\nA;b;2026-02-30\n", [(2, "wazne_do", "bad_date")]),
        ('symbol;nazwa\nA;"b\n', [(0, "", "unreadable")]),
        ("symbol;nazwa\nA;b\nA;@c\n", [(3, "nazwa", "formula"), (3, "symbol", "repeated")]),
    ],
)
def test_faults_of_a_file(text, faults):
    assert problems(PROCESS, text) == faults


def test_a_jrwa_row_without_symbol():
    assert problems(JRWA, HEADING + ";hasło;;;;;\n") == [(2, "symbol", "missing")]


def test_bytes_of_offices():
    assert decoded("żółć".encode("utf-8-sig")) == "żółć"
    assert decoded("żółć".encode("cp1250")) == "żółć"
    with pytest.raises(UnicodeDecodeError):
        decoded(b"\x81\xff")


WORDS = strategies.text(alphabet="aąbż \"';,\n.1", min_size=1, max_size=12).map(str.strip).filter(bool)
DAYS = strategies.none() | strategies.dates(date(1000, 1, 1))


@given(
    strategies.dictionaries(
        strategies.sampled_from("01234"),
        strategies.tuples(WORDS, WORDS, DAYS, strategies.sampled_from([None, "A", "B10"])),
    ).filter(bool)
)
def test_a_written_table_is_read_back(rows):
    terms = tuple(
        Term(token, title, note=note, valid_from=day, category=category)
        for token, (title, note, day, category) in rows.items()
    )
    assert read(JRWA, written(JRWA, terms)).terms == terms


def test_fingerprint_changes_with_the_table():
    one = fingerprint(PROCESS, (Term("A", "a"),))
    assert one == fingerprint(PROCESS, (Term("A", "a"),))
    assert one != fingerprint(PROCESS, (Term("A", "b"),))
