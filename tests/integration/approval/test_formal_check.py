"""Formal check: an optional state in which the quality officer looks at a draft before the route begins."""

from czest.qms import clock
from czest.qms.documents.content import state_of
from czest.qms.documents.settings import IDocumentSettings
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.workplace.tasks import Tasks
import datetime
from plone import api
import pytest
from support.optional_states import turn_on
from zope.component import getUtility


DAY = datetime.date(2026, 11, 25)


@pytest.fixture(autouse=True)
def formal_check(portal):
    turn_on("formal_check")
    with clock.stopped_at(DAY):
        yield


@pytest.fixture
def asked(office):
    edition = office.draft(office.register())
    return office.do("autor", edition, "begin-formal-check")


def tasks_of(office, login):
    with office.acting_as(login):
        return [(task.operation, task.due) for task in Tasks().all()]


def last_entry(edition):
    return getUtility(ITrail).entries(edition.document.UID())[-1]


def test_the_officer_is_asked_and_the_content_is_frozen(office, asked):
    assert state_of(asked) == "in_formal_check"
    assert tasks_of(office, "pelnomocnik") == [("end-formal-check", None)]
    assert tasks_of(office, "autor") == []
    with pytest.raises(ObjectMovedOn):
        office.do("autor", asked, "save", title="Inny tytuł")
    with office.acting_as("pracownik"):
        assert not api.user.has_permission("View", obj=asked)


def test_the_days_of_a_check_are_its_deadline(office):
    api.portal.set_registry_record("check_days", 5, interface=IDocumentSettings)
    office.do("autor", office.draft(office.register()), "begin-formal-check")
    assert tasks_of(office, "pelnomocnik") == [("end-formal-check", DAY + datetime.timedelta(days=5))]


@pytest.mark.parametrize(("reason", "is_right"), [("", True), ("  ", True), ("Brak podstawy prawnej.", False)])
def test_it_ends_with_or_without_something_to_correct(office, asked, reason, is_right):
    office.do("pelnomocnik", asked, "end-formal-check", reason=reason)
    assert (state_of(asked), asked.consultation) == ("draft", None)
    assert (last_entry(asked).reason, last_entry(asked).details["is_right"]) == (reason.strip(), is_right)
    office.do("autor", asked, "submit")
    assert state_of(asked) == "in_review"


def test_the_author_takes_it_back_or_submits_it(office, asked):
    office.do("autor", asked, "retract")
    assert (state_of(asked), asked.consultation) == ("draft", None)
    office.do("autor", asked, "begin-formal-check")
    office.do("autor", asked, "submit")
    assert (state_of(asked), asked.consultation) == ("in_review", None)


@pytest.mark.parametrize("login", ["autor", "sprawdzajacy", "pracownik", "administrator", "manager"])
def test_nobody_but_the_officer_ends_it(office, asked, login):
    with pytest.raises(NotPermitted):
        office.do(login, asked, "end-formal-check")


def test_an_officer_who_wrote_the_draft_does_not_check_it(office):
    edition = office.draft(office.register("pelnomocnik"), "pelnomocnik")
    with pytest.raises(ObjectMovedOn, match="no quality officer"):
        office.do("pelnomocnik", edition, "begin-formal-check")


def test_an_empty_draft_is_not_checked(office):
    edition = office.do("autor", office.register(), "open-revision", kind="edition")
    with pytest.raises(InvalidInput):
        office.do("autor", edition, "begin-formal-check")
    assert state_of(edition) == "draft"
