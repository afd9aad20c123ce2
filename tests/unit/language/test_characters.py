"""Characters that no text of people holds."""

from czest.qms.language.characters import has_controls
import pytest


@pytest.mark.parametrize("text", ["", "Zażółć gęślą jaźń", "raz\r\n\tdwa", "😀", "a\u00a0b"])
def test_texts_of_people_have_none(text):
    assert not has_controls(text)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\udfff"])
def test_controls_and_lone_surrogates_are_found(character):
    assert has_controls(f"tekst {character}")
