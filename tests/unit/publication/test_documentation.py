"""The documentation lists every rule as it is."""

from czest.qms.publication.rules import RULES
from pathlib import Path
import re


DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "explanation" / "publication-rules.md"


def test_the_table_of_rules_is_the_table_of_the_engine():
    rows = re.findall(
        r"^\| `([a-z-]+)` \| ([A-Z0-9]+-\d+) \| ([a-z, ]+) \|", DOCUMENT.read_text(encoding="utf-8"), re.M
    )
    assert rows == [
        (rule.id, rule.requirement, f"{rule.severity}, overridable" if rule.overridable else rule.severity)
        for rule in RULES
    ]
