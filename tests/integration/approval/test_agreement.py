"""Agreement: an optional state in which units and posts are asked until a day, before the route begins."""

from czest.qms import clock
from czest.qms.approval.jobs import EndAgreements
from czest.qms.documents.access import apply_access
from czest.qms.documents.content import state_of
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations import gate
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.workplace.tasks import Tasks
from czest.qms.workplace.waiting import Waiting
import datetime
from plone import api
import pytest
from support.optional_states import add_to_workflow
from support.optional_states import turn_on
from support.people import PASSWORD
from zope.component import getUtility
from zope.globalrequest import getRequest


DAY = datetime.date(2026, 11, 25)
UNTIL = datetime.date(2026, 12, 2)


@pytest.fixture(autouse=True)
def today():
    with clock.stopped_at(DAY):
        yield


@pytest.fixture
def agreement(portal):
    turn_on("agreement")


def asked(office, *keys, **data):
    """Ask for agreement on a new draft."""
    edition = office.draft(office.register(**data))
    return office.do(
        "autor", edition, "begin-agreement", asked=list(keys or ["unit:OR", "post:informatyk"]), until=UNTIL
    )


def may_read(office, login, content):
    with office.acting_as(login):
        return bool(api.user.has_permission("View", obj=content))


def tasks_of(office, login):
    with office.acting_as(login):
        return [task.operation for task in Tasks().all()]


def refusal(office, login, edition, operation):
    with office.acting_as(login):
        return operation_named(edition, getRequest(), operation).refusal()


def test_it_is_refused_where_the_office_has_not_turned_it_on(office):
    edition = office.draft(office.register())
    with pytest.raises(ObjectMovedOn, match="does not use the state"):
        office.do("autor", edition, "begin-agreement", asked=["unit:OR"], until=UNTIL)
    assert state_of(edition) == "draft"


@pytest.mark.parametrize("kind", ["Procedure", "Instruction"])
def test_it_is_offered_for_the_kinds_chosen_only(office, kind):
    turn_on("agreement", ["Procedure"])
    edition = office.draft(office.register(kind=kind))
    assert (refusal(office, "autor", edition, "begin-agreement") is None) is (kind == "Procedure")


def test_the_record_alone_does_not_turn_it_on_nor_the_workflow_alone(office):
    edition = office.draft(office.register())
    add_to_workflow(PATTERNS["agreement"])
    assert refusal(office, "autor", edition, "begin-agreement") is not None


def test_those_asked_read_the_frozen_draft_until_it_ends_and_nobody_else(office, agreement):
    edition = asked(office)
    assert state_of(edition) == "in_agreement"
    readers = ("pracownik", "informatyk", "sprawdzajacy", "autor", "pelnomocnik")
    assert all(may_read(office, login, edition) for login in readers)
    office.do("autor", edition, "end-agreement")
    assert state_of(edition) == "draft"
    assert [login for login in readers if may_read(office, login, edition)] == ["autor", "pelnomocnik"]


def test_only_those_asked_read(office, agreement):
    edition = asked(office, "post:informatyk")
    assert may_read(office, "informatyk", edition)
    assert not may_read(office, "pracownik", edition)


def test_a_restricted_draft_opens_to_those_asked_alone(office, agreement):
    edition = asked(office, "post:informatyk", access="distribution", distribution=["IT"])
    assert may_read(office, "informatyk", edition)
    assert not may_read(office, "pracownik", edition)
    office.do("autor", edition, "end-agreement")
    assert not may_read(office, "informatyk", edition)


@pytest.mark.parametrize("key", ["unit:OR", "post:naczelnik-or"])
def test_an_author_does_not_open_a_restricted_draft_beyond_its_distribution(office, agreement, key):
    with pytest.raises(InvalidInput) as refused:
        asked(office, "unit:IT", key, access="distribution", distribution=["IT"])
    ((field, sentence),) = refused.value.errors
    assert (field, "not on the distribution list" in sentence) == ("asked", True)


def test_a_document_that_stays_restricted_is_not_opened_by_a_proposal_for_all_staff(office, agreement):
    document = office.register(access="distribution", distribution=["IT"])
    edition = office.draft(document, access="staff")
    with pytest.raises(InvalidInput):
        office.do("autor", edition, "begin-agreement", asked=["unit:OR"], until=UNTIL)
    office.do("autor", edition, "begin-agreement", asked=["unit:IT"], until=UNTIL)


def test_a_quality_officer_who_writes_asks_whom_he_needs(office, agreement):
    edition = office.draft(office.register(access="distribution", distribution=["IT"]))
    with gate.opened("test"):
        edition.authors = ("autor", "pelnomocnik")
        apply_access(edition.document)
    office.do("pelnomocnik", edition, "begin-agreement", asked=["unit:OR"], until=UNTIL)
    assert may_read(office, "pracownik", edition)


def test_the_content_is_frozen(office, agreement):
    edition = asked(office)
    with pytest.raises(ObjectMovedOn):
        office.do("autor", edition, "save", title="Inny tytuł")
    with pytest.raises(ObjectMovedOn):
        office.do("autor", edition, "discard", reason="nie")


def test_asking_makes_nobody_an_author_and_leaves_one_open_edition(office, agreement):
    edition = asked(office)
    assert edition.authors == ("autor",)
    assert edition.document.open_edition().getId() == edition.getId()
    with pytest.raises(ObjectMovedOn):
        office.do("autor", edition.document, "open-revision")
    office.do("sprawdzajacy", edition, "answer-agreement", answer="remarks")
    office.do("autor", edition, "submit")
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    assert state_of(edition) == "pending_approval"


def test_each_unit_and_post_answers_once_and_then_the_author_acts(office, agreement):
    edition = asked(office)
    assert tasks_of(office, "pracownik") == tasks_of(office, "informatyk") == ["answer-agreement"]
    assert tasks_of(office, "autor") == []
    office.do("pracownik", edition, "answer-agreement", answer="agreed")
    assert tasks_of(office, "pracownik") == []
    with pytest.raises(ObjectMovedOn, match="Answered already"):
        office.do("sprawdzajacy", edition, "answer-agreement", answer="remarks")
    with pytest.raises(NotPermitted):
        office.do("auditor", edition, "answer-agreement", answer="agreed")
    office.do("informatyk", edition, "answer-agreement", answer="remarks")
    assert tasks_of(office, "autor") == ["end-agreement"]
    office.do("autor", edition, "end-agreement")
    entry = getUtility(ITrail).entries(edition.document.UID())[-1]
    assert entry.details["answers"] == {"unit:OR": "agreed", "post:informatyk": "remarks"}
    assert entry.details["silent"] == []
    assert tasks_of(office, "autor") == ["submit"]


def test_an_author_does_not_answer_for_his_own_unit(office, agreement):
    edition = asked(office, "unit:PJ", "unit:OR")
    with pytest.raises(NotPermitted):
        office.do("autor", edition, "answer-agreement", answer="agreed")
    assert tasks_of(office, "autor") == []
    assert tasks_of(office, "pelnomocnik") == ["answer-agreement"]


def test_it_is_stuck_until_answered_and_late_after_its_day(office, agreement):
    edition = asked(office)
    with office.acting_as("pelnomocnik"), clock.stopped_at(UNTIL + datetime.timedelta(days=2)):
        (row,) = Waiting().rows()
        assert (row["late"], len(row["asked"])) == (2, 2)
        assert row["plate"]["state"] == "in_agreement"
    assert edition.consultation.due == UNTIL


def test_it_ends_by_itself_on_the_day_after_the_last(office, agreement):
    edition = asked(office)
    office.do("pracownik", edition, "answer-agreement", answer="agreed")
    with clock.stopped_at(UNTIL):
        assert EndAgreements().run() is None
    with clock.stopped_at(UNTIL + datetime.timedelta(days=3)):
        assert edition.document.symbol in EndAgreements().run().mapping["symbols"]
        assert EndAgreements().run() is None
    assert state_of(edition) == "draft"
    entry = getUtility(ITrail).entries(edition.document.UID())[-1]
    assert (entry.operation, entry.details["silent"]) == ("end-agreement", ["post:informatyk"])
    assert not may_read(office, "informatyk", edition)


def test_submitted_out_of_it_the_edition_goes_its_route_and_those_asked_read_no_more(office, agreement):
    edition = asked(office)
    office.do("autor", edition, "submit")
    assert (state_of(edition), edition.consultation) == ("in_review", None)
    assert not may_read(office, "informatyk", edition)
    assert tasks_of(office, "informatyk") == []
    assert tasks_of(office, "sprawdzajacy") == ["review"]
    entry = getUtility(ITrail).entries(edition.document.UID())[-1]
    assert entry.details["silent"] == ["unit:OR", "post:informatyk"]


@pytest.mark.parametrize(
    ("keys", "until"),
    [
        (["unit:XX"], UNTIL),
        (["person:pracownik"], UNTIL),
        (["nikt"], UNTIL),
        (["post:specjalista-szj"], UNTIL),
        (["unit:OR"], DAY),
        (["unit:OR"], DAY + datetime.timedelta(days=366)),
    ],
)
def test_bad_input_is_refused_and_nothing_is_changed(office, agreement, keys, until):
    edition = office.draft(office.register())
    with pytest.raises(InvalidInput):
        office.do("autor", edition, "begin-agreement", asked=keys, until=until)
    assert (state_of(edition), edition.consultation) == ("draft", None)


@pytest.mark.parametrize("login", ["pracownik", "sprawdzajacy", "autor2", "auditor", "administrator", "manager"])
def test_only_who_writes_asks_and_only_he_or_the_officer_ends(office, agreement, login):
    edition = office.draft(office.register())
    assert refusal(office, login, edition, "begin-agreement") is not None
    office.do("autor", edition, "begin-agreement", asked=["unit:OR"], until=UNTIL)
    assert refusal(office, login, edition, "end-agreement") is not None
    assert refusal(office, "pelnomocnik", edition, "end-agreement") is None
