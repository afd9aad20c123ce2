"""Who reads series and records, at the objects and in the catalog (DESIGN §4)."""

from AccessControl.SpecialUsers import nobody
from czest.qms.operations.errors import NotPermitted
import datetime
from plone import api
from Products.CMFCore.indexing import processQueue
import pytest
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


CLOSED_ON = datetime.date(2026, 3, 4)
STAFF = ("pracownik", "informatyk", "autor", "pelnomocnik", "archiwista", "auditor", "manager", "administrator")
OFFICERS = {"pelnomocnik", "archiwista"}


def readers(office, content):
    """Return who of the staff sees an object, checked to be those who find it in the catalog."""
    processQueue()
    # Plone remembers the local roles of an object for one request, and a test is one.
    IAnnotations(getRequest()).clear()
    seeing, finding = set(), set()
    for login in STAFF:
        with office.acting_as(login):
            if api.user.has_permission("View", obj=content):
                seeing.add(login)
            if api.portal.get_tool("portal_catalog")(UID=content.UID()):
                finding.add(login)
    assert seeing == finding
    with api.env.adopt_user(user=nobody):
        assert not api.portal.get_tool("portal_catalog")(UID=content.UID())
    return seeing


@pytest.mark.parametrize("data", [{}, {"closed_on": CLOSED_ON}], ids=["open", "filed"])
def test_staff_read_a_series_of_the_staff_and_its_records(office, make_series, put, data):
    series = make_series()
    assert readers(office, series) == set(STAFF)
    assert readers(office, put(series, **data)) == set(STAFF)


@pytest.mark.parametrize("data", [{}, {"closed_on": CLOSED_ON}], ids=["open", "filed"])
@pytest.mark.parametrize(
    ("distribution", "others"), [([], set()), (["IT"], {"informatyk"}), (["PJ"], {"autor", "auditor"})]
)
def test_a_restricted_series_is_closed_for_everybody_else(office, make_series, put, data, distribution, others):
    series = make_series(access="distribution", distribution=distribution)
    expected = {"pracownik", *OFFICERS, *others}
    assert readers(office, series) == expected
    assert readers(office, put(series, **data)) == expected


def test_a_restricted_record_closes_by_itself_and_its_author_keeps_reading(office, make_series, put):
    series = make_series()
    beside = put(series)
    record = put(series, "pelnomocnik", access="distribution", distribution=["IT"])
    assert readers(office, record) == {"pracownik", "informatyk", *OFFICERS}
    assert readers(office, beside) == set(STAFF)


def test_an_open_record_is_closed_and_opened_by_saving(office, make_series, put):
    record = put(make_series())
    office.do("pracownik", record, "save", access="distribution", distribution=["OR"])
    assert readers(office, record) == {"pracownik", *OFFICERS}
    office.do("pracownik", record, "save", access="staff", distribution=[])
    assert readers(office, record) == set(STAFF)


def test_closing_a_series_closes_the_records_in_it(office, make_series, put):
    series = make_series()
    record = put(series, closed_on=CLOSED_ON)
    office.do("pelnomocnik", series, "amend-series", **amended(series, access="distribution"))
    assert readers(office, record) == readers(office, series) == {"pracownik", *OFFICERS}


def test_opening_a_series_opens_no_record_that_was_handed_in_restricted(office, make_series, put):
    series = make_series(access="distribution")
    before = put(series, closed_on=CLOSED_ON)
    office.do("pelnomocnik", series, "amend-series", **amended(series, access="staff"))
    assert readers(office, series) == readers(office, put(series)) == set(STAFF)
    assert readers(office, before) == {"pracownik", *OFFICERS}


def test_another_distribution_of_a_series_is_not_that_of_its_records(office, make_series, put):
    series = make_series(access="distribution", distribution=["IT"])
    before = put(series, closed_on=CLOSED_ON)
    office.do("pelnomocnik", series, "amend-series", **amended(series, distribution=["PJ"]))
    assert readers(office, series) == {"pracownik", "autor", "auditor", *OFFICERS}
    assert readers(office, before) == {"pracownik", "informatyk", *OFFICERS}


def test_another_unit_of_a_series_is_not_that_of_its_records(office, make_series, put):
    series = make_series(access="distribution")
    before = put(series, closed_on=CLOSED_ON)
    office.do("pelnomocnik", series, "amend-series", **amended(series, owner_unit="IT"))
    assert readers(office, series) == readers(office, put(series, "informatyk")) == {"informatyk", *OFFICERS}
    assert readers(office, before) == {"pracownik", *OFFICERS}


def amended(series, **changes):
    """Return the input of a change of a series."""
    names = ("title", "owner_unit", "jrwa_class", "archival_category", "access", "distribution")
    return {**{name: getattr(series, name) for name in names}, "reason": "Zmiana", **changes}


@pytest.mark.parametrize("login", ["pracownik", "manager", "administrator", "auditor", "autor"])
def test_nobody_but_officer_and_archivist_manages_series(office, records, make_series, login):
    series = make_series()
    for content, operation, data in (
        (records, "make-series", {"title": "Inne", "owner_unit": "OR", "jrwa_class": "131"}),
        (series, "amend-series", amended(series)),
        (series, "close-series", {"reason": "x"}),
    ):
        with pytest.raises(NotPermitted):
            office.do(login, content, operation, **data)
    assert list(records.objectValues()) == [series]


def test_no_row_of_the_catalog_carries_personal_data(capture):
    record = capture(closed_on=CLOSED_ON)
    processQueue()
    catalog = api.portal.get_tool("portal_catalog")
    (brain,) = catalog.unrestrictedSearchResults(UID=record.UID())
    row = {name: brain[name] for name in catalog.schema()}
    assert "Inspektor ds. kancelarii" not in str(row)
    told = {name for name, value in row.items() if value and "pracownik" in str(value)}
    assert told <= {"Creator", "listCreators"}
