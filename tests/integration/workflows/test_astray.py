"""Single objects that were changed past the operations: found by the nightly walk, told, and given back what is theirs."""

from AccessControl.Permission import getPermissionIdentifier
from Acquisition import aq_base
from czest.qms import clock
from czest.qms.documents.content import state_of
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.interfaces import IJob
from czest.qms.operations import gate
from czest.qms.workflows import astray
from czest.qms.workflows import walking
from czest.qms.workflows import work
from czest.qms.workflows.astray import readable
from czest.qms.workflows.drift import whole_drift
from czest.qms.workflows.drifting import noted
from czest.qms.workflows.job import GiveRights
from czest.qms.workflows.messages import sentence
from czest.qms.workflows.objects import Recorded
from czest.qms.workflows.walking import WalkObjects
from czest.qms.workplace.tasks import Tasks
import datetime
from plone import api
from Products.CMFCore.indexing import processQueue
import pytest
from support import lives
from support.archive_office import ArchiveOffice
from support.people import hire_everybody
from ZODB.POSException import ReadConflictError
from zope.component import getUtility


EDITION = "qms_edition_workflow"
DAY = datetime.timedelta(days=1)
MORNING = datetime.datetime(2026, 11, 24, 7, tzinfo=datetime.UTC)
MODIFY = "Modify portal content"


@pytest.fixture
def check(ledger, monkeypatch):
    """Return a function that lets a night pass and returns the places that the check found."""
    monkeypatch.setattr(walking, "in_transaction", lambda piece: piece())
    mornings = iter(range(9))

    def check():
        with clock.stopped_at(MORNING + next(mornings) * DAY):
            WalkObjects().run()
            getUtility(IJob, "workflows.drift").run()
        return sorted(finding["place"].removeprefix("objects.") for finding in ledger.drift["findings"])

    return check


def stored(content):
    """Return who may do what on an object, as it is stored."""
    base = aq_base(content)
    base._p_activate()
    permissions = {name: value for name, value in vars(base).items() if name.endswith("_Permission")}
    history = {name: [line["review_state"] for line in lines] for name, lines in content.workflow_history.items()}
    return permissions, history, content.get_local_roles(), getattr(base, "__ac_local_roles_block__", False)


def set_state(content, workflow_id, state):
    status = {"review_state": state, "action": None, "actor": "x", "comments": "", "time": clock.now()}
    api.portal.get_tool("portal_workflow").setStatusOf(workflow_id, content, status)


def take_permission_off(content, name):
    delattr(content, getPermissionIdentifier(name))


#: What somebody does to an object past the operations → the part that is named.
TAMPERED = {
    "a role more": (lambda one: one.manage_permission(MODIFY, ["Manager"], acquire=0), "rights"),
    "taken over": (lambda one: one.manage_permission("View", ["Manager"], acquire=1), "rights"),
    "taken off": (lambda one: take_permission_off(one, "View"), "rights"),
    "foreign": (lambda one: setattr(one, getPermissionIdentifier("Mail forgotten password"), ("Member",)), "foreign"),
    "role": (lambda one: one.manage_setLocalRoles("pracownik", ["Editor", "Owner"]), "roles"),
    "closed": (lambda one: setattr(one, "__ac_local_roles_block__", True), "closed"),
}


def test_each_way_past_the_operations_is_found_and_given_back(portal, office, ledger, check):
    edition = office.approved(office.register())
    forged, unknown = office.approved(office.register()), office.submitted(office.register())
    record = ArchiveOffice(office).record()
    containers = (office.library, record.series, portal["akty"], portal["archiwum"])
    objects = (edition, edition.document, forged, unknown, record, *containers)
    before = [stored(one) for one in objects]
    assert check() == []
    tampered = dict(zip(TAMPERED, (edition, edition.document, record, *containers), strict=False))
    with gate.opened("test"):
        for way, content in tampered.items():
            TAMPERED[way][0](content)
        set_state(forged, EDITION, "draft")
        portal.portal_workflow[EDITION].updateRoleMappingsFor(forged)
        forged.reindexObject()
        set_state(unknown, EDITION, "secret")
    found = check()
    workflow = portal.portal_workflow.getChainFor
    expected = [f"{workflow(one)[0]}.{one.UID()}.{TAMPERED[way][1]}" for way, one in tampered.items()]
    expected += [f"{EDITION}.{forged.UID()}.{part}" for part in ("rights", "state")] + [
        f"{EDITION}.{unknown.UID()}.state"
    ]
    assert set(expected) <= set(found)
    # The author is that of the draft again: the roles of its document would follow.
    assert {place.rsplit(".", 1)[0] for place in found} - {place.rsplit(".", 1)[0] for place in expected} <= {
        f"qms_document_workflow.{forged.document.UID()}"
    }
    count = ledger.drift["count"]
    assert count == len({place.split(".")[1] for place in found})
    assert api.user.has_permission(MODIFY, username="manager", obj=edition)
    office.do("pelnomocnik", portal, "return-to-recorded", reason="Ktoś zmienił w konsoli")
    assert getUtility(ITrail).head("workflows").details["objects"] == count
    for one, states in {forged: ["draft", "approved"], unknown: ["secret", "in_review"]}.items():
        entry = getUtility(ITrail).head(one.document.UID())
        assert (entry.operation, entry.actor, entry.reason) == (
            "return-to-recorded",
            "pelnomocnik",
            "Ktoś zmienił w konsoli",
        )
        assert (entry.object_uid, entry.details["states"]) == (one.UID(), states)
    assert (ledger.work, list(ledger.failed), whole_drift(ledger)) == (None, [], [])
    assert [stored(one) for one in objects] == before
    assert not api.user.has_permission(MODIFY, username="manager", obj=edition)
    (brain,) = portal.portal_catalog.unrestrictedSearchResults(UID=forged.UID())
    assert brain.review_state == state_of(forged) == "approved"
    assert check() == []


def test_an_edition_waits_again_for_those_for_whom_it_waited(portal, office, ledger, check):
    edition = office.submitted(office.register())
    office.do("sprawdzajacy", edition, "add-remark", text="Termin 7 dni jest za krótki.")

    def waiting():
        catalog, found = portal.portal_catalog, {}
        for login in ("autor", "sprawdzajacy"):
            with office.acting_as(login):
                found[login] = [task.operation for task in Tasks().all()]
        return found, len(catalog.unrestrictedSearchResults(written_by="autor", UID=edition.UID()))

    assert waiting() == ({"autor": ["answer-remark"], "sprawdzajacy": ["review"]}, 1)
    with gate.opened("test"):
        set_state(edition, EDITION, "superseded")
        edition.reindexObject()
    assert waiting() == ({"autor": [], "sprawdzajacy": []}, 0)
    check()
    office.do("pelnomocnik", portal, "return-to-recorded", reason="Ktoś ustawił stan w konsoli")
    assert waiting() == ({"autor": ["answer-remark"], "sprawdzajacy": ["review"]}, 1)


def test_an_edition_that_cannot_be_read_is_named_itself(portal, office, ledger, check):
    edition = office.submitted(office.register())
    with gate.opened("test"):
        setattr(edition, getPermissionIdentifier("View"), 1)
    assert check() == [edition.UID()]
    office.do("pelnomocnik", portal, "return-to-recorded", reason="Popsuty skrypt")
    assert (list(ledger.failed), check()) == ([], [])


def test_a_conflict_tells_nothing_of_an_object(portal, office, ledger, check, monkeypatch):
    edition = office.submitted(office.register())
    with gate.opened("test"):
        TAMPERED["foreign"][0](edition)
    check()

    def conflicting(_recorded, _content):
        raise ReadConflictError

    monkeypatch.setattr(Recorded, "problems", conflicting)
    with pytest.raises(ReadConflictError):
        whole_drift(ledger)


def test_a_row_that_is_gone_from_the_catalog_stops_no_walk(portal, office, ledger, check):
    edition, lost = office.submitted(office.register()), office.register(title="Bez wiersza")
    with gate.opened("test"):
        TAMPERED["foreign"][0](edition)
    processQueue()
    catalog = portal.portal_catalog
    del catalog._catalog.data[catalog.getrid("/".join(lost.getPhysicalPath()))]
    assert check() == [f"{EDITION}.{edition.UID()}.foreign"]


def test_only_whom_an_object_is_for_learns_which_one_it_is(portal, office, ledger, check, monkeypatch):
    editions = [office.submitted(office.register(title=f"Procedura {number}")) for number in range(3)]
    monkeypatch.setattr(astray, "NAMED", 2)
    with gate.opened("test"):
        for edition in editions:
            TAMPERED["foreign"][0](edition)
    check()
    assert ledger.drift["count"] == 3

    def told(login):
        with office.acting_as(login):
            live = [str(sentence(one)) for one in readable(whole_drift(ledger))]
            assert [str(message) for _place, message in noted(ledger)] == live
            return [portal.translate(sentence(one), target_language="en") for one in readable(whole_drift(ledger))]

    *named, further = told("pelnomocnik")
    paths = {"/".join(edition.getPhysicalPath()) for edition in editions}
    assert len({path for path in paths for line in named if f" {path} " in line}) == len(named) == 2
    assert further == "Further objects differ, which are not named here: 1."
    assert told("administrator") == ["Further objects differ, which are not named here: 3."]


def test_many_objects_are_looked_at_and_mended_piece_by_piece(portal, office, ledger, check, monkeypatch):
    editions = [office.submitted(office.register(title=f"Procedura {number}")) for number in range(3)]
    with gate.opened("test"):
        for edition in editions:
            TAMPERED["role"][0](edition)
    monkeypatch.setattr(walking, "PIECE", 2)
    monkeypatch.setattr(walking, "PIECES", 1)
    drift = getUtility(IJob, "workflows.drift")
    with clock.stopped_at(MORNING):
        turns = 0
        while ledger.walked is None:
            assert drift.run() is None or turns == 0
            WalkObjects().run()
            turns += 1
    assert turns > 2
    monkeypatch.undo()
    monkeypatch.setattr(work, "AT_ONCE", 2)
    office.do("pelnomocnik", portal, "return-to-recorded", reason="Wszystko naraz")
    assert len(ledger.plan) == 3
    monkeypatch.setattr("czest.qms.workflows.job.in_transaction", lambda piece: piece())
    assert GiveRights().run().mapping == {"count": 3}
    assert (whole_drift(ledger), [one.get_local_roles() for one in editions]) == ([], [()] * 3)


def test_states_are_traced_on_every_object_however_many_there_are(portal, office, ledger, check, monkeypatch):
    """Those beyond the named ones too, and those that the job gives back."""
    monkeypatch.setattr(astray, "NAMED", 1)
    editions = [office.submitted(office.register(title=f"Procedura {number}")) for number in range(3)]
    with gate.opened("test"):
        for edition in editions:
            set_state(edition, EDITION, "draft")
    check()
    monkeypatch.setattr(work, "AT_ONCE", 2)
    office.do("pelnomocnik", portal, "return-to-recorded", reason="Ktoś ustawił stan w konsoli")
    monkeypatch.setattr("czest.qms.workflows.job.in_transaction", lambda piece: piece())
    GiveRights().run()
    for edition in editions:
        entry = getUtility(ITrail).head(edition.document.UID())
        assert (entry.operation, entry.actor, entry.object_uid) == ("return-to-recorded", "pelnomocnik", edition.UID())
        assert entry.details["states"] == ["draft", "in_review"]


def test_a_walk_that_fails_keeps_the_check_for_a_few_hours_only(portal, office, ledger, monkeypatch):
    office.submitted(office.register())
    monkeypatch.setattr(walking, "in_transaction", lambda piece: piece())
    monkeypatch.setattr(walking, "PIECE", 1)
    monkeypatch.setattr(walking, "PIECES", 1)
    job = getUtility(IJob, "workflows.drift")
    with clock.stopped_at(MORNING):
        WalkObjects().run()
        assert ledger.walk is not None
        job.run()
        assert ledger.drift is None
    with clock.stopped_at(MORNING + walking.LONGEST):
        job.run()
    assert ledger.drift["findings"] == []


def test_a_walk_begins_anew_when_somebody_adjusts_meanwhile(portal, office, ledger, check, adjust, monkeypatch):
    office.submitted(office.register())
    monkeypatch.setattr(walking, "PIECE", 1)
    monkeypatch.setattr(walking, "PIECES", 1)
    with clock.stopped_at(MORNING):
        WalkObjects().run()
        assert ledger.walk is not None
        adjust(grants={EDITION: {"in_review": {"czest.qms: View trail": {"Reviewer": True}}}})
        assert ledger.walk is None
    monkeypatch.setattr(walking, "PIECES", 99)
    assert check() == []


def test_nobody_goes_on_from_a_state_that_nothing_explains(portal, office, ledger, check, adjust):
    edition = office.approved(office.register())
    with gate.opened("test"):
        set_state(edition, EDITION, "draft")
        set_state(edition, EDITION, "in_review")
        lines = edition.workflow_history[EDITION]
        edition.workflow_history[EDITION] = (*lines[:-1], {**lines[-1], "action": "submit"})
        edition.reindexObject()
    assert check() == [f"{EDITION}.{edition.UID()}.state"]
    before = stored(edition)
    office.do("pelnomocnik", portal, "return-to-recorded", reason="Może się uda")
    assert (list(ledger.failed), stored(edition)) == ([edition.UID()], before)
    adjust(grants={EDITION: {"in_review": {"czest.qms: View trail": {"Reviewer": True}}}})
    assert (list(ledger.failed), stored(edition)) == ([edition.UID()], before)


class TestAWholeLife:
    """An office in which an object stands in every state of every workflow."""

    @pytest.fixture
    def site_begins_with(self):
        return (hire_everybody, lives.live, lives.live_in_optional_states)

    def test_whatever_operations_do_is_no_drift(self, check, adjust):
        adjust(optional_states=dict.fromkeys(PATTERNS, []))
        assert check() == []
