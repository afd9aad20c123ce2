"""Handing in: which series takes the record, who may, what is refused, and with which article."""

from czest.qms.classification.interfaces import IClassification
from czest.qms.documents.content import state_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.organisation.interfaces import IDirectory
from dataclasses import replace
import datetime
import pytest
from support.office import file_named
from support.people import add_account
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate


TODAY = datetime.date(2026, 11, 30)
TOMORROW = datetime.date(2026, 12, 1)
CLOSED_ON = datetime.date(2026, 3, 4)


def wrong(refused):
    """Return the names of the fields that a refusal is about."""
    return [name for name, _message in refused.value.errors]


def sentence(refused):
    """Return what a refusal says of its only field."""
    ((_name, message),) = refused.value.errors
    return translate(message, context=getRequest(), target_language="en")


def operations(content):
    return [entry.operation for entry in getUtility(ITrail).entries(content.UID())]


def test_the_series_of_procedure_unit_and_class_is_made_once_and_found_again(records, capture):
    first, second = capture(), capture()
    assert first.series == second.series
    assert (first.series.owner_unit, first.series.jrwa_class, first.series.procedure) == ("OR", "2110", "")
    assert list(records.objectIds()) == [first.series.getId()]
    assert operations(first.series) == ["make-series"]
    assert operations(first) == ["capture"]


def test_another_class_or_unit_is_another_series(records, office, capture):
    document = office.register()
    made = [capture(), capture(jrwa_class="131"), capture("informatyk"), capture(procedure=document.symbol)]
    assert len({record.series.getId() for record in made}) == len(made) == len(records)
    assert made[-1].series.symbol == "Z-PPJ01"
    assert made[-1].procedure == document.symbol


def test_a_closed_series_is_not_found_but_replaced(office, capture):
    series = capture().series
    office.do("pelnomocnik", series, "close-series", reason="Nowa instrukcja")
    assert capture().series != series


def test_a_closed_series_takes_records_again_when_reopened(office, put, make_series):
    series = make_series()
    office.do("archiwista", series, "close-series", reason="Nowa instrukcja")
    with pytest.raises(ObjectMovedOn):
        put(series)
    with pytest.raises(ObjectMovedOn):
        office.do("archiwista", series, "close-series", reason="Jeszcze raz")
    office.do("archiwista", series, "reopen-series", reason="Pomyłka")
    assert put(series).series == series
    with pytest.raises(ObjectMovedOn):
        office.do("archiwista", series, "reopen-series", reason="Jeszcze raz")


def test_a_series_is_named_by_its_symbol(make_series, capture):
    series = make_series(symbol="Z-KONTROLE")
    record = capture(series="Z-KONTROLE", jrwa_class=None)
    assert record.series == series
    assert (record.jrwa_class, record.archival_category, record.symbol) == ("2110", "B5", "Z-KONTROLE-2026/01")


def test_what_is_said_beside_the_name_of_a_series_must_agree_with_it(office, make_series, capture):
    make_series(symbol="Z-KONTROLE")
    document = office.register()
    with pytest.raises(InvalidInput) as refused:
        capture(series="Z-KONTROLE", procedure=document.symbol, owner_unit="IT")
    assert wrong(refused) == ["procedure", "owner_unit"]


def test_a_series_that_is_not_there_is_refused(records, capture):
    with pytest.raises(InvalidInput) as refused:
        capture(series="Z-NIC")
    assert wrong(refused) == ["series"]
    assert len(records) == 0


def test_arch_3_the_category_of_one_record_is_not_that_of_the_new_series(capture):
    record = capture(archival_category="BE50")
    assert (record.archival_category, record.series.archival_category) == ("BE50", "B5")


def test_without_series_the_class_is_required(records, capture):
    with pytest.raises(InvalidInput) as refused:
        capture(jrwa_class=None)
    assert wrong(refused) == ["jrwa_class"]
    assert len(records) == 0


def test_who_has_no_post_names_a_unit_and_hands_in_to_none(records, capture):
    add_account("praktykant", "Praktykant")
    with pytest.raises(InvalidInput) as refused:
        capture("praktykant")
    assert wrong(refused) == ["owner_unit"]
    with pytest.raises(InvalidInput):
        capture("praktykant", owner_unit="OR")
    assert len(records) == 0


@pytest.mark.parametrize("login", ["informatyk", "manager", "administrator", "auditor", "redaktor-bip", "autor"])
def test_records_of_a_unit_are_handed_in_by_its_people(make_series, put, capture, login):
    series = make_series(owner_unit="PJ" if login == "redaktor-bip" else "OR")
    with pytest.raises(NotPermitted):
        put(series, login)
    with pytest.raises((InvalidInput, NotPermitted)):
        capture(login, owner_unit=series.owner_unit)
    assert len(series) == 0


@pytest.mark.parametrize("login", ["pracownik", "sprawdzajacy", "pelnomocnik", "archiwista"])
def test_the_people_of_the_unit_the_officer_and_the_archivist_hand_in(make_series, put, login):
    record = put(make_series(), login, closed_on=CLOSED_ON)
    assert state_of(record) == "filed"
    assert (record.author, record.owner_unit) == (login, "OR")
    assert record.author_post == getUtility(IDirectory).post_title(login)


def test_nobody_but_officer_and_archivist_gives_a_symbol_or_decides_openness(make_series, put):
    series = make_series(symbol="Z-KONTROLE")
    values = {"openness": "bip", "openness_basis": "udip-6-1-3-d", "symbol": "Z-KONTROLE-2025/A"}
    for name, value in values.items():
        with pytest.raises(NotPermitted) as refused:
            put(series, **{name: value})
        assert wrong(refused) == [name]
    assert len(series) == 0
    record = put(series, "archiwista", **values)
    assert (record.symbol, record.getId(), record.openness) == ("Z-KONTROLE-2025/A", "2025-A", "bip")


def test_symbols_go_by_series_and_year_and_skip_those_given(make_series, put):
    first, second = make_series(symbol="Z-A"), make_series(symbol="Z-B")
    put(first, "pelnomocnik", symbol="Z-A-2026/02")
    assert [put(first).symbol for _number in range(2)] == ["Z-A-2026/01", "Z-A-2026/03"]
    assert put(second).symbol == "Z-B-2026/01"
    assert put(first, created_on=datetime.date(2024, 5, 6)).symbol == "Z-A-2024/01"
    # The year is that of the record: without a day of its own, the one in which the case was closed.
    assert put(first, closed_on=datetime.date(2023, 5, 6)).symbol == "Z-A-2023/01"


@pytest.mark.parametrize("symbol", ["Z-A-2026/01", "Z-A-2026/1", "Z-A-2026/001"])
def test_a_symbol_is_never_given_twice(make_series, put, symbol):
    series = make_series(symbol="Z-A")
    assert put(series).symbol == "Z-A-2026/01"
    with pytest.raises(InvalidInput) as refused:
        put(series, "pelnomocnik", symbol=symbol)
    assert wrong(refused) == ["symbol"]


@pytest.mark.parametrize("symbol", ["zapisy", "z-a-2026/01", "Z-A", "Z-A-2026/01/2", "../2026", "Z-A-2026/ 1"])
def test_a_symbol_has_its_form(make_series, put, symbol):
    with pytest.raises(InvalidInput) as refused:
        put(make_series(symbol="Z-A"), "pelnomocnik", symbol=symbol)
    assert wrong(refused) == ["symbol"]


def test_a_unit_with_a_polish_letter_has_series_and_records(records, capture):
    directory = getUtility(IDirectory)
    directory.add_unit("WŚ", "Wydział Środowiska")
    directory.add_post("inspektor-ws", "Inspektor", "WŚ", False, ())
    directory.appoint("srodowisko", "inspektor-ws", datetime.date(2015, 1, 1))
    add_account("srodowisko", "Inspektor")
    record = capture("srodowisko", files=[file_named("protokol.txt")])
    assert record.symbol == "Z-WŚ-K2110-2026/01"
    assert record.absolute_url().isascii()
    assert capture("srodowisko", series=record.series.symbol).series == record.series


@pytest.mark.parametrize("name", ["created_on", "closed_on"])
@pytest.mark.parametrize("day", [TOMORROW, datetime.date(9999, 12, 31), datetime.date(1899, 12, 31), datetime.date.min])
def test_arch_4_days_that_have_not_come_or_are_too_long_ago_are_refused(make_series, put, name, day):
    series = make_series()
    with pytest.raises(InvalidInput) as refused:
        put(series, **{name: day})
    assert wrong(refused) == [name]
    if name == "closed_on" and day > TODAY:
        assert "rozporządzenia MKiDN z 20.10.2015" in sentence(refused)
    assert len(series) == 0


def test_today_is_accepted(make_series, put):
    assert put(make_series(), created_on=TODAY, closed_on=TODAY).closed_on == TODAY


def use_classes(**changes):
    """Change versions of the class 2110 in the JRWA."""
    classification = getUtility(IClassification)
    terms = [replace(term, **changes) if term.token == "2110" else term for term in classification.terms("jrwa")]
    classification.replace("jrwa", terms)


@pytest.mark.parametrize(
    ("token", "words", "article"),
    [
        ("9999", "There is no JRWA class 9999", "§ 2 ust. 1"),
        ("211", "211 is no end class", "§ 3"),
        ("2110", "2110 was not in use on 4 marca 2026 r.", "§ 2 ust. 1"),
    ],
)
def test_arch_2_a_class_that_does_not_fit_is_refused_with_the_article(records, capture, token, words, article):
    use_classes(valid_until=datetime.date(2026, 3, 3))
    with pytest.raises(InvalidInput) as refused:
        capture(jrwa_class=token, closed_on=CLOSED_ON)
    assert wrong(refused) == ["jrwa_class"]
    assert words in sentence(refused)
    assert article in sentence(refused)
    assert len(records) == 0


def test_arch_2_a_class_counts_on_the_day_of_the_record(make_series, put):
    series = make_series()
    use_classes(valid_until=datetime.date(2026, 3, 3))
    assert put(series, closed_on=datetime.date(2026, 3, 3)).jrwa_class == "2110"
    with pytest.raises(InvalidInput) as refused:
        put(series)
    assert wrong(refused) == ["jrwa_class"]


@pytest.mark.parametrize(
    ("name", "data"), [("wirus.exe", b"MZ\x90"), ("plik.pdf", b"to nie jest PDF"), ("strona.html", b"<p>x</p>")]
)
def test_files_that_are_not_sound_are_refused(make_series, put, name, data):
    series = make_series()
    with pytest.raises(InvalidInput) as refused:
        put(series, files=[file_named(name, data, "application/octet-stream")])
    assert wrong(refused) == ["files"]
    assert len(series) == 0


def test_the_form_of_the_series_is_noted_with_its_edition(office, make_series, put):
    form = office.in_force(office.register(kind="FormTemplate", title="Lista obecności")).document
    series = make_series(form=form.symbol)
    record = put(series)
    office.in_force(form, change_description="Drugie wydanie")
    assert (record.form, record.form_edition) == (form.symbol, "1")
    assert put(series).form_edition == "2"


@pytest.mark.parametrize("name", ["procedure", "form"])
def test_a_document_that_is_not_there_is_refused(make_series, name):
    with pytest.raises(InvalidInput) as refused:
        make_series(**{name: "PS-99"})
    assert wrong(refused) == [name]
