"""The passage of a remark is found again after the text has changed, and never lost."""

from czest.qms.remarks.rules.anchors import Anchor
from czest.qms.remarks.rules.anchors import anchor_at
from czest.qms.remarks.rules.anchors import locate
from czest.qms.remarks.rules.anchors import sought
from czest.qms.remarks.rules.words import words_of
from hypothesis import given
from hypothesis import strategies as st
import pytest


TEXT = (
    "6. Opis postępowania Naczelnik komórki usuwa niezgodność i ustala jej przyczynę w terminie 7 dni od nadania "
    "numeru. Oceny skuteczności dokonuje auditor wewnętrzny nie później niż po 3 miesiącach. Rejestr prowadzi "
    "Pełnomocnik, a wpisy w rejestrze zachowuje się przez 5 lat."
)
LETTERS = "abcdef"
WORD = st.text(LETTERS, min_size=1, max_size=3)
#: Words that come once only, so that it is known which of them is meant.
DISTINCT = st.lists(st.text(LETTERS, min_size=3, max_size=6), min_size=30, max_size=50, unique=True)


def anchor_of(quote, text=TEXT):
    start = text.index(quote)
    return anchor_at(text, start, start + len(quote))


def found(anchor, text):
    where = locate(anchor, text)
    return where.status, None if where.start is None else text[where.start : where.end]


@pytest.mark.parametrize("quote", ["7 dni", "6. Opis", "przez 5 lat.", TEXT, "wpisy w rejestrze"])
def test_in_the_same_text_it_is_exactly_there(quote):
    assert found(anchor_of(quote), TEXT) == ("exact", quote)


def test_a_place_within_words_is_widened_to_them():
    start = TEXT.index("czelnik komórki usu")
    assert anchor_at(TEXT, start, start + 19).quote == "Naczelnik komórki usuwa"


def test_a_place_without_a_word_is_none():
    assert anchor_at(TEXT, 2, 3) is None
    assert anchor_at("", 0, 0) is None


@pytest.mark.parametrize(
    "before, after, expected",
    [
        ("terminie 7 dni od", "terminie 14 dni od", "14 dni"),
        ("terminie 7 dni od", "terminie dwóch tygodni od", "dwóch tygodni"),
        ("terminie 7 dni od", "terminie 7 dni roboczych, licząc od", "7 dni"),
    ],
)
def test_other_words_in_its_place(before, after, expected):
    status, text = found(anchor_of("7 dni"), TEXT.replace(before, after))
    assert (status, text) == ("exact" if expected == "7 dni" else "changed", expected)


def test_a_passage_taken_away_is_gone_though_its_words_stand_elsewhere():
    start = TEXT.index("w terminie")
    assert found(anchor_at(TEXT, start, start + 1), TEXT.replace(" w terminie", " terminie")) == ("gone", None)
    without = TEXT.replace(" nie później niż po 3 miesiącach", "")
    assert found(anchor_of("nie później niż po 3 miesiącach"), without) == ("gone", None)


def test_a_sentence_carried_elsewhere_has_moved():
    sentence = "Oceny skuteczności dokonuje auditor wewnętrzny nie później niż po 3 miesiącach."
    elsewhere = f"{TEXT.replace(sentence, '')} Uwagi końcowe. {sentence}"
    assert found(anchor_of(sentence), elsewhere) == ("moved", sentence)


def test_whatever_stands_before_it_the_same_words_are_told_apart():
    text = "Termin wynosi 7 dni dla skarg. Termin wynosi 7 dni dla wniosków. Termin wynosi 7 dni dla petycji."
    start = text.index("7 dni dla wniosków")
    anchor = anchor_at(text, start, start + 5)
    where = locate(anchor, f"Nowy wstęp, dość długi, aby wszystko się przesunęło. {text}")
    assert where.status == "exact"
    assert f"Nowy wstęp, dość długi, aby wszystko się przesunęło. {text}"[where.end :].startswith(" dla wniosków")


def test_a_remark_on_the_whole_edition_needs_no_words():
    assert found(Anchor(place="strona 4"), "") == ("exact", None)


def test_what_is_quoted_may_be_cut_and_is_told_apart_by_what_stands_around():
    text = "dni 7 i dni 14 oraz dni 21"
    assert sought(text, Anchor(quote="dni", suffix=" 14")) == (8, 11)
    assert sought(text, Anchor(quote="dni", prefix="oraz")) == (20, 23)
    assert sought(text, Anchor(quote="dni", position=19)) == (20, 23)
    assert sought(text, Anchor(quote="dni")) == (0, 3)
    assert sought(text, Anchor(quote="  dni   7 ")) == (0, 5)
    assert sought(text, Anchor(quote="miesiąc")) is None


@given(st.lists(WORD, min_size=1, max_size=40), st.data())
def test_every_place_is_found_where_it_is(words, data):
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    behind = data.draw(st.integers(first + 1, len(words)))
    start = len(" ".join(words[:first])) + bool(first)
    end = len(" ".join(words[:behind]))
    where = locate(anchor_at(text, start, end), text)
    assert (where.status, where.start, where.end) == ("exact", start, end)


@given(DISTINCT, st.data())
def test_an_edit_outside_keeps_a_telling_passage(words, data):
    """Whatever is inserted, taken away or put in the place of words before and behind."""
    first = data.draw(st.integers(0, len(words) - 4))
    behind = data.draw(st.integers(first + 4, len(words)))
    quote = words[first:behind]
    before = data.draw(st.lists(st.sampled_from(words[:first] or ["x"]) | WORD, max_size=40))
    after = data.draw(st.lists(st.sampled_from(words[behind:] or ["x"]) | WORD, max_size=40))
    text, now = " ".join(words), " ".join([*before, *quote, *after])
    start = text.index(" ".join(quote))
    status, passage = found(anchor_at(text, start, start + len(" ".join(quote))), now)
    assert status in ("exact", "moved")
    assert passage == " ".join(quote)


@given(DISTINCT, st.data())
def test_an_edit_away_from_it_keeps_any_passage(words, data):
    """As long as the words on one side of it stand."""
    first = data.draw(st.integers(8, len(words) - 10))
    behind = data.draw(st.integers(first + 1, first + 2))
    quote = " ".join(words[first:behind])
    kept = words[first - 8 : behind + 8]
    before, after = (data.draw(st.lists(WORD, max_size=20)) for _side in range(2))
    text = " ".join(words)
    start = len(" ".join(words[:first])) + 1
    assert found(anchor_at(text, start, start + len(quote)), " ".join([*before, *kept, *after])) == ("exact", quote)


@given(DISTINCT, st.data())
def test_an_edit_within_marks_it_changed(words, data):
    first = data.draw(st.integers(8, len(words) - 13))
    behind = data.draw(st.integers(first + 1, first + 5))
    changed = data.draw(st.integers(first, behind - 1))
    now = [*words[:changed], "NOWE", *words[changed + 1 :]]
    text = " ".join(words)
    start = len(" ".join(words[:first])) + 1
    anchor = anchor_at(text, start, start + len(" ".join(words[first:behind])))
    assert found(anchor, " ".join(now)) == ("changed", " ".join(now[first:behind]))


LOOSE = st.text("ab ., ", max_size=40) | st.text(max_size=80)


@given(LOOSE, LOOSE, LOOSE, LOOSE)
def test_it_is_never_lost(quote, prefix, suffix, text):
    """Whatever became of the text, there is an answer, it is the same each time, and it is in the text."""
    anchor = Anchor(quote, prefix, suffix)
    where = locate(anchor, text)
    assert where == locate.__wrapped__(anchor, text)
    assert where.status in ("exact", "moved", "changed", "gone")
    assert (where.start is None) == (where.status == "gone" or not words_of(quote))
    assert where.start is None or 0 <= where.start < where.end <= len(text)


def test_words_that_stand_where_they_stood_are_there_although_their_neighbours_changed():
    anchor = anchor_of("X", "a b c d e f X g h i j k l")
    assert found(anchor, "a b c d e nowe X inne h i j k l") == ("exact", "X")
