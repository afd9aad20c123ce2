"""Everything that code names by a word has a sentence, and every sentence is used."""

from czest.qms.organisation import messages
from czest.qms.organisation.rules.model import ENTITLEMENTS
from czest.qms.organisation.rules.model import Problem
from pathlib import Path
import re


ROOM = Path(messages.__file__).parent
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in (".", "rules", "views")
    for path in (ROOM / folder).glob("*.py")
    if path.name != "messages.py"
)


def test_every_problem_has_a_sentence():
    named = set(re.findall(r'Problem\(\s*[\w."\']+,\s*"(\w+)"', SOURCES))
    assert len(named) > 20
    assert named <= messages.PROBLEMS.keys()


def test_every_sentence_is_used():
    unused = [code for code in messages.PROBLEMS if f'"{code}"' not in SOURCES]
    assert unused == []


def test_every_change_has_a_name():
    for code in [*messages.CHANGES, *messages.EFFECTS]:
        assert f'"{code}"' in SOURCES
    assert messages.EFFECTS.keys() <= messages.CHANGES.keys()


def test_every_entitlement_has_a_name():
    assert tuple(messages.ENTITLEMENT_TITLES) == ENTITLEMENTS


def test_a_sentence_carries_the_words_of_its_problem():
    message = messages.sentence(Problem("parent", "unknown_unit", {"unit": "ZZ"}))
    assert (message.domain, message.mapping) == ("czest.qms", {"unit": "ZZ"})
