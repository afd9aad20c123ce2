"""Whatever an office adjusts, exports, takes in and takes back: the laws of documents stand, and all leads back."""

from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.jobs.transactions import roll_back
from czest.qms.operations.errors import InvalidInput
from czest.qms.workflows.drift import present_drift
from czest.qms.workflows.live import live_definition
from czest.qms.workflows.live import live_xml
from czest.qms.workflows.live import shipped_definitions
from czest.qms.workflows.live import WORKFLOWS
from czest.qms.workflows.rules.adjustments import Adjustments
from czest.qms.workflows.rules.adjustments import plain
from czest.qms.workflows.rules.cells import FREE_PERMISSIONS
from czest.qms.workflows.rules.cells import FREE_ROLES
from czest.qms.workflows.rules.differences import differences
from czest.qms.workflows.rules.exporting import export_of
from czest.qms.workflows.rules.laws import broken
from dataclasses import replace
from hypothesis import HealthCheck
from hypothesis import Phase
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize
from hypothesis.stateful import invariant
from hypothesis.stateful import rule
from hypothesis.stateful import RuleBasedStateMachine
from hypothesis.stateful import run_state_machine_as_test
from plone.namedfile.file import NamedFile
import pytest
from support.routes import APPROVAL
from support.routes import CHECK
from support.routes import OPINION
from support.routes import procedures
import transaction
from zope.component import getUtility


EDITION = "qms_edition_workflow"
GOVERNED = tuple(WORKFLOWS)
CELLS = [
    (workflow_id, state.id, permission, role)
    for workflow_id in GOVERNED
    for state in shipped_definitions()[workflow_id].states.values()
    for permission in FREE_PERMISSIONS
    if permission in state.permissions and "View" in state.permissions
    for role in FREE_ROLES
    if role in state.permissions["View"].roles
]
TITLES = ("Draft", "In review", "Filed", "Return for correction")
LETTER = {"subject": "Pismo: ${edition}", "text": "${edition}\n\n${address}"}


class AnySequence(RuleBasedStateMachine):
    """The quality officer at work; the test gives it the office and the ledger."""

    office = ledger = None

    @initialize()
    def begin(self):
        self.savepoint = transaction.savepoint()
        self.exports = []

    def teardown(self):
        try:
            self.undo_everything()
        finally:
            roll_back(self.savepoint)

    def adjust(self, **changes):
        self.attempt("adjust-workflows", changes=changes)

    def attempt(self, operation, **data):
        """Perform an operation; words that clash, and what changes nothing, are refused."""
        before = self.ledger.values
        try:
            self.office.do("pelnomocnik", self.office.portal, operation, reason="Losowo", **data)
        except InvalidInput:
            assert self.ledger.values == before

    @rule(cell=st.sampled_from(CELLS), given=st.one_of(st.none(), st.booleans()))
    def grant(self, cell, given):
        workflow_id, state, permission, role = cell
        self.adjust(grants={workflow_id: {state: {permission: {role: given}}}})

    @rule(title=st.sampled_from(TITLES), language=st.sampled_from(["en", "pl"]), word=st.sampled_from("ABC"))
    def word(self, title, language, word):
        self.adjust(words={title: {language: word}})

    @rule(name=st.sampled_from(sorted(PATTERNS)), kinds=st.sampled_from([None, [], ["Procedure"]]))
    def optional_state(self, name, kinds):
        self.adjust(optional_states={name: kinds})

    @rule(days=st.one_of(st.none(), st.integers(1, 30)), silence=st.booleans())
    def settings_and_letters(self, days, silence):
        text = None if days is None else {"pl": LETTER}
        letters = {"check": text, "entry_archived": text}
        self.adjust(settings={"check_days": days, "silence_ends_opinions": silence}, letters=letters)

    @rule(days=st.integers(1, 30), title=st.sampled_from("ABC"))
    def keep_template(self, days, title):
        stages = (CHECK, replace(OPINION, days=days), APPROVAL)
        self.office.keep_template(procedures(stages, title=title))

    @rule()
    def remove_template(self):
        templates = getUtility(IRouteTemplates)
        if templates.templates():
            with self.office.acting_as("pelnomocnik"):
                templates.remove("procedury")

    @rule()
    def export(self):
        self.exports.append(export_of(self.ledger.values))

    @rule(data=st.data())
    def take_in(self, data):
        known = [*self.exports, live_xml(EDITION)]
        content = data.draw(st.sampled_from(range(len(known))))
        self.attempt("import-adjustments", file=NamedFile(known[content], filename="x"))

    @rule(data=st.data())
    def undo(self, data):
        count = len(self.ledger.revisions())
        if count:
            self.attempt("undo-adjustment", number=data.draw(st.integers(1, count)))

    @invariant()
    def no_door_is_open(self):
        for workflow_id in GOVERNED:
            assert broken(live_definition(workflow_id)) == []

    @invariant()
    def the_site_is_as_recorded(self):
        assert present_drift(self.ledger.current()) == []

    def undo_everything(self):
        if self.ledger.values != plain(Adjustments()):
            self.office.do("pelnomocnik", self.office.portal, "undo-adjustment", number=1, reason="Wszystko")
        for workflow_id in WORKFLOWS:
            shipped, live = shipped_definitions()[workflow_id], live_definition(workflow_id)
            assert differences(shipped, live) == []
            # Only the order in which the exporter writes permissions is its own.
            assert replace(live, permissions=shipped.permissions) == shipped


@pytest.mark.hypothesis
def test_any_sequence_of_adjustments_leaves_the_laws_standing(office, ledger):
    things = {"office": office, "ledger": ledger}
    # The daily run has few and short searches: each step asks every definition anew.
    longest = settings.default
    run_state_machine_as_test(
        type("InThisSite", (AnySequence,), things),
        settings=settings(
            max_examples=max(3, longest.max_examples // 8),
            stateful_step_count=max(8, longest.stateful_step_count // 3),
            deadline=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
