"""The tables of docs/reference/lifecycle.md say what the workflow definitions say."""

from lxml import etree
from pathlib import Path
import pytest
import re


ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "reference" / "lifecycle.md"
WORKFLOWS = ROOT / "src" / "czest.qms" / "czest" / "qms" / "profiles" / "default" / "workflows"
NOTHING = "–"


@pytest.fixture(params=["edition", "document", "record", "disposal", "series"])
def kind(request):
    return request.param


@pytest.fixture
def definition(kind):
    return etree.parse(str(WORKFLOWS / f"qms_{kind}_workflow" / "definition.xml")).getroot()


def table(heading):
    """Return the rows of the table under a heading of the page, as lists of cells."""
    section = PAGE.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def words(cell):
    return [] if cell == NOTHING else re.split(r", ", cell.replace("`", ""))


def readers(state):
    (view,) = state.xpath("permission-map[@name='View']")
    assert view.get("acquired") == "False"
    return sorted(view.xpath("permission-role/text()"))


def test_states_readers_and_ways_on(kind, definition):
    described = {words(state)[0]: (words(reads), words(on)) for state, reads, on in table(f"{kind.title()}: states")}
    defined = {
        state.get("state_id"): (readers(state), sorted(state.xpath("exit-transition/@transition_id")))
        for state in definition.xpath("state")
    }
    assert described == defined


def test_transitions(kind, definition):
    described = {words(name)[0]: words(target)[0] for name, target in table(f"{kind.title()}: transitions")}
    defined = {item.get("transition_id"): item.get("new_state") for item in definition.xpath("transition")}
    assert described == defined


def test_what_holds_for_every_transition(definition):
    assert definition.get("manager_bypass") == "False"
    guards = definition.xpath("transition/guard/guard-expression/text()")
    assert len(guards) == len(definition.xpath("transition"))
    assert set(guards) == {"object/@@qms-operation"}
    assert "object/@@qms-operation" in PAGE.read_text(encoding="utf-8")
