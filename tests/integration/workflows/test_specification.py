"""The specification beside each definition, and the diagram in ``docs``, say what definition and operations say."""

from czest.qms.workflows.specifying import drawing_of
from czest.qms.workflows.specifying import FILE
from czest.qms.workflows.specifying import shipped_definitions
from czest.qms.workflows.specifying import specification_of
import difflib
import os
from pathlib import Path


DIAGRAMS = Path(__file__).parents[3] / "docs" / "reference" / "workflows"


def compare(path, text):
    """Compare a text with the file that is committed; ``QMS_WRITE_SPECIFICATIONS=1`` writes it anew."""
    if os.environ.get("QMS_WRITE_SPECIFICATIONS") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return
    committed = path.read_text(encoding="utf-8") if path.is_file() else ""
    difference = difflib.unified_diff(committed.splitlines(), text.splitlines(), "committed", "due", lineterm="")
    assert committed == text, "\n".join([f"{path.name}: make specification writes it anew", *difference])


def test_specifications(portal):
    for path in shipped_definitions():
        compare(path.with_name(FILE), specification_of(path))


def test_diagrams(portal):
    drawings = {path.parent.name: drawing_of(path) for path in shipped_definitions()}
    for workflow_id, drawing in drawings.items():
        if drawing is not None:
            compare(DIAGRAMS / f"{workflow_id}.svg", drawing)
    assert {one.stem for one in DIAGRAMS.glob("*.svg")} == {name for name, drawing in drawings.items() if drawing}
