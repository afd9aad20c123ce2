"""Drift: what was changed past the workflow manager is found at night, told, and mended with one operation."""

from AccessControl.PermissionRole import rolesForPermissionOn
from czest.qms import clock
from czest.qms.documents.settings import IDocumentSettings
from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.operations import gate
from czest.qms.operations.errors import InvalidInput
from czest.qms.workflows import work
from czest.qms.workflows.drift import present_drift
from czest.qms.workflows.drifting import noted
from czest.qms.workflows.rules.differences import BYPASS
from czest.qms.workflows.verification import broken_ledger
from czest.qms.workplace.tasks import Tasks
import datetime
from plone import api
import pytest
from support.routes import procedures
from zope.component import getUtility


EDITION = "qms_edition_workflow"
TRAIL = "czest.qms: View trail"
NIGHT = datetime.datetime(2026, 11, 24, 2, tzinfo=datetime.UTC)
MORNING = datetime.datetime(2026, 11, 24, 7, tzinfo=datetime.UTC)


def places(ledger):
    return [problem.field for problem in present_drift(ledger.current())]


def break_everything(portal):
    """Change what a Manager could change in Zope's management interface."""
    tool = portal.portal_workflow
    workflow = tool[EDITION]
    workflow.manager_bypass = 1
    workflow.states["approved"].setPermission("Modify portal content", 0, ["Manager"])
    workflow.transitions["approve"].setProperties(title="Approve", new_state_id="approved")
    workflow.states.addState("secret")
    tool.setChainForPortalTypes(["Record"], ("qms_library_workflow",))
    tool._delObject("qms_series_workflow")
    portal.manage_permission("Undo changes", ["Manager"], acquire=1)
    portal.__ac_roles__ = tuple(role for role in portal.__ac_roles__ if role != "Internal Auditor")
    api.portal.set_registry_record("remind_before", 30, interface=IDocumentSettings)
    api.portal.set_registry_record("czest.qms.words", {"pl": {"Draft": "Obejście"}})


BROKEN = [
    f"definitions.{EDITION}.manager_bypass",
    f"definitions.{EDITION}.states.secret",
    f"definitions.{EDITION}.states.approved.Modify portal content.Manager",
    f"definitions.{EDITION}.transitions.approve",
    "definitions.qms_series_workflow",
    "bindings.Record",
    "roles.Internal Auditor",
    "permissions.Undo changes",
    "records.czest.qms.words",
    "records.czest.qms.documents.settings.IDocumentSettings.remind_before",
]


def test_whatever_was_changed_past_the_manager_is_named_and_mended(portal, office, ledger, adjust):
    adjust(words={"Draft": {"pl": "Szkic"}}, grants={EDITION: {"approved": {TRAIL: {"Reviewer": True}}}})
    edition = office.approved(office.register())
    office.keep_template(procedures())
    break_everything(portal)
    with gate.opened("test"):
        portal.portal_workflow[EDITION].updateRoleMappingsFor(edition)
    assert api.user.has_permission("Modify portal content", username="manager", obj=edition)
    assert set(BROKEN) <= set(places(ledger))
    before = ledger.values
    office.do("pelnomocnik", portal, "return-to-recorded", reason="Ktoś zmienił w ZMI")
    assert places(ledger) == []
    assert ledger.values == before
    assert not api.user.has_permission("Modify portal content", username="manager", obj=edition)
    assert api.user.has_permission(TRAIL, username="sprawdzajacy", obj=edition)
    with pytest.raises(InvalidInput):
        office.do("pelnomocnik", portal, "return-to-recorded", reason="Jeszcze raz")


def held(edition, portal):
    """Return who holds each permission that the workflow of editions decides on."""
    names = portal.portal_workflow[EDITION].permissions
    return {name: sorted(rolesForPermissionOn(name, edition)) for name in names}


def test_what_a_foreign_workflow_governed_gets_its_own_rights_again(portal, office, ledger):
    edition = office.approved(office.register())
    expected, tool = held(edition, portal), portal.portal_workflow
    tool.setChainForPortalTypes(["Edition"], ("qms_library_workflow",))
    with gate.opened("test"):
        tool["qms_library_workflow"].updateRoleMappingsFor(edition)
        edition.reindexObject()
    assert held(edition, portal) != expected
    office.do("pelnomocnik", portal, "return-to-recorded", reason="Ktoś zmienił w ZMI")
    assert held(edition, portal) == expected
    (brain,) = portal.portal_catalog.unrestrictedSearchResults(UID=edition.UID())
    assert brain.review_state == "approved"


def test_an_object_that_cannot_be_read_is_named_and_holds_nobody_up(portal, office, ledger, adjust):
    broken, sound = [office.submitted(office.register(title=f"Procedura {number}")) for number in range(2)]
    with gate.opened("test"):
        broken.__parent__._delOb(broken.getId())
    adjust(grants={EDITION: {"in_review": {TRAIL: {"Reviewer": True}}}})
    assert api.user.has_permission(TRAIL, username="sprawdzajacy", obj=sound)
    assert ledger.work is None
    assert list(ledger.failed) == [broken.UID()]
    with clock.stopped_at(MORNING):
        assert getUtility(IJob, "workflows.drift").run().mapping == {"count": 1}
    assert [finding["place"] for finding in ledger.drift["findings"]] == [f"rights.{broken.UID()}"]
    with gate.opened("test"):
        broken.__parent__._setOb(broken.getId(), broken)
    office.do("pelnomocnik", portal, "return-to-recorded", reason="Przywrócono z kopii")
    assert api.user.has_permission(TRAIL, username="sprawdzajacy", obj=broken)
    assert list(ledger.failed) == []


def test_work_that_does_not_end_is_named_after_a_day(portal, office, ledger, adjust, monkeypatch):
    office.submitted(office.register())
    monkeypatch.setattr(work, "AT_ONCE", 0)
    with clock.stopped_at(MORNING):
        adjust(grants={EDITION: {"in_review": {TRAIL: {"Reviewer": True}}}})
        assert getUtility(IJob, "workflows.drift").run() is None
    with clock.stopped_at(MORNING + datetime.timedelta(days=2)):
        assert getUtility(IJob, "workflows.drift").run().mapping == {"count": 1}
    assert [finding["place"] for finding in ledger.drift["findings"]] == ["work"]


def duties(office, login):
    with office.acting_as(login):
        return [task.operation for task in Tasks().all() if task.operation == "return-to-recorded"]


def test_once_a_morning_the_officer_is_told(portal, office, ledger):
    job = getUtility(IJob, "workflows.drift")
    portal.portal_workflow[EDITION].manager_bypass = 1
    with clock.stopped_at(NIGHT):
        assert job.run() is None
    with clock.stopped_at(MORNING):
        assert job.run().mapping == {"count": 1}
        assert job.run() is None
    assert len(getUtility(IOutbox)._messages) == 1
    assert [finding["place"] for finding in ledger.drift["findings"]] == [f"definitions.{EDITION}.manager_bypass"]
    ((place, message),) = noted(ledger)
    assert (place, str(message)) == (f"definitions.{EDITION}.manager_bypass", BYPASS)
    assert duties(office, "pelnomocnik") == ["return-to-recorded"]
    assert duties(office, "administrator") == duties(office, "autor") == []
    with clock.stopped_at(MORNING + datetime.timedelta(days=1)):
        assert job.run().mapping == {"count": 1}
    assert len(getUtility(IOutbox)._messages) == 1
    assert ledger.drift["since"] == "2026-11-24"
    office.do("pelnomocnik", portal, "return-to-recorded", reason="Ktoś zmienił w ZMI")
    assert duties(office, "pelnomocnik") == []
    with clock.stopped_at(MORNING + datetime.timedelta(days=2)):
        assert job.run() is None


def test_the_letter_is_in_the_words_of_the_office(portal, ledger, adjust):
    letter = {"subject": "Przebiegi zmienione", "text": "Różnic: ${count}.\n\n${address}"}
    adjust(letters={"drift": {"en": letter}})
    portal.portal_workflow[EDITION].manager_bypass = 1
    with clock.stopped_at(MORNING):
        assert getUtility(IJob, "workflows.drift").run().mapping == {"count": 1}
    (message,) = getUtility(IOutbox)._messages.values()
    assert message.letter.subject == "Przebiegi zmienione"
    assert message.letter.text.startswith(f"Różnic: 1.\n\n{portal.absolute_url()}/@@workflow-drift\n")


def test_a_ledger_that_was_written_past_the_operations_is_named(portal, ledger, adjust):
    assert list(broken_ledger()) == []
    adjust(settings={"remind_before": 5})
    assert list(broken_ledger()) == []
    ledger.record({**ledger.values, "settings": {}}, "adjust-workflows")
    ((chain, seq, _message),) = broken_ledger()
    assert (chain, seq) == ("workflows", 1)


def test_decisions_without_any_trail_are_named(portal, ledger):
    ledger.record({**ledger.values, "settings": {"remind_before": 4}}, "adjust-workflows")
    ((chain, seq, _message),) = broken_ledger()
    assert (chain, seq) == ("workflows", None)
