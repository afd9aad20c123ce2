"""The diagram of a workflow: nothing lies upon anything else, every transition is drawn once, always in the same way."""

from czest.qms.workflows.rules.definition import Definition
from czest.qms.workflows.rules.definition import State
from czest.qms.workflows.rules.definition import Transition
from czest.qms.workflows.rules.drawing import drawn
from czest.qms.workflows.rules.drawing import Look
from czest.qms.workflows.rules.flow import in_order
from czest.qms.workflows.rules.flow import layers_of
from czest.qms.workflows.rules.flow import numbers_of
from czest.qms.workflows.rules.flow import pieces_of
from czest.qms.workflows.rules.markers import markers_of
from czest.qms.workflows.rules.markers import RADIUS
from czest.qms.workflows.rules.markers import segments_of
from czest.qms.workflows.rules.parsing import definition_of
from czest.qms.workflows.rules.routing import diagram_of
from dataclasses import replace
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from itertools import combinations
from lxml import etree
from pathlib import Path
import pytest


PROFILES = Path(__file__).parents[3] / "src" / "czest.qms" / "czest" / "qms" / "profiles"
SHIPPED = {path.parent.name: definition_of(path.read_bytes()) for path in PROFILES.glob("*/workflows/*/definition.xml")}
SVG = "{http://www.w3.org/2000/svg}"


def definition(states, transitions, initial="a"):
    """Return a definition.

    Parameters:
        states: ``{id: text of the ids of its exits}``.
        transitions: ``{id: target}``.
    """
    return Definition(
        id="w",
        title="",
        description="",
        initial=initial,
        state_variable="review_state",
        manager_bypass=False,
        permissions=(),
        states={one: State(one, one, exits=tuple(exits.split())) for one, exits in states.items()},
        transitions={one: Transition(one, one, target=target) for one, target in transitions.items()},
    )


@pytest.fixture
def edition():
    """The life of an edition with both optional states turned on."""
    shipped = SHIPPED["qms_edition_workflow"]
    draft = shipped.states["draft"]
    added = {"in_agreement": "end-agreement submit", "in_formal_check": "end-formal-check submit retract"}
    begins = {"begin-agreement": "in_agreement", "begin-formal-check": "in_formal_check"}
    ends = {"end-agreement": "draft", "end-formal-check": "draft"}
    states = {one: State(one, one, exits=tuple(exits.split())) for one, exits in added.items()}
    transitions = {one: Transition(one, one, target=target) for one, target in {**begins, **ends}.items()}
    return replace(
        shipped,
        states={**shipped.states, "draft": replace(draft, exits=(*draft.exits, *begins)), **states},
        transitions={**shipped.transitions, **transitions},
    )


def diagram(known):
    return diagram_of(known, dict.fromkeys(known.states, "Czeka na zgodę archiwum"))


def upon(one, other):
    """Tell whether two straight parts lie upon each other for a while; a crossing is no such thing."""
    (x1, y1), (x2, y2) = one
    (x3, y3), (x4, y4) = other
    if x1 == x2 == x3 == x4:
        return max(min(y1, y2), min(y3, y4)) < min(max(y1, y2), max(y3, y4))
    if y1 == y2 == y3 == y4:
        return max(min(x1, x2), min(x3, x4)) < min(max(x1, x2), max(x3, x4))
    return False


def through(part, box):
    """Tell whether a straight part goes through the inside of a box."""
    (x1, y1), (x2, y2) = part
    return min(x1, x2) < box.right and max(x1, x2) > box.left and min(y1, y2) < box.bottom and max(y1, y2) > box.top


def check_nothing_overlaps(found):
    boxes = found.boxes.values()
    for one, other in combinations(boxes, 2):
        assert one.right < other.left or other.right < one.left or one.bottom < other.top or other.bottom < one.top
    for line in found.lines:
        for part in segments_of(line):
            assert part[0][0] == part[1][0] or part[0][1] == part[1][1]
            assert not [box.state for box in boxes if through(part, box)]
            assert all(0 <= x <= found.width and 0 <= y <= found.height for x, y in part)
    for one, other in combinations(found.lines, 2):
        assert not [(a, b) for a in segments_of(one) for b in segments_of(other) if upon(a, b)]


def check_each_once(known):
    """Every pair of a state and a transition that leads from it is in one piece, and in no other."""
    drawn_pairs = [(source, piece.transition) for piece in pieces_of(known) for source in piece.sources]
    pairs = [(one.id, exit_) for one in known.states.values() for exit_ in one.exits if exit_ in known.transitions]
    assert sorted(drawn_pairs) == sorted(pairs)


@pytest.mark.parametrize("workflow", sorted(SHIPPED))
def test_shipped_workflows_are_drawn_whole_and_clear(workflow):
    check_each_once(SHIPPED[workflow])
    check_nothing_overlaps(diagram(SHIPPED[workflow]))


def test_numbers_stand_apart_and_upon_their_lines():
    for workflow, known in SHIPPED.items():
        found = diagram(known)
        markers = markers_of(found)
        for (x, y), line in zip(markers, found.lines, strict=True):
            assert min(a for a, _b in line.trunk) <= x <= max(a for a, _b in line.trunk)
            assert y == line.trunk[0][1]
        for one, other in combinations(markers, 2):
            assert max(abs(one[0] - other[0]), abs(one[1] - other[1])) >= 2 * RADIUS, (workflow, one, other)


def test_optional_states_are_drawn_between_draft_and_review(edition):
    layers = layers_of(edition)
    assert layers["draft"] < layers["in_agreement"] < layers["in_review"] < layers["pending_approval"]
    assert layers["draft"] < layers["in_formal_check"] < layers["in_review"]
    check_each_once(edition)
    check_nothing_overlaps(diagram(edition))


def test_an_edition_goes_on_a_straight_line_to_its_fork():
    found = diagram(SHIPPED["qms_edition_workflow"])
    straight = ["draft", "in_review", "pending_approval", "approved", "in_force"]
    assert len({found.boxes[state].top for state in straight}) == 1
    assert [found.boxes[state].layer for state in straight] == [0, 1, 2, 3, 4]
    assert found.boxes["superseded"].bottom <= found.boxes["in_force"].middle <= found.boxes["withdrawn"].top
    numbers = numbers_of(SHIPPED["qms_edition_workflow"])
    assert list(numbers)[:4] == ["submit", "review", "approve", "release"]
    assert list(numbers)[-4:] == ["retract", "return", "rewind", "revoke-approval"]


def test_returns_do_not_turn_the_flow_round():
    known = definition({"a": "on", "b": "back stop", "c": "back"}, {"on": "b", "back": "a", "stop": "c"})
    assert layers_of(known) == {"a": 0, "b": 1, "c": 2}
    assert in_order(known) == ["a", "b", "c"]


def test_what_leads_nowhere_or_from_nowhere_is_drawn_too():
    """A transition that leaves the state as it is, one to a state that is not there, one that nothing has, a lone state."""
    known = definition(
        {"a": "stay same gone lost", "b": ""}, {"stay": "", "same": "a", "gone": "nowhere", "unused": "b"}
    )
    assert [(piece.transition, piece.target) for piece in pieces_of(known)] == [
        ("gone", "a"),
        ("same", "a"),
        ("stay", "a"),
    ]
    check_nothing_overlaps(diagram(known))


def test_parallel_lines_have_each_a_way_of_their_own():
    known = definition({"a": "x y z", "b": ""}, {"x": "b", "y": "b", "z": "b"})
    check_nothing_overlaps(diagram(known))
    assert len(diagram(known).lines) == 3


STATES = "abcdefg"


@st.composite
def definitions(draw):
    states = STATES[: draw(st.integers(1, len(STATES)))]
    transitions = {f"t{place}": draw(st.sampled_from(states)) for place in range(draw(st.integers(0, 9)))}
    exits = {
        state: " ".join(draw(st.lists(st.sampled_from(sorted(transitions)), unique=True, max_size=5)))
        if transitions
        else ""
        for state in states
    }
    return definition(exits, transitions)


@settings(max_examples=60, deadline=None)
@given(definitions())
def test_any_workflow_is_drawn_whole_and_clear(known):
    check_each_once(known)
    check_nothing_overlaps(diagram(known))


@settings(max_examples=20, deadline=None)
@given(definitions(), st.randoms())
def test_the_drawing_does_not_depend_on_the_order_of_the_definition(known, random):
    states, transitions = list(known.states.items()), list(known.transitions.items())
    random.shuffle(states)
    random.shuffle(transitions)
    other = replace(known, states=dict(states), transitions=dict(transitions))
    looks = {one: Look(one) for one in known.states}
    assert drawn(known, looks, "", "") == drawn(other, looks, "", "")


def elements(text, selector):
    return etree.fromstring(text).findall(selector)


def test_the_drawing_names_itself_and_leads_to_the_states():
    known = SHIPPED["qms_edition_workflow"]
    looks = {
        one: Look(state.title, "2 <wydania>", "qms-look-soon", url=f"?state={one}&x")
        for one, state in known.states.items()
    }
    looks["withdrawn"] = replace(looks["withdrawn"], is_hatched=True)
    looks["draft"] = replace(looks["draft"], is_chosen=True)
    root = etree.fromstring(drawn(known, looks, "Przebieg & stany", "Od <projektu>", name="d"))
    assert root.get("role") == "group"
    named = {one.get("id"): one.text for one in root.iter(f"{SVG}title", f"{SVG}desc")}
    assert named == {"d-title": "Przebieg & stany", "d-description": "Od <projektu>"}
    assert root.get("aria-labelledby") == "d-title"
    assert root.get("aria-describedby") == "d-description"
    links = root.findall(f"{SVG}a")
    assert [link.get("data-state") for link in links] == in_order(known)
    assert links[0].get("href") == "?state=draft&x"
    assert [link.get("aria-current") for link in links] == ["true"] + [None] * 6
    assert "".join(links[0].itertext()).split() == ["Draft", "2", "<wydania>"]
    assert len(root.findall(f".//{SVG}pattern")) == 1
    assert len(root.findall(".//*[@class='qms-flow-ring']")) == 1
    assert "style" not in {name for one in root.iter() for name in one.attrib}


def test_only_what_is_much_wider_than_a_page_is_not_made_smaller(edition):
    sizes = {
        name: etree.fromstring(drawn(known, {one: Look(one) for one in known.states}, "t", "d")).get("class")
        for name, known in {**SHIPPED, "with optional states": edition}.items()
    }
    assert [name for name, size in sizes.items() if size == "qms-flow"] == [
        "qms_disposal_workflow",
        "with optional states",
    ]


def test_a_way_that_was_gone_is_brought_out_and_boxes_need_no_link():
    known = SHIPPED["qms_edition_workflow"]
    looks = {one: Look(one) for one in known.states}
    root = etree.fromstring(drawn(known, looks, "", "", lit={("draft", "submit"), ("in_review", "return")}))
    assert root.findall(f"{SVG}a") == []
    lit = [one.get("data-transition") for one in root.iter() if one.get("class") == "qms-flow-line qms-flow-lit"]
    assert sorted(lit) == ["return", "submit"]
    assert len(root.findall(".//*[@class='qms-flow-passed']")) == 2
    assert [one.get("class") for one in root.iter(f"{SVG}g") if "number" in one.get("class", "")].count(
        "qms-flow-number qms-flow-lit"
    ) == 2
