"""Reading definitions from XML: what is none, and the questions a definition answers."""

from czest.qms.workflows.rules.definition import called_as
from czest.qms.workflows.rules.definition import Guard
from czest.qms.workflows.rules.definition import State
from czest.qms.workflows.rules.differences import differences
from czest.qms.workflows.rules.parsing import definition_of
from czest.qms.workflows.rules.parsing import tree_of
from czest.qms.workflows.rules.parsing import UnreadableDefinition
from czest.qms.workflows.rules.problems import Door
from dataclasses import replace
from lxml import etree
import pytest
from support.adjusting import definitions
from support.adjusting import shipped


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


@pytest.mark.parametrize(
    "place, path, child",
    [
        ("states.draft", "state[@state_id='draft']", '<assignment name="sealed" type="str">no</assignment>'),
        (
            "states.draft",
            "state[@state_id='draft']",
            '<group-map name="Staff"><group-role>Editor</group-role></group-map>',
        ),
        (
            "transitions.submit",
            "transition[@transition_id='submit']",
            '<action url="x" category="workflow">Go</action>',
        ),
    ],
)
def test_what_else_a_state_or_a_transition_says_is_a_door(place, path, child):
    tree = tree_of(shipped()["qms_edition_workflow"])
    tree.find(path).append(etree.fromstring(child))
    (door,) = differences(definitions()["qms_edition_workflow"], definition_of(etree.tostring(tree)))
    assert isinstance(door, Door)
    assert door.field == place


def test_a_definition_is_called_as_another_and_stays_what_it_is():
    shipped_one = definitions()["qms_edition_workflow"]
    old = replace(shipped_one.states["draft"], title="Written", description="")
    secret = State("secret", "Secret")
    found = replace(shipped_one, title="Old", states={**shipped_one.states, "draft": old, "secret": secret})
    assert called_as(found, shipped_one) == replace(shipped_one, states={**shipped_one.states, "secret": secret})
