"""Reading definitions from XML: what is none, and the questions a definition answers."""

from czest.qms.workflows.rules.definition import Guard
from czest.qms.workflows.rules.parsing import definition_of
from czest.qms.workflows.rules.parsing import UnreadableDefinition
import pytest
from support.adjusting import definitions


@pytest.mark.parametrize(
    "text",
    [b"", b"<dc-workflow", b"<other />", b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><dc-workflow />'],
)
def test_what_is_no_definition_is_refused(text):
    with pytest.raises(UnreadableDefinition):
        definition_of(text)


def test_a_transition_without_a_guard_asks_nothing():
    definition = definition_of(b'<dc-workflow><transition transition_id="jump" /></dc-workflow>')
    assert definition.transitions["jump"].guard == Guard()


def test_transitions_are_found_by_their_states():
    edition = definitions()["qms_edition_workflow"]
    assert [transition.id for transition in edition.leading_from("draft")] == ["submit", "take-over"]
    assert edition.sources_of("return") == ["in_review", "pending_approval"]
