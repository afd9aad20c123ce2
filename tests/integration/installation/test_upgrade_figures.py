"""The live figures come to a site of version 1005: the times of histories, the index, what is there already."""

from czest.qms.upgrades.to_1006 import figures as step
from Products.CMFCore.Expression import Expression
from Products.CMFCore.indexing import processQueue
from support.office_over_months import over_months
from support.picture import picture


PROFILE = "czest.qms:default"
BEFORE = "1005"
OF_ACTS = ("symbol", "sort_symbol")


def rows(catalog):
    """Return what the catalog knows of when objects entered their states, by path."""
    processQueue()
    found = {}
    for brain in catalog.unrestrictedSearchResults(portal_type=list(step.COUNTED), sort_on="path"):
        indexed = catalog.getIndexDataForRID(brain.getRID())
        entered = sorted(indexed["states_entered"])
        values = [indexed.get(name) for name in ("state_since", *OF_ACTS)]
        found[brain.getPath()] = [*values, entered, brain.state_since, brain.symbol]
    return found


def test_what_a_site_had_before_is_counted_as_in_a_new_one(portal, office, monkeypatch):
    over_months(office)
    catalog, new_site, new_rows = portal.portal_catalog, picture(portal), rows(portal.portal_catalog)
    catalog.delIndex("states_entered")
    catalog.Indexes["state_since"].clear()
    for name in OF_ACTS:
        for brain in catalog.unrestrictedSearchResults(portal_type="LegalAct"):
            catalog.Indexes[name].unindex_object(brain.getRID())
    for workflow in step.WORKFLOWS:
        portal.portal_workflow[workflow].variables["time"].default_expr = Expression("state_change/getDateTime")
    portal.manage_permission("czest.qms: View workflows", [], acquire=1)
    before = picture(portal)
    assert {subject for subject, value in new_site.items() if before[subject] != value} == {
        "indexes",
        "workflows",
        "permissions",
    }

    portal.portal_setup.setLastVersionForProfile(PROFILE, BEFORE)
    monkeypatch.setattr(step, "BATCH", 7)
    portal.portal_setup.upgradeProfile(PROFILE)
    upgraded = picture(portal)
    for subject, expected in new_site.items():
        assert upgraded[subject] == expected, subject
    assert rows(catalog) == new_rows
