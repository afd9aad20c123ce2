"""Which words of a text answer a question, and what is quoted around them."""

from czest.qms.language.marking import best_passage
from czest.qms.language.marking import marked
from czest.qms.language.marking import shortened
from czest.qms.language.marking import Wanted
from czest.qms.language.marking import WORDS_BEFORE
from czest.qms.language.marking import WORDS_QUOTED
from hypothesis import given
from hypothesis import strategies as st
import pytest


def terms(word):
    """Stand in for stemming: the word in lower case, and its first four letters as a stem."""
    return [word.lower(), word.lower()[:4]]


def wanted(*words, beginning=""):
    return Wanted([set(terms(word)) for word in words], beginning, terms, lambda token: "1" in token)


def hit_words(text, question):
    return [text[start:end] for start, end, _numbers in question.hits(text)]


def test_other_forms_of_a_word_are_hits():
    assert hit_words("Skargę ustną składa się ustnie.", wanted("skarga")) == ["Skargę"]
    assert hit_words("Nic o tym.", wanted("skarga")) == []


def test_the_last_word_is_answered_by_longer_ones():
    assert hit_words("protokolant i prot", wanted("prot", beginning="prot")) == ["protokolant", "prot"]
    assert hit_words("protokolant", wanted("pro")) == []
    assert hit_words("protokolant", wanted("x", "pro", beginning="pro")) == ["protokolant"]


def test_symbols_stay_whole_and_other_joined_words_are_parted():
    assert hit_words("PS-01, społeczno-gospodarczy", wanted("ps-01", "gospodarczy")) == ["PS-01", "gospodarczy"]


@given(st.text("ab -.1ą<", max_size=60))
def test_the_pieces_are_the_text(text):
    hits = wanted("a", "b").hits(text)
    pieces = marked(text, hits)
    assert "".join(piece for piece, _is_hit in pieces) == text
    assert [piece for piece, is_hit in pieces if is_hit] == [text[start:end] for start, end, _numbers in hits]
    assert all(piece for piece, _is_hit in pieces)


def test_the_passage_that_answers_most_is_quoted_and_the_earlier_of_equals():
    question = wanted("skarga", "ustna")
    assert best_passage(["nic", "skarga skarga", "skarga ustna", "ustna skarga"], question) == 2
    assert best_passage(["skarga", "ustna"], question) == 0
    assert best_passage(["nic"], question) is None
    assert best_passage([], question) is None


def test_a_short_passage_is_quoted_whole():
    text = " ".join(f"w{number}" for number in range(WORDS_QUOTED))
    assert shortened(text, []) == text


@pytest.mark.parametrize(
    ("position", "first", "before", "after"),
    [
        (0, 0, "", " …"),
        (WORDS_BEFORE, 0, "", " …"),
        (50, 50 - WORDS_BEFORE, "… ", " …"),
        (99, 100 - WORDS_QUOTED, "… ", ""),
    ],
)
def test_a_long_passage_is_cut_around_its_first_hit(position, first, before, after):
    words = [f"w{number}" for number in range(100)]
    words[position] = "skarga"
    text = " ".join(words)
    expected = before + " ".join(words[first : first + WORDS_QUOTED]) + after
    assert shortened(text, wanted("skarga").hits(text)) == expected


def test_a_long_passage_without_a_hit_is_cut_after_its_beginning():
    text = "x " * 99 + "x"
    assert shortened(text, []) == " ".join("x" * WORDS_QUOTED) + " …"
