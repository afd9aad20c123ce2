"""Whatever people try, in whatever order: the invariants of the life of a document hold (DESIGN §3)."""

from czest.qms import clock
from czest.qms.documents.content import state_of
from czest.qms.documents.jobs import BringIntoForce
from czest.qms.documents.rules.lifecycle import document_state
from czest.qms.documents.rules.lifecycle import EDITION_LIFE
from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.documents.rules.lifecycle import RELEASED_STATES
from czest.qms.documents.snapshots import computed_digest
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.errors import OperationRefused
import datetime
from hypothesis import strategies as st
from hypothesis.stateful import initialize
from hypothesis.stateful import invariant
from hypothesis.stateful import rule
from hypothesis.stateful import RuleBasedStateMachine
from hypothesis.stateful import run_state_machine_as_test
import pytest
from support.office import text
from support.people import PASSWORD
from zope.component import getUtility


PEOPLE = st.sampled_from(
    ["autor", "autor2", "pelnomocnik", "sprawdzajacy", "radca", "zatwierdzajacy", "pracownik", "manager"]
)
#: Input of each operation, right or wrong.
INPUT = {
    "submit": st.just({}),
    "retract": st.just({}),
    "release": st.just({}),
    "review": st.fixed_dictionaries({"password": st.sampled_from([PASSWORD, "zły"])}),
    "approve": st.fixed_dictionaries(
        {"password": st.sampled_from([PASSWORD, "zły"])},
        optional={"effective_from": st.dates(datetime.date(2026, 11, 20), datetime.date(2026, 12, 20))},
    ),
    "return": st.fixed_dictionaries({"reason": st.sampled_from(["Popraw", ""])}),
    "revoke-approval": st.just({"reason": "Pomyłka"}),
    "discard": st.just({"reason": "Zbędne"}),
    "save": st.fixed_dictionaries(
        {},
        optional={
            "title": st.sampled_from(["Pierwszy", "Drugi"]),
            "body": st.sampled_from([text("<p>A</p>"), text("<p>B</p>")]),
            "change_description": st.sampled_from(["Opis", ""]),
            "reviewers": st.lists(st.sampled_from(["sprawdzajacy", "radca", "autor2"]), max_size=2, unique=True),
            "approvers": st.sampled_from([["zatwierdzajacy"], [], ["autor"]]),
        },
    ),
}
#: What the trail calls a change of state, and where it leads; ``review`` leads on only when the stage is complete.
LEADS_TO = {
    name: transition.target for name, transition in EDITION_LIFE.items() if name != "review" and transition.target
}


class Life(RuleBasedStateMachine):
    """One document under the hands of everybody."""

    office = None

    @initialize()
    def register(self):
        self.today = datetime.date(2026, 11, 25)
        self.released = {}
        with clock.stopped_at(self.today):
            self.document = self.office.register(owner_unit="OR")

    def attempt(self, login, content, operation_id, **data):
        """Try an operation; a refusal must leave no mark."""
        before = self.stored()
        try:
            with clock.stopped_at(self.today):
                self.office.do(login, content, operation_id, **data)
        except OperationRefused:
            assert self.stored() == before

    def stored(self):
        """Return what is stored of the document, its editions and its trail."""
        contents = [self.document, *self.document.editions()]
        pictures = [sorted((name, repr(value)) for name, value in content.__dict__.items()) for content in contents]
        return pictures, getUtility(ITrail).head(self.document.UID())

    @rule(
        login=PEOPLE,
        beginning=st.sampled_from(["template", "current", "file"]),
        kind=st.sampled_from(["edition", "amendment"]),
    )
    def open_revision(self, login, beginning, kind):
        self.attempt(login, self.document, "open-revision", **{"from": beginning}, kind=kind)

    @rule(login=PEOPLE, data=st.data(), operation_id=st.sampled_from(sorted(INPUT)))
    def operate_on_the_newest(self, login, data, operation_id):
        editions = self.document.editions()
        if editions:
            self.attempt(login, editions[0], operation_id, **data.draw(INPUT[operation_id]))

    @rule(data=st.data(), operation_id=st.sampled_from(["submit", "review", "approve", "release"]))
    def the_right_person_goes_on(self, data, operation_id):
        """Make progress likely: random people alone would seldom get anything into force."""
        edition = self.document.open_edition()
        if edition is None:
            return self.attempt("autor", self.document, "open-revision")
        if state_of(edition) == "draft":
            route = {"reviewers": ["sprawdzajacy"], "approvers": ["zatwierdzajacy"], "change_description": "Opis"}
            self.attempt("autor", edition, "save", **route)
        login = {"submit": "autor", "review": "sprawdzajacy", "approve": "zatwierdzajacy"}.get(
            operation_id, "pelnomocnik"
        )
        secret = {"password": PASSWORD} if operation_id in ("review", "approve") else {}
        return self.attempt(login, edition, operation_id, **secret)

    @rule(login=PEOPLE)
    def withdraw(self, login):
        self.attempt(login, self.document, "withdraw", reason="Uchylono")

    @rule(days=st.integers(1, 9))
    def days_pass(self, days):
        self.today += datetime.timedelta(days=days)
        with clock.stopped_at(self.today):
            BringIntoForce().run()

    @invariant()
    def at_most_one_in_force_and_one_open(self):
        states = [state_of(edition) for edition in self.document.editions()]
        assert states.count("in_force") <= 1
        assert sum(state in OPEN_STATES for state in states) <= 1
        assert document_state(states) == state_of(self.document)

    @invariant()
    def released_content_never_changes(self):
        for edition in self.document.editions():
            if state_of(edition) in RELEASED_STATES:
                assert computed_digest(edition) == edition.digest
            if state_of(edition) in RELEASED_STATES - {"approved"}:
                assert self.released.setdefault(edition.number, edition.digest) == edition.digest
        assert set(self.released) <= {edition.number for edition in self.document.editions()}

    @invariant()
    def no_author_signed_what_is_released(self):
        for edition in self.document.editions():
            standing = [signature for signature in edition.signatures if not signature["void"]]
            assert not {signature["login"] for signature in standing} & set(edition.authors)
            assert all(signature["digest"] == edition.digest for signature in standing)
            if state_of(edition) in RELEASED_STATES:
                acts = [signature["act"] for signature in standing]
                assert acts.count("review") == len(edition.reviewers) > 0
                assert acts.count("approve") == len(edition.approvers) > 0

    @invariant()
    def the_trail_explains_the_state(self):
        trail = getUtility(ITrail)
        assert trail.verify(self.document.UID()).valid
        explained = {}
        for entry in trail.entries(self.document.UID()):
            if entry.operation == "discard":
                explained.pop(entry.details["edition"])
            elif entry.operation == "open-revision":
                explained[entry.edition] = "draft"
            elif entry.operation in LEADS_TO and entry.edition is not None:
                self._supersede(explained, entry)
                explained[entry.edition] = LEADS_TO[entry.operation]
            elif entry.operation == "withdraw":
                explained[entry.details["edition"]] = "withdrawn"
        for edition in self.document.editions():
            state = state_of(edition)
            assert state == explained[edition.number] or (state, explained[edition.number]) == (
                "pending_approval",
                "in_review",
            )

    def _supersede(self, explained, entry):
        if LEADS_TO[entry.operation] == "in_force":
            for number, state in explained.items():
                if state == "in_force":
                    explained[number] = "superseded"


@pytest.mark.hypothesis
def test_invariants(office):
    Life.office = office
    run_state_machine_as_test(Life)
