"""docs/reference/lifecycle.md leads to every specification and shows every diagram; what it says of all transitions holds."""

from czest.qms.workflows.rules.parsing import definition_of
from pathlib import Path
import pytest


ROOT = Path(__file__).parents[3]
PAGE = ROOT / "docs" / "reference" / "lifecycle.md"
PROFILES = ROOT / "src" / "czest.qms" / "czest" / "qms" / "profiles"


@pytest.fixture
def page():
    return PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(PROFILES.glob("*/workflows/*")), ids=lambda path: path.name)
def test_every_workflow_has_its_specification_and_diagram(page, path):
    definition = definition_of((path / "definition.xml").read_bytes())
    assert f"/{path.parts[-3]}/workflows/{path.name}/specification.md" in page
    assert (f"(workflows/{path.name}.svg)" in page) == bool(definition.transitions)


@pytest.mark.parametrize("path", sorted(PROFILES.glob("default/workflows/*")), ids=lambda path: path.name)
def test_what_holds_for_every_transition(page, path):
    definition = definition_of((path / "definition.xml").read_bytes())
    assert not definition.manager_bypass
    assert {one.guard.expression for one in definition.transitions.values()} <= {"object/@@qms-operation"}
    assert "object/@@qms-operation" in page
