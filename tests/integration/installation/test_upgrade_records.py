"""Records come to a site of version 1004 as a new site has them."""

from czest.qms import clock
from czest.qms.operations import gate
from czest.qms.records.setup import RECORDS
from czest.qms.upgrades.to_1005 import records as step
from plone import api
from Products.CMFCore.indexing import processQueue
import pytest
from support.office import file_named
from support.picture import picture


PROFILE = "czest.qms:default"
BEFORE = "1004"
INDEXES = (
    "record_series",
    "archival_category",
    "jrwa_class",
    "case_sign",
    "closed_on",
    "created_on",
    "record_year",
    "retention_until",
    "disposable_from",
    "transferable_from",
    "held_until",
)


@pytest.fixture
def new_site(portal):
    """The picture of a site that begins with the newest version."""
    return picture(portal)


def rows(catalog):
    """Return what the catalog knows of every object but the container of records: new indexes and columns by path."""
    processQueue()
    columns = sorted(set(INDEXES) & set(catalog.schema()))
    found = {}
    for brain in catalog.unrestrictedSearchResults(sort_on="path"):
        if brain.getId != RECORDS:
            indexed = catalog.getIndexDataForRID(brain.getRID())
            values = [indexed.get(name) for name in INDEXES], [brain[name] or None for name in columns]
            found[brain.getPath()] = values
    return found


@pytest.fixture
def library_in_use(office):
    """A document in force and one that is being written."""
    office.in_force(office.register(jrwa_class="0142", archival_category="B5"))
    office.draft(office.register(title="Drugi"))


@pytest.fixture
def rows_of_new_site(portal, library_in_use):
    return rows(portal.portal_catalog)


@pytest.fixture
def picture_without_records(portal, new_site, rows_of_new_site):
    """The picture of a site of version 1004 with documents; there are no records."""
    with gate.opened("test"):
        portal._delObject(RECORDS)
    portal.portal_workflow.setChainForPortalTypes(tuple(step.CHAINS), None)
    portal.portal_types.manage_delObjects(list(step.CHAINS))
    portal.portal_workflow.manage_delObjects(["qms_record_workflow", "qms_series_workflow"])
    for name in INDEXES:
        portal.portal_catalog.delIndex(name)
    for name in set(INDEXES) & set(portal.portal_catalog.schema()):
        portal.portal_catalog.delColumn(name)
    for permission in step.PERMISSIONS:
        portal.manage_permission(permission, [], acquire=1)
    portal.portal_setup.setLastVersionForProfile(PROFILE, BEFORE)
    return picture(portal)


def test_records_come_with_an_upgrade(portal, office, picture_without_records, new_site):
    changed = {subject for subject, value in new_site.items() if picture_without_records[subject] != value}
    kinds = {"types", "utilities", "workflows", "chains"}
    assert changed == {*kinds, "permissions", "indexes", "columns", "content"}
    portal.portal_setup.upgradeProfile(PROFILE)
    upgraded = picture(portal)
    for subject, expected in new_site.items():
        assert upgraded[subject] == expected, subject
    record = office.do(
        "pracownik",
        portal[RECORDS],
        "capture",
        title="Protokół",
        jrwa_class="0142",
        closed_on=clock.today(),
        files=[file_named("protokol.txt")],
    )
    with api.env.adopt_user(username="informatyk"):
        assert api.user.has_permission("View", obj=record)


@pytest.mark.parametrize("batch", [1, 500])
def test_what_is_there_is_indexed_as_in_a_new_site(
    portal, picture_without_records, rows_of_new_site, monkeypatch, batch
):
    monkeypatch.setattr(step, "BATCH", batch)
    portal.portal_setup.upgradeProfile(PROFILE)
    assert rows(portal.portal_catalog) == rows_of_new_site
    (found,) = portal.portal_catalog.unrestrictedSearchResults(jrwa_class="0142", archival_category="B5")
    assert found.symbol == "P-PJ-01"


def test_records_are_not_lost_by_a_second_upgrade(portal, office):
    record = office.do("pracownik", portal[RECORDS], "capture", title="Protokół", jrwa_class="0142")
    before = picture(portal)
    portal.portal_setup.setLastVersionForProfile(PROFILE, BEFORE)
    portal.portal_setup.upgradeProfile(PROFILE)
    assert picture(portal) == before
    assert portal[RECORDS].numbering.uid_of(record.symbol) == record.UID()
