"""Polish alphabetical order."""

from czest.qms.language.collation import natural_key
from czest.qms.language.collation import sort_key
from hypothesis import given
from hypothesis import strategies
import pytest


ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"


def ordered(texts, key=sort_key):
    return sorted(texts, key=key)


def test_every_letter_of_the_alphabet_keeps_its_place():
    assert ordered(reversed(ALPHABET)) == list(ALPHABET)


def test_a_letter_counts_before_what_follows_it():
    assert ordered(["zaz", "zażółć", "zac", "zać", "łąka", "lza", "lampa"]) == [
        "lampa",
        "lza",
        "łąka",
        "zac",
        "zać",
        "zaz",
        "zażółć",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2 procedury", "Audity"),
        ("Karta", "Karta zmian"),
        ("Karta zmian", "Kartoteka"),
        ("skarga", "Skarga"),
        ("Skarga", "skarga ustna"),
        ("adam", "Łukasz"),
        ("cafe", "café noir"),
        ("zebra", "Ωmega"),
        ("(a) opis", "b"),
        ("1", "٢"),
    ],
)
def test_order_of_a_pair(first, second):
    assert ordered([second, first]) == [first, second]


def test_decomposed_letters_sort_as_composed_ones():
    assert sort_key("o\u0301sma") == sort_key("ósma")


@pytest.mark.parametrize(
    "symbols",
    [
        ["PS-1", "PS-2", "PS-10"],
        ["PS-01", "PS-1"],
        ["I-FK-01", "KJ", "P-FE-01", "P-OR-01", "P-OR-02", "PJ-00", "PS-01", "PS-07"],
        ["Z-PS03-2026/04", "Z-PS03-2026/A"],
        ["A-9", "A-10", "B-1"],
    ],
)
def test_natural_order_of_symbols(symbols):
    assert ordered(reversed(symbols), natural_key) == symbols


@given(strategies.integers(0, 10**12), strategies.integers(0, 10**12))
def test_numbers_in_symbols_sort_by_value(one, other):
    assert (natural_key(f"PS-{one}") < natural_key(f"PS-{other}")) == (one < other)


@given(strategies.text(), strategies.text())
def test_order_by_code_point_is_order_by_byte(one, other):
    keys = [sort_key(one), sort_key(other)]
    assert sorted(keys) == sorted(keys, key=lambda key: key.encode("utf-8", "surrogatepass"))


@given(strategies.text(alphabet=ALPHABET + ALPHABET.upper(), max_size=6))
def test_capitals_decide_only_between_the_same_letters(word):
    assert sort_key(word.lower()) <= sort_key(word) < sort_key(word.lower() + "a")


@given(strategies.text(alphabet=ALPHABET, max_size=5), strategies.text(alphabet=ALPHABET, max_size=5))
def test_words_compare_letter_by_letter(one, other):
    places = [[ALPHABET.index(letter) for letter in word] for word in (one, other)]
    assert (sort_key(one) < sort_key(other)) == (places[0] < places[1])
