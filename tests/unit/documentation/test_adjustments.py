"""The page about what an office adjusts tells every letter, optional state and setting that there is."""

from czest.qms.approval.rules.letter_texts import LETTERS
from czest.qms.documents.rules.optional_states import PATTERNS
from pathlib import Path
import re


REFERENCE = Path(__file__).parents[3] / "docs" / "reference"


def rows(page, start):
    """Return the rows of tables of a page whose first cell is one of the names, by it."""
    text = (REFERENCE / page).read_text(encoding="utf-8").partition(start)[2].partition("\n## ")[0]
    return {cells[1].strip(" `"): cells[2:-1] for line in text.splitlines() if (cells := line.split("|"))[2:]}


def test_every_letter_stands_there_with_its_fields():
    found = {
        name: re.findall(r"(\*?)`(\w+)`", cells[-1]) for name, cells in rows("adjustments.md", "## Letters").items()
    }
    described = {name: set(fields) for name, fields in found.items() if name in LETTERS}
    assert described == {
        letter.id: {("", field) for field in letter.fields} | {("*", field) for field in letter.optional}
        for letter in LETTERS.values()
    }


def test_every_optional_state_stands_there_with_its_ways():
    table = rows("lifecycle.md", "## Edition: optional states")
    for pattern in PATTERNS.values():
        state, entered, left, _asked = table[pattern.id]
        assert state.strip(" `") == pattern.state
        assert entered.strip(" `") == pattern.begin
        assert set(re.findall(r"`([\w-]+)`", left)) - {"draft"} == set(pattern.exits)
