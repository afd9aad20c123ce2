"""Kinds of record with fields of their own."""

from czest.qms import clock
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import InvalidInput
from czest.qms.records.forms import forms
from czest.qms.records.snapshots import computed_digest
from czest.qms.records.views.typed_values import rows
import datetime
import pytest
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.schema import getFieldNames


DAY = datetime.date(2026, 3, 4)
TESTED = {"system": "Rejestr umów", "copy_from": DAY, "tested_on": DAY, "minutes": 42, "result": "whole"}


@pytest.fixture
def series(make_series):
    return make_series(symbol="Z-TEST", record_form="restore-test", jrwa_class="133", owner_unit="IT")


@pytest.mark.parametrize("name", ["audit-report", "nonconformity", "restore-test"])
def test_three_kinds_ship_and_a_series_of_each_asks_for_its_fields(office, make_series, name):
    series = make_series(record_form=name)
    operation = operation_named(series, getRequest(), "capture")
    assert set(getFieldNames(forms()[name].schema)) < set(operation.schema.names(all=True))


def test_typed_fields_are_kept_found_and_vouched_for(office, portal, series, put):
    record = put(series, "informatyk", closed_on=DAY, **TESTED, conclusions="Odtworzono rejestr umów.")
    assert record.typed == {**TESTED, "differences": "", "conclusions": "Odtworzono rejestr umów."}
    assert (record.record_form, record.digest) == ("restore-test", computed_digest(record))
    with office.acting_as("informatyk"):
        found = portal.portal_catalog(portal_type="Record", SearchableText="odtworzono")
    assert [brain.symbol for brain in found] == [record.symbol]
    (entry,) = getUtility(ITrail).entries(record.UID())
    assert entry.digest == record.digest


@pytest.mark.parametrize("missing", ["system", "copy_from", "tested_on", "minutes", "result"])
def test_required_fields_are_required(series, put, missing):
    with pytest.raises(InvalidInput) as refused:
        put(series, "informatyk", **{name: value for name, value in TESTED.items() if name != missing})
    assert [name for name, _message in refused.value.errors] == [missing]
    assert len(series) == 0


@pytest.mark.parametrize("data", [{"series": "Z-TEST"}, {"jrwa_class": "133"}], ids=["named", "found"])
def test_nobody_gets_round_them_by_way_of_the_container(capture, series, data):
    with pytest.raises(InvalidInput) as refused:
        capture("informatyk", **{"jrwa_class": None, **data})
    assert [name for name, _message in refused.value.errors] == ["series"]
    assert len(series) == 0


def test_an_open_record_changes_its_typed_fields_alone(office, series, put):
    record = put(series, "informatyk", **TESTED)
    before = record.digest
    office.do("informatyk", record, "save", minutes=55)
    assert record.typed == {**TESTED, "minutes": 55, "differences": "", "conclusions": ""}
    assert record.title == "Protokół z kontroli"
    assert record.digest == computed_digest(record) != before


FOUND = {"source": "audit", "found_on": DAY, "requirement": "7.5.3", "finding": "Nieaktualny druk."}
LAST_DAY = datetime.date(2026, 3, 31)


def said(record):
    """Return what the page of a record says, by field."""
    return {str(row["label"]): row for row in rows(record, getRequest())}


@pytest.mark.parametrize(("day", "is_overdue"), [(LAST_DAY, False), (LAST_DAY + datetime.timedelta(days=1), True)])
def test_an_open_record_says_that_its_action_is_overdue_from_the_day_after(make_series, put, day, is_overdue):
    series = make_series(symbol="Z-PS04", record_form="nonconformity")
    with clock.stopped_at(day):
        record = put(series, **FOUND, action_due=LAST_DAY)
        found = said(record)
    assert found["Action due on"]["is_overdue"] is is_overdue
    assert [label for label, row in found.items() if row["is_overdue"] and label != "Action due on"] == []


@pytest.mark.parametrize("more", [{"closed_on": DAY}, {"effective": True}, {"effective": False}])
def test_a_filed_record_and_a_judged_action_say_no_such_thing(make_series, put, more):
    series = make_series(symbol="Z-PS04", record_form="nonconformity")
    record = put(series, **FOUND, action_due=DAY, **more)
    assert said(record)["Action due on"]["is_overdue"] is False


def test_parts_of_a_list_stand_on_lines_of_their_own(make_series, put):
    series = make_series(symbol="Z-PS03", record_form="audit-report")
    audit = {"audited_unit": "OR", "audited_from": DAY, "audited_until": DAY, "criteria": "9.2", "auditors": "Auditor"}
    record = put(series, **audit, observations=["Dane zbędne.", "Cennik bez daty."])
    assert said(record)["Observations"]["value"] == "Dane zbędne.\nCennik bez daty."
