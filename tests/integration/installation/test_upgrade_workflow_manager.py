"""A site made before there was a workflow manager, in which the office had decided this and that."""

from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.documents.settings import IDocumentSettings
from czest.qms.upgrades.to_1006 import workflow_manager as step
from czest.qms.workflows.drift import present_drift
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.live import PROFILES
from czest.qms.workflows.verification import broken_ledger
from lxml import etree
from plone import api
from support.routes import procedures
from zope.component import getSiteManager
from zope.component import getUtility
from zope.component import queryUtility
from zope.dottedname.resolve import resolve


PROFILE = "czest.qms:default"


def go_back(portal):
    """Take away what the step brings."""
    components = getSiteManager()
    components.unregisterUtility(getUtility(IAdjustmentsLedger), IAdjustmentsLedger)
    for permission in step.PERMISSIONS:
        portal.manage_permission(permission, ["Manager"], acquire=1)
    assert queryUtility(IAdjustmentsLedger) is None


def test_what_was_decided_before_is_recorded_as_the_first_change(portal, office):
    go_back(portal)
    office.keep_template(procedures())
    api.portal.set_registry_record("remind_before", 5, interface=IDocumentSettings)
    step.upgrade(portal.portal_setup)
    ledger = getUtility(IAdjustmentsLedger)
    (revision,) = ledger.revisions()
    assert revision.after["settings"] == {"remind_before": 5}
    assert list(revision.after["templates"]) == ["procedury"]
    assert present_drift(ledger.current()) == []
    assert list(broken_ledger()) == []
    assert api.user.has_permission("czest.qms: Manage workflows", username="pelnomocnik", obj=portal)
    assert not api.user.has_permission("czest.qms: Manage workflows", username="manager", obj=portal)


def test_a_site_without_decisions_begins_without_any_and_a_second_run_harms_nothing(portal, office):
    go_back(portal)
    step.upgrade(portal.portal_setup)
    ledger = getUtility(IAdjustmentsLedger)
    assert ledger.revisions() == []
    ledger.record({**ledger.values, "settings": {"remind_before": 2}}, "adjust-workflows")
    step.upgrade(portal.portal_setup)
    assert getUtility(IAdjustmentsLedger) is ledger
    assert len(ledger.revisions()) == 1


def test_what_earlier_upgrades_registered_keeps_what_it_holds(portal, office):
    office.keep_template(procedures())
    components = getSiteManager()
    names = etree.parse(PROFILES / "default" / "componentregistry.xml").xpath("//utility/@interface")
    before = {}
    for provided in map(resolve, names):
        # As upgrade steps register: without the factory by which an import would know that it is there.
        before[provided] = getUtility(provided)
        components.unregisterUtility(before[provided], provided)
        components._delObject(provided.__identifier__, suppress_events=True)
        components.registerUtility(before[provided], provided)
    components.unregisterUtility(before.pop(IAdjustmentsLedger), IAdjustmentsLedger)
    portal.portal_setup.setLastVersionForProfile(PROFILE, "1005")
    portal.portal_setup.upgradeProfile(PROFILE)
    assert [provided for provided, utility in before.items() if getUtility(provided) is not utility] == []
    assert [template.id for template in getUtility(IRouteTemplates).templates()] == ["procedury"]
    assert list(getUtility(IAdjustmentsLedger).values["templates"]) == ["procedury"]
