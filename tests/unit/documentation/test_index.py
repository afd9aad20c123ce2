"""The index of the documentation leads to every page; that links lead somewhere is checked by ``make lint``."""

from pathlib import Path
import re


DOCS = Path(__file__).resolve().parents[3] / "docs"
INDEX = DOCS / "README.md"

LINK = re.compile(r"\]\(([^)#\s]+)")


def test_the_index_leads_to_every_page():
    linked = {(DOCS / link).resolve() for link in LINK.findall(INDEX.read_text(encoding="utf-8"))}
    assert set(DOCS.rglob("*.md")) - linked == {INDEX}
