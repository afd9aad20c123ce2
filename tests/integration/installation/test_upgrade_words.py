"""The words of a site made before become those that the screens use; whatever else the definitions say stays."""

from czest.qms.workflows.live import live_xml
from czest.qms.workflows.rules.parsing import definition_of
from support.picture import picture


PROFILE = "czest.qms:default"
WORKFLOW = "qms_edition_workflow"


def test_words_come_with_an_upgrade(portal):
    new_site = picture(portal)
    workflow = portal.portal_workflow[WORKFLOW]
    workflow.states["pending_approval"].title = "Pending approval"
    workflow.transitions["release"].title = "Bring into force"
    portal.portal_setup.setLastVersionForProfile(PROFILE, "1005")
    portal.portal_setup.upgradeProfile(PROFILE)
    definition = definition_of(live_xml(WORKFLOW))
    assert definition.states["pending_approval"].title == "To be approved"
    assert definition.transitions["release"].title == "Entry into force"
    assert picture(portal) == new_site
