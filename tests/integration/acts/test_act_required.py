"""Where the office says so, nothing but a legal act brings an approved edition into force (SIG-1)."""

from czest.qms import clock
from czest.qms.documents import jobs
from czest.qms.documents.content import state_of
from czest.qms.documents.settings import IDocumentSettings
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import ObjectMovedOn
import datetime
from plone import api
import pytest
from support.people import PASSWORD
from zope.component import getUtility
from zope.globalrequest import getRequest


OFFICER, APPROVER = "pelnomocnik", "zatwierdzajacy"
DAY = datetime.date(2026, 11, 24)
LATER = datetime.date(2027, 11, 24)


def set_setting(name, value):
    api.portal.set_registry_record(name, value, interface=IDocumentSettings)


@pytest.fixture
def required(office):
    set_setting("act_required", ["Procedure"])
    with clock.stopped_at(DAY):
        yield office


def run_scheduler():
    with clock.stopped_at(LATER):
        jobs.BringIntoForce().run()


def test_approval_does_not_schedule(required):
    edition = required.approved(required.register(), effective_from=DAY)
    assert (state_of(edition), edition.awaits_act, edition.approval_basis) == ("approved", True, "zarządzenie")
    run_scheduler()
    assert state_of(edition) == "approved"
    entry = getUtility(ITrail).entries(edition.document.UID())[-1]
    assert entry.details["awaits_act"] is True


def test_the_officer_does_not_release_it(required):
    edition = required.approved(required.register())
    with pytest.raises(ObjectMovedOn):
        required.do(OFFICER, edition, "release")
    assert state_of(edition) == "approved"


def test_sig_1_the_act_brings_it_into_force(required):
    edition = required.approved(required.register())
    required.do(OFFICER, required.record_act(), "enact", editions=[edition.UID()])
    assert (state_of(edition), edition.in_force_from, edition.awaits_act) == ("in_force", DAY, False)


def test_other_kinds_are_as_before(required):
    edition = required.approved(required.register(kind="Instruction"), effective_from=DAY)
    assert (edition.awaits_act, edition.approval_basis) == (False, "upoważnienie")
    run_scheduler()
    assert state_of(edition) == "in_force"


def test_a_later_setting_does_not_free_what_awaits_an_act(required):
    edition = required.approved(required.register(), effective_from=DAY)
    set_setting("act_required", [])
    run_scheduler()
    assert state_of(edition) == "approved"


def test_a_revoked_approval_awaits_nothing(required):
    edition = required.approved(required.register(), effective_from=DAY)
    required.do(OFFICER, edition, "revoke-approval", reason="Błąd")
    assert (state_of(edition), edition.awaits_act) == ("draft", False)


def test_a_planned_day_that_passed_does_not_stand_in_the_way_of_the_approval(required):
    edition = required.reviewed(required.register(), effective_from=DAY)
    with clock.stopped_at(LATER):
        required.do(APPROVER, edition, "approve", password=PASSWORD)
        assert state_of(edition) == "approved"


def test_a_past_day_given_with_the_approval_is_refused(required):
    edition = required.reviewed(required.register())
    with pytest.raises(InvalidInput) as refusal:
        required.do(APPROVER, edition, "approve", password=PASSWORD, effective_from=datetime.date(2026, 11, 1))
    assert [field for field, _message in refusal.value.errors] == ["effective_from"]


def test_the_form_of_the_approval_asks_for_no_day_and_says_why(required):
    edition = required.reviewed(required.register())
    with required.acting_as(APPROVER):
        operation = operation_named(edition, getRequest(), "approve")
        assert operation.withheld() == ("effective_from",)
        assert operation.defaults()["effective_from"] is None
        sentences = [str(sentence) for sentence in operation.consequences()]
    assert "Edition ${number} waits for the legal act that brings it into force." in sentences
    assert "On the day given, edition ${number} comes into force." not in sentences


def test_sig_1_the_usual_basis_is_the_offices(office):
    set_setting("approval_basis", "upoważnienie nr 7/2024")
    assert office.approved(office.register()).approval_basis == "upoważnienie nr 7/2024"
    given = office.approved(office.register(), approval_basis="pełnomocnictwo")
    assert given.approval_basis == "pełnomocnictwo"
