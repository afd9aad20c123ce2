"""The records of the demonstration are handed in through the operations and stand where it promises."""

import csv
from czest.qms.disposal.due import due_records
from czest.qms.disposal.rules.selections import Selection
from czest.qms.documents.content import state_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import OperationRefused
from czest.qms.operations.performing import perform
from czest.qms.records.holds import is_held
from czest.qms.records.retaining import keeping_of
from czest.qms.records.verification import verify_records
from czest.qms.register.catalog_sets import for_current_user
import datetime
import io
from plone import api
import pytest
from zope.component import getUtility
from zope.globalrequest import getRequest


#: Symbol → unit, class, category, openness, state (requirements, § 9: rows 23–29, 31, 32).
PROMISED = {
    "Z-PS03-2026/A": ("PJ", "0142", "B10", "public_optional", "filed"),
    "Z-PS03-2026/04": ("PJ", "0142", "B10", "bip", "filed"),
    "Z-PS04-2026/07": ("ED", "0142", "B5", "internal", "open"),
    "Z-PS05-2025": ("PJ", "0142", "A", "bip", "filed"),
    "R-RYZ-2026": ("AW", "173", "B10", "internal", "open"),
    "Z-PS07-2025": ("OR", "030", "A", "bip", "filed"),
    "Z-FE01-2026/12": ("FE-PI", "042", "B10", "on_request", "filed"),
    "OKZ-2025": ("PJ", "173", "A", "bip", "filed"),
    "Z-ISO-2026": ("PJ", "0141", "A", "bip", "filed"),
}


def record(symbol):
    """Return the record of the site with a symbol."""
    (brain,) = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Record", symbol=symbol)
    return brain._unrestrictedGetObject()


def test_records_are_those_promised(demo):
    found = {
        symbol: (each.owner_unit, each.jrwa_class, each.archival_category, each.openness, state_of(each))
        for symbol in PROMISED
        for each in [record(symbol)]
    }
    assert found == PROMISED


def test_every_record_is_whole_and_its_trail_too(demo):
    assert list(verify_records()) == []
    trail = getUtility(ITrail)
    symbols = [*PROMISED, "Z-IT01-2026/02", "Z-PS01-2026/01"]
    assert all(trail.verify(record(symbol).UID()).valid for symbol in symbols)
    steps = [entry.operation for entry in trail.entries(record("Z-FE01-2026/12").UID())]
    assert steps == ["capture", "file", "add-addendum", "hold"]


def test_what_is_filled_in_has_its_fields_and_the_edition_of_its_form(demo):
    report, nonconformity = record("Z-PS03-2026/04"), record("Z-PS04-2026/07")
    restored, change = record("Z-IT01-2026/02"), record("Z-PS01-2026/01")
    assert report.typed["nonconformities"] == ["Z-PS04-2026/07: nieaktualny druk wniosku na stronie."]
    assert nonconformity.typed["action_due"] == datetime.date(2026, 10, 30)
    assert nonconformity.typed["effective"] is None
    assert restored.typed["result"] == "whole"
    assert (change.form, change.form_edition) == ("F-PS01-1", "2")


def test_the_register_of_risks_has_twelve(demo):
    table = next(file for file in record("R-RYZ-2026").files if file.filename.endswith(".csv"))
    rows = list(csv.DictReader(io.StringIO(table.data.decode()), delimiter=";"))
    assert len(rows) == 12
    assert all(int(row["Prawdopodobieństwo"]) * int(row["Skutek"]) == int(row["Istotność"]) for row in rows)


def test_three_cards_of_projects_are_held_by_one_decision(demo):
    held = [each for each in demo["zapisy"]["Z-FE01"].objectValues() if is_held(each)]
    assert sorted(each.symbol for each in held) == ["Z-FE01-2026/09", "Z-FE01-2026/10", "Z-FE01-2026/12"]
    assert len({each.holds[0]["group"] for each in held}) == 1
    assert {each.holds[0]["until"] for each in held} == {datetime.date(2031, 12, 31)}


def test_the_disposal_list_waits_for_consent_with_one_record_held(demo):
    (content,) = demo["archiwum"].objectValues()
    assert (content.symbol, content.category, state_of(content)) == ("Z-AR-2026/1", "B5", "requested")
    assert content.papers["requested"]["day"] == datetime.date(2026, 10, 12)
    rows = [record(row.symbol) for row in content.rows.values()]
    assert len(rows) == 7
    assert (min(row.created_on.year for row in rows), max(row.closed_on.year for row in rows)) == (2015, 2020)
    assert {state_of(row) for row in rows} == {"disposal_pending"}
    assert [row.case_sign for row in rows if is_held(row)] == ["ED.4424.1–61.2017"]
    assert all(keeping_of(row).disposable_from <= datetime.date(2026, 1, 1) for row in rows if not is_held(row))


def test_the_list_is_not_destroyed_without_consent(demo):
    (content,) = demo["archiwum"].objectValues()
    with api.env.adopt_user(username="archiwista"), pytest.raises(OperationRefused):
        perform(operation_named(content, getRequest(), "destroy"), {})
    assert all(state_of(record(row.symbol)) == "disposal_pending" for row in content.rows.values())


def test_more_is_due(demo):
    with api.env.adopt_user(username="archiwista"):
        due = len(due_records(for_current_user(), Selection("B"), datetime.date(2026, 12, 31)))
        later = len(due_records(for_current_user(), Selection("B"), datetime.date(2027, 1, 1)))
    assert (due, later) == (6, 8)


@pytest.mark.parametrize("login", ["pracownik", "projekty"])
def test_restricted_series_stay_closed_to_others(demo, login):
    with api.env.adopt_user(username=login):
        series = {each.getId for each in api.portal.get_tool("portal_catalog")(portal_type="RecordSeries")}
    assert "Z-FE01" in series
    assert not series & {"Z-IT01", "Z-KD-K2120", "Z-ED-K4423"}
