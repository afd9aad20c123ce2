"""The pages about what an office adjusts tell every letter, its fields, and every optional state that there is."""

from czest.qms.documents.rules.optional_states import PATTERNS
from pathlib import Path
import re
from support.shipped_letters import LETTERS


DOCS = Path(__file__).parents[3] / "docs"
REFERENCE = DOCS / "reference"


def rows(page, start):
    """Return the rows of tables of a page whose first cell is one of the names, by it."""
    text = (REFERENCE / page).read_text(encoding="utf-8").partition(start)[2].partition("\n## ")[0]
    return {cells[1].strip(" `"): cells[2:-1] for line in text.splitlines() if (cells := line.split("|"))[2:]}


def test_every_letter_stands_there_with_its_fields():
    found = {
        name: re.findall(r"(?<![*\w])(\*{0,2})`(\w+)`\*{0,2}(\+?)", cells[-1])
        for name, cells in rows("adjustments.md", "## Letters").items()
    }
    described = {name: set(fields) for name, fields in found.items() if name in LETTERS}
    assert described == {letter.id: {marked(letter, field) for field in letter.allowed} for letter in LETTERS.values()}


def marked(letter, field):
    """Return how a field of a letter stands in the table: marks before it, its name, mark after it."""
    before = "**" if field in letter.required else "*" if field in letter.optional else ""
    return before, field, "+" if field in letter.lists else ""


def test_the_editors_page_tells_what_each_field_is():
    page = (DOCS / "jak" / "tresc-pism.md").read_text(encoding="utf-8")
    told = set(re.findall(r"(?m)^\| `\$\{(\w+)\}`", page))
    assert told == {field for letter in LETTERS.values() for field in letter.allowed}


def test_every_optional_state_stands_there_with_its_ways():
    table = rows("lifecycle.md", "## Edition: optional states")
    for pattern in PATTERNS.values():
        state, entered, left, _asked = table[pattern.id]
        assert state.strip(" `") == pattern.state
        assert entered.strip(" `") == pattern.begin
        assert set(re.findall(r"`([\w-]+)`", left)) - {"draft"} == set(pattern.exits)
