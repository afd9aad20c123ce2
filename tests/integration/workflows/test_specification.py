"""The specification beside each definition says what the definition and the operations say."""

from czest.qms.workflows.specifying import FILE
from czest.qms.workflows.specifying import shipped_definitions
from czest.qms.workflows.specifying import specification_of
import difflib
import os
import pytest


def compare(path, text):
    """Compare a text with the file that is committed; ``QMS_WRITE_SPECIFICATIONS=1`` writes it anew."""
    if os.environ.get("QMS_WRITE_SPECIFICATIONS") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return
    committed = path.read_text(encoding="utf-8") if path.is_file() else ""
    difference = difflib.unified_diff(committed.splitlines(), text.splitlines(), "committed", "due", lineterm="")
    assert committed == text, "\n".join([f"{path.name}: make specification writes it anew", *difference])


@pytest.mark.parametrize("path", shipped_definitions(), ids=lambda path: path.parent.name)
def test_the_specification_is_due_to_definition_and_operations(portal, path):
    compare(path.with_name(FILE), specification_of(path))
