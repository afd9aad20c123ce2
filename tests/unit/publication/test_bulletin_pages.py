"""Rules of the bulletin's own pages: text, data of the editors, accessibility declaration, yearly review."""

from czest.qms.publication.pages.rules import declaring
from czest.qms.publication.pages.rules.contact import form_problems
from czest.qms.publication.pages.rules.editors import editors_problems
from czest.qms.publication.pages.rules.editors import with_name
from czest.qms.publication.pages.rules.versions import Draft
from czest.qms.publication.pages.rules.versions import draft_problems
from czest.qms.publication.pages.rules.versions import line_problems
from datetime import date
from hypothesis import given
from hypothesis import strategies
import pytest
from support.bulletin_desk import DECLARATION
from support.bulletin_desk import EDITORS


TODAY = date(2026, 11, 24)
PRESENT = Draft("Instrukcja", "<p>x</p>")


def codes(problems):
    return [(problem.field, problem.code) for problem in problems]


def test_a_draft_has_title_words_and_a_change():
    assert draft_problems(Draft("Instrukcja", "<p>y</p>"), "Zmiana.", PRESENT) == []
    assert codes(draft_problems(PRESENT, "Zmiana.", PRESENT)) == [("", "nothing_changed")]
    assert codes(draft_problems(Draft("", "x" * 200_001), " ", PRESENT)) == [
        ("title", "required"),
        ("body", "too_long"),
        ("what", "required"),
    ]
    assert codes(draft_problems(Draft("x" * 201, ""), "a\nb", PRESENT)) == [("title", "too_long"), ("what", "one_line")]
    assert line_problems("fax", "", 10, required=False) == []


def test_the_digest_is_of_everything():
    digests = {PRESENT.digest, Draft("Inna", "<p>x</p>").digest, Draft("Instrukcja", "").digest}
    assert len({*digests, Draft("Instrukcja", "<p>x</p>", {"a": "b"}).digest}) == 4


def test_the_data_of_the_editors_are_whole():
    assert editors_problems(EDITORS) == []
    assert {field for field, code in codes(editors_problems({})) if code == "required"} == {*EDITORS} - {"fax"}
    wrong = {**EDITORS, "fax": "x", "national_page": "bip", "office": "a\tb"}
    assert codes(editors_problems(wrong)) == [
        ("office", "one_line"),
        ("fax", "phone_form"),
        ("national_page", "address_form"),
    ]


def test_a_name_never_stands_without_its_post():
    assert with_name(EDITORS)["name"] == "Redaktor BIP, Jan Próbny"
    assert with_name({**EDITORS, "person": "Redaktor BIP"})["name"] == "Redaktor BIP"


@pytest.mark.parametrize(
    "form, right, wrong",
    [
        ("email", ("a@b.pl", "imie.nazwisko+x@urzad-miasta.example"), ("a", "a@b", "a b@c.pl", "<a@b.pl>", "a@b.pl\n")),
        ("phone", ("34 370 71 00", "+48 34 370 71 00", "34 370-71-00 wewn. 12"), ("brak", "12", "34;5555555")),
        (
            "address",
            ("https://x.pl", "http://x.pl/a?b=c"),
            ("x.pl", "javascript:alert(1)", 'https://x.pl/"', "ftp://x"),
        ),
    ],
)
def test_forms_of_contact(form, right, wrong):
    for text in right:
        assert form_problems("x", text, form) == [], text
    for text in wrong:
        assert codes(form_problems("x", text, form)) == [("x", f"{form}_form")], text
    assert form_problems("x", "", form) == []


def declared(**changed):
    return codes(declaring.declaration_problems({**DECLARATION, **changed}, [], TODAY))


def test_a_declaration_with_its_facts_has_no_problems():
    assert declared() == []


def test_gaps_are_told_where_there_are_some():
    assert declared(status="conformant") == [("nonconformities", "conformant_with_gaps")]
    assert declared(nonconformities=" ") == [("nonconformities", "gaps_missing")]
    assert declared(status="not_conformant", nonconformities="", not_covered="Mapy.") == []
    missing = ["status", "entity"]
    problems = declaring.declaration_problems({}, missing, TODAY)
    assert codes(problems) == [("status", "required"), ("entity", "required")]


def test_days_of_a_declaration_stand_in_their_order():
    assert declared(published_on="2026-02-30") == [("published_on", "day_form")]
    assert declared(reviewed_on="24.11.2026") == [("reviewed_on", "day_form")]
    assert declared(prepared_on="2026-11-25") == [("prepared_on", "day_ahead")]
    assert declared(reviewed_on="2026-01-04") == [("reviewed_on", "before_prepared_on")]
    assert declared(updated_on="2026-01-01") == [("updated_on", "before_published_on")]
    assert declared(prepared_on="2025-12-31") == [("prepared_on", "before_published_on")]


def test_texts_of_a_declaration_have_their_form():
    assert declared(email="x", phone="x", architecture_address="x", method="a\x00", entity="x" * 301) == [
        ("entity", "too_long"),
        ("method", "control_characters"),
        ("email", "email_form"),
        ("phone", "phone_form"),
        ("architecture_address", "address_form"),
    ]


DAYS = strategies.dates(date(2019, 9, 23), date(2100, 12, 31))


@given(DAYS, strategies.none() | DAYS, DAYS)
def test_the_declaration_is_reviewed_once_in_a_calendar_year(prepared, reviewed, today):
    facts = {"prepared_on": prepared.isoformat(), "reviewed_on": reviewed.isoformat() if reviewed else ""}
    due = declaring.review_due(facts, today)
    done = today.year <= max(day for day in (prepared, reviewed) if day).year
    early = (today.month, today.day) < (2, 1)
    assert due == (None if done or early else date(today.year, 3, 31))


def test_a_declaration_that_nobody_prepared_is_not_reviewed():
    assert declaring.review_due({}, TODAY) is None
    assert declaring.review_due({"prepared_on": "x"}, TODAY) is None
