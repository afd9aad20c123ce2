"""Remarks come to a site of version 1005, for the editions that are in review at that time too."""

from czest.qms.documents.making import uid_of
from czest.qms.operations import gate
from czest.qms.remarks.interfaces import IRemarks
from czest.qms.remarks.keeping import threads_of
from czest.qms.remarks.reading import PERMISSION
from czest.qms.remarks.waiting import INDEX
from czest.qms.upgrades.to_1006 import remarks as step
import pytest
from support.picture import picture
from zope.component import getSiteManager
from zope.component import getUtility


#: Where an object keeps who holds the permission.
ATTRIBUTE = "_czest_qms__Add_remark_Permission"


@pytest.fixture
def edition(portal, office):
    """An edition in review in a site that does not know remarks."""
    edition = office.submitted(office.register())
    before = picture(portal)
    workflow = portal.portal_workflow["qms_edition_workflow"]
    components = getSiteManager()
    components.unregisterUtility(components.getUtility(IRemarks), IRemarks)
    portal.portal_catalog.delIndex(INDEX)
    portal.manage_permission(PERMISSION, ["Manager"], acquire=1)
    with gate.opened("test"):
        delattr(edition, ATTRIBUTE)
        workflow.permissions = tuple(name for name in workflow.permissions if name != PERMISSION)
        for state in workflow.states.objectValues():
            del state.permission_roles[PERMISSION]
    return edition, before


def test_the_site_is_as_a_new_one_and_remarks_are_made_at_once(portal, office, edition):
    edition, expected = edition
    step.upgrade(portal.portal_setup)
    assert {subject for subject, value in picture(portal).items() if value != expected[subject]} == set()
    office.do("sprawdzajacy", edition, "add-remark", quote="Cel", text="Za mało.")
    step.upgrade(portal.portal_setup)
    assert [thread.opener.text for thread in getUtility(IRemarks).threads(uid_of(edition))] == ["Za mało."]
    assert threads_of(edition)
    (brain,) = portal.portal_catalog.unrestrictedSearchResults(**{INDEX: "autor"})
    assert uid_of(edition) == brain.UID
