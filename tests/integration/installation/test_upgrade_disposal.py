"""The archive comes to a site of version 1004 as a new site has it."""

from czest.qms.disposal.setup import ARCHIVE
from czest.qms.operations import gate
from czest.qms.upgrades.to_1005 import disposal as step
import pytest
from support.archive_office import ArchiveOffice
from support.picture import picture


PROFILE = "czest.qms:default"
BEFORE = "1004"


@pytest.fixture
def new_site(portal):
    """The picture of a site that begins with the newest version."""
    return picture(portal)


@pytest.fixture
def picture_without_archive(portal, new_site):
    """The picture of a site without the archive."""
    with gate.opened("test"):
        portal._delObject(ARCHIVE)
    portal.portal_workflow.setChainForPortalTypes(tuple(step.CHAINS), None)
    portal.portal_types.manage_delObjects(list(step.CHAINS))
    portal.portal_workflow.manage_delObjects(list(step.CHAINS.values()))
    portal.portal_setup.setLastVersionForProfile(PROFILE, BEFORE)
    return picture(portal)


def test_the_archive_comes_with_an_upgrade(portal, office, picture_without_archive, new_site):
    changed = {subject for subject, value in new_site.items() if picture_without_archive[subject] != value}
    assert changed == {"types", "workflows", "chains", "content", "utilities"}
    portal.portal_setup.upgradeProfile(PROFILE)
    upgraded = picture(portal)
    for subject, expected in new_site.items():
        assert upgraded[subject] == expected, subject
    assert ArchiveOffice(office).proposed().rows


def test_lists_are_not_lost_by_a_second_upgrade(portal, office):
    content = ArchiveOffice(office).proposed()
    before = picture(portal)
    portal.portal_setup.setLastVersionForProfile(PROFILE, BEFORE)
    portal.portal_setup.upgradeProfile(PROFILE)
    assert picture(portal) == before
    assert portal[ARCHIVE][content.getId()].rows[1].symbol == content.rows[1].symbol
