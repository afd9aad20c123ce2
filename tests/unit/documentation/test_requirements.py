"""The table of requirements names only tests that are there and cite the requirement."""

import ast
from functools import cache
from pathlib import Path
import pytest
import re


ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = ROOT / "docs" / "reference" / "requirements.md"

ROW = re.compile(r"^\| ((?:BIP|OD|A11Y|RODO|ARCH|SIG)-\d+) \| (MUST|SHOULD|MAY|–) \| (.+?) \| (.+) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)::(?:(\w+)::)?(test_\w+)`")
#: ``test_bip_3_and_5_the_metryczka``
IN_NAME = re.compile(r"(?<![a-z])(bip|od|a11y|rodo|arch|sig)_(\d+)((?:_and_\d+)*)(?!\d)")

ROWS = [match.groups() for match in ROW.finditer(DOCUMENT.read_text(encoding="utf-8"))]


@cache
def docstrings_in(path):
    """Return ``{name: docstring}`` of the tests of a file."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return {node.name: ast.get_docstring(node) or "" for node in functions if node.name.startswith("test_")}


def cited(name, docstring=""):
    """Return the ids that a test cites."""
    found = set(re.findall(r"\b(?:BIP|OD|A11Y|RODO|ARCH|SIG)-\d+", docstring))
    for kind, number, more in IN_NAME.findall(name):
        found |= {f"{kind.upper()}-{each}" for each in (number, *re.findall(r"\d+", more))}
    return found


def test_every_requirement_has_one_row():
    ids = [row[0] for row in ROWS]
    expected = {"BIP": 12, "OD": 5, "A11Y": 7, "RODO": 5, "ARCH": 10, "SIG": 5}
    assert ids == [f"{kind}-{number}" for kind, last in expected.items() for number in range(1, last + 1)]


@pytest.mark.parametrize(("requirement", "force", "what", "proof"), ROWS, ids=[row[0] for row in ROWS])
def test_a_row_names_tests_that_cite_it(requirement, force, what, proof):
    named = TEST.findall(proof)
    assert len(named) == proof.count("::test_"), "a test is named in another way"
    assert named or "Left for" in proof or force != "MUST"
    for path, _group, name in named:
        assert requirement in cited(name, docstrings_in(path)[name]), name
