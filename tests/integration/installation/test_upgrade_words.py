"""The words of a site made before become those that the screens use; whatever else the definitions say stays."""

from czest.qms.upgrades.to_1006 import remarks
from czest.qms.upgrades.to_1006 import words
from czest.qms.workflows.drift import present_drift
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.live import live_xml
from czest.qms.workflows.rules.parsing import definition_of
import pytest
from support.picture import picture
from zope.component import getUtility


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


@pytest.mark.parametrize("step", [remarks, words])
def test_a_second_run_leaves_what_the_office_has_adjusted(portal, office, step):
    changes = {
        "words": {"Draft": {"en": "Sketch"}},
        "grants": {WORKFLOW: {"approved": {"czest.qms: View trail": {"Reviewer": True}}}},
    }
    office.do("pelnomocnik", portal, "adjust-workflows", reason="Tak zdecydowano", changes=changes)
    ledger = getUtility(IAdjustmentsLedger)
    step.upgrade(portal.portal_setup)
    assert present_drift(ledger.current()) == []
    assert len(ledger.revisions()) == 1


def test_what_reads_definitions_comes_before_what_changes_them(portal):
    portal.portal_setup.setLastVersionForProfile(PROFILE, "1005")
    steps = portal.portal_setup.listUpgrades(PROFILE)
    keys = [step["sortkey"] for step in steps]
    assert keys == sorted(set(keys))
    assert steps[-1]["title"] == "Add the workflow manager"
