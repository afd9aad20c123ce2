"""Applying adjustments to definitions, and finding them again in a definition that somebody brings."""

from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.workflows.rules.adjustments import Adjustments
from czest.qms.workflows.rules.adjustments import merged
from czest.qms.workflows.rules.adjustments import plain
from czest.qms.workflows.rules.cells import FREE_PERMISSIONS
from czest.qms.workflows.rules.cells import FREE_ROLES
from czest.qms.workflows.rules.cells import grant_of
from czest.qms.workflows.rules.definition import Grant
from czest.qms.workflows.rules.definition import Guard
from czest.qms.workflows.rules.differences import differences
from czest.qms.workflows.rules.differences import Edit
from czest.qms.workflows.rules.editing import adjustments_of
from czest.qms.workflows.rules.editing import changed
from czest.qms.workflows.rules.editing import edited
from czest.qms.workflows.rules.editing import imported
from czest.qms.workflows.rules.laws import broken
from czest.qms.workflows.rules.parsing import definition_of
from czest.qms.workflows.rules.problems import Refused
from czest.qms.workflows.rules.reading import read
from dataclasses import replace
from hypothesis import given
from hypothesis import reject
from hypothesis import settings
from hypothesis import strategies as st
import pytest
from support.adjusting import definitions
from support.adjusting import known
from support.adjusting import shipped


EDITION = "qms_edition_workflow"
TRAIL = "czest.qms: View trail"
KNOWN = known()

WORD = st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=12)
WORDS = st.dictionaries(
    st.sampled_from(sorted(KNOWN.titles())),
    st.dictionaries(st.sampled_from(["en", "pl"]), WORD, min_size=1),
    max_size=4,
)
FREE_CELLS = sorted(
    (state.id, role)
    for state in KNOWN.definitions[EDITION].states.values()
    for role in state.permissions["View"].roles & set(FREE_ROLES)
)
GRANTS = st.dictionaries(st.sampled_from(FREE_CELLS), st.booleans())
OPTIONAL = st.dictionaries(st.sampled_from(sorted(PATTERNS)), st.just([]))


@st.composite
def adjustments(draw):
    """Adjustments that were let through; words that clash are drawn anew."""
    grants = {}
    for (state, role), value in draw(GRANTS).items():
        grants.setdefault(state, {}).setdefault(TRAIL, {})[role] = value
    values = {"words": draw(WORDS), "optional_states": draw(OPTIONAL), "grants": {EDITION: grants}}
    try:
        return read(values, KNOWN)
    except Refused:
        reject()


@settings(max_examples=25, deadline=None)
@given(adjustments())
def test_whatever_was_let_through_keeps_the_laws_and_is_found_again(adjusted):
    for workflow_id, xml in shipped().items():
        definition = definition_of(edited(xml, adjusted))
        assert broken(definition) == []
        english = merged(plain(adjusted), {"words": None}) | {
            "words": {msgid: {"en": words["en"]} for msgid, words in adjusted.words.items() if "en" in words}
        }
        found = read(imported(plain(Adjustments()), xml, definition), KNOWN)
        assert found.grants == adjusted.grants_in(workflow_id)
        assert set(found.optional_states) == (set(adjusted.optional_states) if workflow_id == EDITION else set())
        assert found.words.items() <= read(english, KNOWN).words.items()
        again = definition_of(edited(xml, found))
        assert differences(definition, again) == []


@pytest.mark.parametrize("workflow_id", sorted(shipped()))
def test_without_adjustments_nothing_is_changed(workflow_id):
    assert definition_of(edited(shipped()[workflow_id], Adjustments())) == definitions()[workflow_id]


def test_an_optional_state_is_entered_from_the_draft_and_read_like_a_review():
    turned_on = Adjustments(optional_states={"agreement": frozenset({"Procedure"})})
    definition = definition_of(edited(shipped()[EDITION], turned_on))
    state = definition.states["in_agreement"]
    assert state.permissions == definition.states["in_review"].permissions
    assert definition.sources_of("begin-agreement") == ["draft"]
    assert definition.sources_of("end-agreement") == ["in_agreement"]
    assert definition.sources_of("submit") == ["draft", "in_agreement"]
    assert definition.transitions["end-agreement"].target == "draft"
    assert list(definition.states)[:2] == ["draft", "in_agreement"]


def test_words_and_cells_are_put_where_they_belong():
    values = {
        "words": {"In review": {"en": "Being checked"}},
        "grants": {EDITION: {"in_review": {TRAIL: {"Reviewer": True, "Editor": False}}}},
    }
    definition = definition_of(edited(shipped()[EDITION], read(values, KNOWN)))
    assert definition.states["in_review"].title == "Being checked"
    assert definition.states["in_review"].permissions[TRAIL].roles == {"Auditor", "Quality Officer", "Reviewer"}


def test_descriptions_are_words_too():
    xml = shipped()[EDITION].replace(
        b"<exit-transition", b"<description>\n What it\n is </description><exit-transition", 1
    )
    described = Adjustments(words={"What it is": {"en": "What it was"}})
    assert definition_of(edited(xml, described)).states["draft"].description == "What it was"
    assert definition_of(edited(xml, Adjustments())).states["draft"].description == "What it is"


def test_an_import_takes_the_place_of_what_the_definition_shows_and_leaves_the_rest():
    kept = {
        **plain(Adjustments()),
        "words": {"Draft": {"en": "Sketch", "pl": "Szkic"}, "Filed": {"en": "Kept"}},
        "optional_states": {"agreement": ["Procedure"], "formal_check": []},
        "grants": {EDITION: {"in_review": {TRAIL: {"Reviewer": True}}}},
        "settings": {"remind_before": 4},
    }
    brought = definition_of(edited(shipped()[EDITION], Adjustments(optional_states={"agreement": frozenset()})))
    values = imported(kept, shipped()[EDITION], brought)
    assert values == {
        **kept,
        "words": {"Draft": {"pl": "Szkic"}, "Filed": {"en": "Kept"}},
        "optional_states": {"agreement": ["Procedure"]},
        "grants": {},
    }


def with_values(**values):
    return replace(definitions()[EDITION], **values)


def with_state(name, **values):
    definition = definitions()[EDITION]
    return with_values(states={**definition.states, name: replace(definition.states[name], **values)})


def with_grant(permission, grant):
    return with_state(
        "approved", permissions={**definitions()[EDITION].states["approved"].permissions, permission: grant}
    )


def without_grant(permission):
    permissions = dict(definitions()[EDITION].states["approved"].permissions)
    del permissions[permission]
    return with_state("approved", permissions=permissions)


def with_transition(name, **values):
    definition = definitions()[EDITION]
    return with_values(transitions={**definition.transitions, name: replace(definition.transitions[name], **values)})


def without(part, name):
    found = dict(getattr(definitions()[EDITION], part))
    del found[name]
    return with_values(**{part: found})


STATE = replace(definitions()[EDITION].states["draft"], id="secret")
MANAGER = Grant(False, frozenset({"Manager"}))


@pytest.mark.parametrize(
    "found, places",
    [
        (with_values(id="other"), ["id"]),
        (with_values(manager_bypass=True), ["manager_bypass"]),
        (with_values(title="Other"), ["title"]),
        (with_values(initial="approved"), ["initial"]),
        (with_values(permissions=(*definitions()[EDITION].permissions, "Mail")), ["permissions"]),
        (with_values(permissions=definitions()[EDITION].permissions[1:]), ["permissions"]),
        (with_values(rest=()), ["rest"]),
        (with_values(states={**definitions()[EDITION].states, "secret": STATE}), ["states.secret"]),
        (without("states", "withdrawn"), ["states.withdrawn"]),
        (with_values(transitions={**definitions()[EDITION].transitions, "jump": STATE}), ["transitions.jump"]),
        (without("transitions", "revoke-approval"), ["transitions.revoke-approval"]),
        (with_state("draft", exits=("submit",)), ["states.draft.take-over"]),
        (with_state("draft", exits=("submit", "take-over", "approve")), ["states.draft.approve"]),
        (with_state("draft", title=""), ["states.draft.title"]),
        (with_state("draft", description="New"), ["states.draft.description"]),
        (with_grant("Modify portal content", MANAGER), ["states.approved.Modify portal content.Manager"]),
        (with_grant("View", Grant(True)), ["states.approved.View"]),
        (with_grant("Mail", Grant()), ["states.approved.Mail"]),
        (with_grant("czest.qms: Add remark by anyone", MANAGER), ["states.approved.czest.qms: Add remark by anyone"]),
        (with_grant(TRAIL, MANAGER), [f"states.approved.{TRAIL}.Manager"]),
        (without_grant("Delete objects"), ["states.approved.Delete objects"]),
        (with_transition("approve", target="in_force"), ["transitions.approve"]),
        (with_transition("approve", guard=Guard()), ["transitions.approve"]),
        (with_transition("approve", trigger="AUTOMATIC"), ["transitions.approve"]),
    ],
)
def test_every_door_is_named(found, places):
    with pytest.raises(Refused) as refusal:
        adjustments_of(shipped()[EDITION], found)
    named = [door.field for door in refusal.value.problems]
    assert set(places) <= set(named)


def test_a_door_says_what_it_opens():
    with pytest.raises(Refused) as refusal:
        adjustments_of(shipped()[EDITION], with_grant("Modify portal content", MANAGER))
    (door,) = refusal.value.problems
    assert door.message == "The state ${state} gives '${permission}' to ${role}."
    assert door.mapping == {"state": "approved", "permission": "Modify portal content", "role": "Manager"}


def test_whoever_does_not_read_is_not_let_in_by_a_definition():
    draft = definitions()[EDITION].states["draft"]
    opened = {**draft.permissions, TRAIL: Grant(False, draft.permissions[TRAIL].roles | {"Reviewer"})}
    with pytest.raises(Refused, match="states.draft.czest.qms: View trail.Reviewer"):
        adjustments_of(shipped()[EDITION], with_state("draft", permissions=opened))


def test_safe_edits_of_a_definition_become_changes():
    found = with_grant(
        TRAIL, Grant(False, definitions()[EDITION].states["approved"].permissions[TRAIL].roles - {"Editor"})
    )
    found = replace(found, states={**found.states, "draft": replace(found.states["draft"], title="Sketch")})
    assert adjustments_of(shipped()[EDITION], found) == {
        "words": {"Draft": {"en": "Sketch"}},
        "grants": {EDITION: {"approved": {TRAIL: {"Editor": False}}}},
    }
    assert {type(difference) for difference in differences(definitions()[EDITION], found)} == {Edit}


def test_optional_states_have_the_rights_of_their_model():
    definition = definitions()[EDITION]
    assert grant_of(definition, "in_agreement", "View") == definition.states["in_review"].permissions["View"]
    with pytest.raises(KeyError):
        grant_of(definition, "in_limbo", "View")
    assert TRAIL in FREE_PERMISSIONS


def test_with_an_optional_state_its_rights_are_taken_back():
    kept = {
        **plain(Adjustments()),
        "optional_states": {"agreement": [], "formal_check": []},
        "grants": {EDITION: {"in_agreement": {TRAIL: {"Reviewer": True}}, "in_review": {TRAIL: {"Reviewer": True}}}},
    }
    turned_off = changed(kept, {"optional_states": {"agreement": None}})
    assert turned_off["optional_states"] == {"formal_check": []}
    assert turned_off["grants"] == {EDITION: {"in_review": {TRAIL: {"Reviewer": True}}}}
    assert changed(kept, {"settings": {"remind_before": 3}}) == {**kept, "settings": {"remind_before": 3}}
    assert changed(kept, {"grants": "x", "optional_states": 5}) == {**kept, "grants": "x", "optional_states": 5}
