"""Importing an organisation from CSV: what is read, what it would change, what is wrong in which cell."""

from czest.qms.organisation.rules import changes
from czest.qms.organisation.rules.importing import plan
from czest.qms.organisation.rules.model import ENTITLEMENTS
from czest.qms.organisation.rules.model import Refused
from czest.qms.organisation.rules.organisation import Organisation
from czest.qms.organisation.rules.table import COLUMNS
from czest.qms.organisation.rules.table import ENTITLEMENT_WORDS
from czest.qms.organisation.rules.table import LARGEST_FILE
from czest.qms.organisation.rules.table import MOST_ROWS
from czest.qms.organisation.rules.table import read_table
from czest.qms.organisation.rules.table import write_table
from datetime import date
import pytest


HEADER = ";".join(COLUMNS)


def rows(*lines, header=HEADER):
    return read_table("\n".join((header, *lines)).encode())


def problems(outcome):
    return [(problem.field, problem.code) for problem in outcome.problems]


PUT = {
    "add_unit": changes.put_unit,
    "change_unit": changes.put_unit,
    "add_post": changes.put_post,
    "change_post": changes.put_post,
    "appoint": changes.put_tenure,
    "change_tenure": changes.put_tenure,
}


def carry_out(organisation, planned):
    for change in planned.changes:
        PUT[change.kind](organisation, change.record)


def only(organisation, line):
    """Return the problems of a file with one row."""
    (outcome,) = plan(organisation, rows(line)).outcomes
    return problems(outcome)


# Reading


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
def test_polish_letters_are_read_in_the_encodings_that_spreadsheets_write(encoding):
    (row,) = read_table(f"{HEADER}\r\nOŚ;;Ochrona Środowiska;;;;;;;\r\n".encode(encoding))
    assert row.number == 2
    assert row.cells["komorka"] == "OŚ"
    assert row.cells["nazwa_komorki"] == "Ochrona Środowiska"


def test_columns_may_be_fewer_and_in_any_order_and_empty_lines_do_not_count():
    (row,) = rows("", ";;", " Kadry ; KD", header="nazwa_komorki; Komorka")
    assert row.number == 4
    assert (row.cells["komorka"], row.cells["nazwa_komorki"], row.cells["login"]) == ("KD", "Kadry", "")


def test_a_quoted_cell_may_hold_a_semicolon():
    (row,) = rows('KD;;"Kadry; płace"')
    assert row.cells["nazwa_komorki"] == "Kadry; płace"


@pytest.mark.parametrize(
    "data, code",
    [
        (b"", "missing_column"),
        (b"komorka,login\nOR,ewa", "file_separator"),
        (b"komorka;kto\nOR;ewa", "unknown_columns"),
        (b"komorka;\nOR;ewa", "unknown_columns"),
        (b"komorka;komorka\nOR;OR", "repeated_columns"),
        (b"login\newa", "missing_column"),
        (b"komorka;login\nOR;ewa;", "too_many_cells"),
        (b"komorka;login\n", "no_rows"),
        (b'komorka;nazwa_komorki\nOR;"Organizacyjny', "file_form"),
        (b"komorka\nO\0R", "file_encoding"),
        (b"komorka\nO\x81R", "file_encoding"),
        (b"x" * (LARGEST_FILE + 1), "file_too_large"),
        (b"komorka\n" + b"OR\n" * (MOST_ROWS + 1), "too_many_rows"),
    ],
)
def test_files_that_cannot_be_read(data, code):
    with pytest.raises(Refused) as refusal:
        read_table(data)
    assert [(problem.field, problem.code) for problem in refusal.value.problems] == [("file", code)]


# Understanding


def test_a_whole_office_at_once():
    planned = plan(
        Organisation(),
        rows(
            "FE-EFS;FE;Referat EFS;;Inspektor;nie;autor, Sprawdzający;ewa;2026-01-01;",
            "FE;;Fundusze Europejskie;naczelnik-fe;Naczelnik Wydziału;tak;zatwierdzajacy;piotr;2026-07-01;",
            "FE;;;naczelnik-fe;;;;maria;2026-01-01;2026-06-30",
            "AR;;Archiwum Zakładowe",
        ),
    )
    assert planned.wrong == 0
    assert [outcome.effects for outcome in planned.outcomes] == [
        ["add_unit", "add_post", "appoint"],
        ["add_unit", "add_post", "appoint"],
        ["appoint"],
        ["add_unit"],
    ]
    office = Organisation()
    carry_out(office, planned)
    assert office.ancestors("FE-EFS") == ["FE-EFS", "FE"]
    assert office.head_of("FE", date(2026, 6, 30)) == "maria"
    assert office.head_of("FE", date(2026, 7, 1)) == "piotr"
    assert office.posts["inspektor-fe-efs"].entitlements == {"author", "reviewer"}
    assert office.entitled("author", date(2026, 1, 1)) == {"ewa"}


def test_planning_leaves_the_organisation_as_it_is(office):
    before = write_table(office)
    assert plan(office, rows("OR;;Nowa nazwa;;;;;;;")).changes
    assert write_table(office) == before


def test_what_is_exported_changes_nothing_when_imported(office):
    planned = plan(office, read_table(write_table(office).encode()))
    assert planned.wrong == 0
    assert planned.changes == []
    assert all(outcome.effects == [] for outcome in planned.outcomes)


def test_what_is_exported_builds_the_same_office_elsewhere(office):
    elsewhere = Organisation()
    carry_out(elsewhere, plan(elsewhere, read_table(write_table(office).encode("utf-8-sig"))))
    assert write_table(elsewhere) == write_table(office)


def test_export_has_units_without_posts_and_posts_without_holders(office):
    office.drop_tenure(5)
    carry_out(office, plan(office, rows("KD;;Kadry")))
    text = write_table(office)
    assert "KD;;Kadry;;;;;;;\r\n" in text
    assert "OR;;Wydział Organizacyjny;archiwista;Archiwista zakładowy;nie;archiwista;;;\r\n" in text


def test_changes_of_what_there_is(office):
    planned = plan(
        office,
        rows(
            "OR;FE;Wydział Organizacji;archiwista;Archiwista;nie;archiwista;ewa;2026-05-01;2026-12-31",
        ),
    )
    assert planned.outcomes[0].effects == ["change_unit", "change_post", "change_tenure"]
    assert [change.kind for change in planned.changes] == ["change_unit", "change_post", "change_tenure"]


def test_a_column_that_is_not_in_the_file_leaves_data_as_they_are(office):
    header = "komorka;nazwa_komorki;stanowisko;nazwa_stanowiska"
    planned = plan(
        office,
        rows("FE-EFS;Referat EFS+", "FE;Fundusze;naczelnik-fe;Dyrektor", "FE;Fundusze;nowe;Nowe", header=header),
    )
    assert planned.wrong == 0
    carry_out(office, planned)
    assert office.units["FE-EFS"].parent == "FE"
    assert office.posts["naczelnik-fe"].head
    assert office.posts["naczelnik-fe"].entitlements == {"approver"}
    assert office.posts["naczelnik-fe"].title == "Dyrektor"
    assert not office.posts["nowe"].head


def test_an_empty_cell_of_a_column_that_is_there_empties_the_data(office):
    carry_out(office, plan(office, rows("FE;;Fundusze;naczelnik-fe;Dyrektor", "FE-EFS;;Referat")))
    assert not office.posts["naczelnik-fe"].head
    assert office.posts["naczelnik-fe"].entitlements == set()
    assert office.units["FE-EFS"].parent is None


def test_two_units_may_change_places(office):
    planned = plan(office, rows("FE;FE-EFS;Fundusze", "FE-EFS;;Referat"))
    assert planned.wrong == 0
    carry_out(office, planned)
    assert office.ancestors("FE") == ["FE", "FE-EFS"]


def test_headship_may_pass_to_another_post(office):
    planned = plan(office, rows("FE;;;dyrektor;Dyrektor;tak;;;;", "FE;;;naczelnik-fe;Naczelnik;nie;;;;"))
    assert planned.wrong == 0
    carry_out(office, planned)
    assert office.posts_in("FE")[0].id == "dyrektor"


def test_a_successor_may_stand_above_the_predecessor_who_leaves(office):
    planned = plan(
        office,
        rows("FE;;;naczelnik-fe;;;;adam;2027-01-01;", "FE;;;naczelnik-fe;;;;piotr;2026-07-01;2026-12-31"),
    )
    assert planned.wrong == 0
    carry_out(office, planned)
    assert office.head_of("FE", date(2027, 1, 1)) == "adam"


def test_every_entitlement_has_a_word():
    assert set(ENTITLEMENT_WORDS.values()) == set(ENTITLEMENTS)


def test_words_of_entitlements_are_read_with_diacritics_and_spaces(office):
    planned = plan(office, rows("OR;;;;Audytor;Nie;Audytor wewnętrzny,PEŁNOMOCNIK, ;;;"))
    (change,) = planned.changes
    assert change.record.entitlements == {"internal_auditor", "quality_officer"}


@pytest.mark.parametrize(
    "line, expected",
    [
        (";;Nazwa", [("komorka", "required")]),
        (";;;;;;;ewa;2026-01-01", [("komorka", "required"), ("stanowisko", "required")]),
        ("or;;Nazwa", [("komorka", "symbol_form")]),
        ("KD;;=HYPERLINK", [("nazwa_komorki", "text_form")]),
        ("KD", [("nazwa_komorki", "unit_without_name")]),
        ("KD;ZZ;Kadry", [("komorka_nadrzedna", "unknown_unit")]),
        ("FE;FE-EFS;Fundusze", [("komorka_nadrzedna", "circle_of_units")]),
        ("OR;FE", [("nazwa_komorki", "required")]),
        ("OR;;;;Radca;może;król, autor;;;", [("uprawnienia", "unknown_entitlement"), ("kierujacy", "yes_or_no")]),
        ("OR;;;Radca 1;Radca", [("stanowisko", "post_id_form")]),
        ("FE;;;;Dyrektor;tak", [("kierujacy", "second_head")]),
        ("OR;;;archiwista;;tak", [("nazwa_stanowiska", "required")]),
        ("OR;;;archiwista;;;autor", [("nazwa_stanowiska", "required")]),
        ("OR;;;radca;;;;jan;2026-01-01", [("nazwa_stanowiska", "post_without_name")]),
        ("FE;;;archiwista;;;;jan;2026-01-01", [("komorka", "post_of_another_unit")]),
        ("OR;;;;;;;jan;2026-01-01", [("stanowisko", "required")]),
        ("OR;;;archiwista;;;;;2026-01-01", [("login", "required")]),
        ("OR;;;archiwista;;;;jan", [("od", "required")]),
        ("OR;;;archiwista;;;;;;2026-01-01", [("login", "required"), ("od", "required")]),
        ("OR;;;archiwista;;;;jan;1.01.2026;2026-02-30", [("od", "day_form"), ("do", "day_form")]),
        ("OR;;;archiwista;;;;jan;2026-02-01;2026-01-01", [("do", "dates_out_of_order")]),
        ("OR;;;radca;;;;jan;1.01.2026", [("nazwa_stanowiska", "post_without_name"), ("od", "day_form")]),
        ("OR;;;archiwista;;;;ja n;2026-02-01", [("login", "login_form")]),
        ("OR;;;archiwista;;;;ewa;2026-06-01", [("od", "held_already")]),
        ("FE;;;naczelnik-fe;;;;adam;2026-08-01", [("od", "head_held_by_another")]),
        ("OR;;;archiwista", []),
    ],
)
def test_a_wrong_row_names_the_cell(office, line, expected):
    assert only(office, line) == expected


def test_an_unknown_word_is_shown_as_it_was_written(office):
    (outcome,) = plan(office, rows("OR;;;;Radca;nie;Król, autor;;;")).outcomes
    assert outcome.problems[0].values == {"entitlement": "Król"}


def test_rows_that_contradict_an_earlier_one(office):
    planned = plan(
        office,
        rows(
            "KD;;Kadry;spec;Specjalista;nie;autor;jan;2026-01-01;",
            "KD;OR;Kadry;;;;;;;",
            "KD;;;spec;Specjalista;nie;;;;",
            "KD;;;spec;;;;jan;2026-01-01;2026-02-01",
            "KD;;Kadry;spec;Specjalista;;autor;jan;2026-01-01;",
        ),
    )
    assert [problems(outcome) for outcome in planned.outcomes] == [
        [],
        [("nazwa_komorki", "contradicts_row")],
        [("nazwa_stanowiska", "contradicts_row")],
        [("do", "contradicts_row")],
        [],
    ]
    assert planned.outcomes[1].problems[0].values == {"row": 2}
    assert planned.outcomes[4].effects == []


def test_one_wrong_row_stops_the_whole_import(office):
    planned = plan(office, rows("KD;;Kadry", "or;;Nazwa"))
    assert planned.wrong == 1
    assert planned.changes == []
    assert planned.outcomes[0].effects == ["add_unit"]


def test_a_post_wrongly_defined_does_not_blame_every_row_that_refers_to_it_with_its_name(office):
    planned = plan(office, rows("OR;;;radca;Radca;nie;król;;;", "OR;;;radca;;;;jan;2026-01-01;"))
    assert [problems(outcome) for outcome in planned.outcomes] == [
        [("uprawnienia", "unknown_entitlement")],
        [("nazwa_stanowiska", "post_without_name")],
    ]
