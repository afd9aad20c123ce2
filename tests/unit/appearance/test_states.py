"""The vocabulary of states: STYLE's table, and no state without its date where the date is known."""

from czest.qms.appearance.states import FAMILIES
from czest.qms.appearance.states import plate
from czest.qms.appearance.states import STATES
import datetime
from hypothesis import given
from hypothesis import strategies
import pytest


JULY = datetime.date(2024, 7, 1)
AUGUST = datetime.date(2026, 8, 31)

#: State id: look, plate, edge, family, as the style guide has them.
VOCABULARY = {
    "in_force": ("force", "filled", "solid", "force"),
    "draft": ("soon", "dashed", "dashes", "coming"),
    "in_agreement": ("soon", "tint", "dashes", "coming"),
    "in_formal_check": ("soon", "tint", "dashes", "coming"),
    "in_review": ("soon", "tint", "dashes", "coming"),
    "pending_approval": ("soon", "tint", "dashes", "coming"),
    "approved": ("soon", "tint", "dashes", "coming"),
    "superseded": ("past", "hatched", "hatching", "past"),
    "withdrawn": ("void", "hatched", "hatching-void", "past"),
    "archived": ("past", "hatched", "hatching", "past"),
    "recorded": ("ink", "outline", "ink", "record"),
    "open": ("soon", "dashed", "dashes", "record"),
    "filed": ("ink", "outline", "ink", "record"),
    "disposal_pending": ("wait", "tint", "ink", "record"),
    "disposed": ("past", "hatched", "hatching", "record"),
    "transferred": ("past", "hatched", "hatching", "record"),
    "held": ("ink", "filled", "hatching-ink", "record"),
}


def test_the_vocabulary_is_the_style_guides():
    known = {name: (found.look, found.plate, found.edge, found.family) for name, found in STATES.items()}
    assert known == VOCABULARY


def test_only_what_is_in_force_is_green():
    assert [name for name, found in STATES.items() if found.look == "force"] == ["in_force"]


def test_every_state_has_its_own_word_and_a_known_family():
    words = [found.word for found in STATES.values()]
    assert len(set(words)) == len(words)
    assert {found.family for found in STATES.values()} == set(FAMILIES)


@pytest.mark.parametrize(
    ("state_id", "since", "until", "sentence"),
    [
        ("in_force", JULY, None, "In force since ${since}"),
        ("in_force", None, None, "In force"),
        ("approved", JULY, None, "Approved, from ${since}"),
        ("approved", None, None, "Approved"),
        ("superseded", JULY, AUGUST, "Superseded · was in force from ${since} to ${until}"),
        ("superseded", JULY, None, "Superseded"),
        ("superseded", None, AUGUST, "Superseded"),
        ("withdrawn", JULY, AUGUST, "Withdrawn · was in force from ${since} to ${until}"),
        ("withdrawn", None, None, "Withdrawn"),
        ("draft", JULY, AUGUST, "Draft"),
        ("filed", JULY, None, "Filed on ${since}"),
        ("filed", None, None, "Filed"),
        ("disposed", JULY, None, "Disposed of on ${since}"),
        ("open", JULY, None, "Open (record)"),
    ],
)
def test_a_large_plate_says_since_when_and_until_when(state_id, since, until, sentence):
    assert plate(state_id, since, until)["sentence"] == sentence


def test_dates_on_plates_are_polish_and_do_not_break():
    mapping = plate("superseded", JULY, AUGUST)["sentence"].mapping
    assert mapping == {"since": "1\u00a0lipca\u00a02024\u00a0r.", "until": "31\u00a0sierpnia\u00a02026\u00a0r."}


@given(
    strategies.sampled_from(sorted(STATES)),
    strategies.none() | strategies.dates(),
    strategies.none() | strategies.dates(),
)
def test_a_plate_always_has_word_icon_and_edge(state_id, since, until):
    shown = plate(state_id, since, until)
    assert shown["state"] == state_id
    assert all(shown[part] for part in ("word", "sentence", "icon", "css", "look", "edge", "family"))


def test_an_unknown_state_is_an_error():
    with pytest.raises(KeyError):
        plate("published")
