"""Stems, spellings and words."""

from czest.qms.language import stemming_patch
from czest.qms.language.folding import fold
from czest.qms.language.folding import normalise
from czest.qms.language.lexicon import PolishWords
from czest.qms.language.stemming import searched_terms
from czest.qms.language.stemming import word_terms
import czest.qms.language.stemming_table
from czest.qms.language.stemming_table import polimorf_table
from czest.qms.language.words import is_symbol
from czest.qms.language.words import split
import gzip
from hypothesis import given
from hypothesis import strategies
import pathlib
import pytest
import sys


def meet(written, asked):
    """Whether a search for one word finds a document with the other."""
    return bool(set(word_terms(normalise(written))) & set(searched_terms(normalise(asked))))


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("procedura", "procedurze"),
        ("zażółć", "zazolc"),
        ("skargę", "skarga"),
        ("skarg", "skargami"),
        ("ustnie", "ustna"),
        ("terminowo", "terminowy"),
        ("wniosków", "wniosek"),
        ("Wydziale", "wydział"),
        ("zaświadczeń", "zaswiadczenie"),
        ("wniosek", "wnioskow"),
        ("mieszkańców", "mieszkaniec"),
        ("petycja", "petycje"),
        ("01", "1"),
        ("urzędu", "urzad"),
    ],
)
def test_a_form_finds_another(written, asked):
    assert meet(written, asked)


@pytest.mark.parametrize(
    ("written", "asked"),
    [("procedura", "instrukcja"), ("nieobowiązująca", "obowiązująca"), ("zapis", "zapora"), ("10", "1")],
)
def test_another_word_is_not_found(written, asked):
    assert not meet(written, asked)


def test_a_number_of_zeros_is_zero():
    assert word_terms("000") == ("000", "0")


def test_short_and_foreign_words_are_found_as_written():
    assert word_terms("w") == ("w",)
    assert word_terms("工程") == ("工程",)


@given(strategies.text())
def test_terms_of_any_text_are_lower_case_and_bare(text):
    for term in PolishWords().process([text]):
        assert term and term == fold(term)


@given(strategies.text(alphabet="aąbcćeęijlłnńoósśuzźżkw-./01 ", max_size=30))
def test_a_phrase_has_the_terms_of_the_text_it_was_taken_from(text):
    pipeline = PolishWords()
    words = pipeline.processGlob([text])
    if len(words) > 1:
        assert pipeline.process_post_glob(words) == pipeline.process([text])


@given(strategies.text(alphabet="aąbcćeęijlłnńoósśuzźżkw-./01 ", min_size=1, max_size=20))
def test_every_word_of_a_text_finds_it(text):
    pipeline = PolishWords()
    stored = set(pipeline.process([text]))
    for word in split(text):
        assert stored & set(pipeline.process_post_glob(word))


def test_words_and_symbols():
    assert split("Wg PS–01, społeczno-gospodarczy (zn. OR.0142.3.2026) skar\u00adga.") == [
        "wg",
        "ps-01",
        "społeczno",
        "gospodarczy",
        "zn",
        "or.0142.3.2026",
        "skarga",
    ]
    assert is_symbol("6/1")
    assert not is_symbol("2026")


def test_a_symbol_is_stored_whole_without_zeros_and_in_parts():
    assert PolishWords().process(["PS-01"]) == ["ps-01", "ps-1", "ps", "01", "1"]
    assert PolishWords().process_post_glob("ps-01") == ["ps-01", "ps-1"]


def test_a_pattern_keeps_its_wildcards_and_is_folded():
    assert PolishWords().processGlob(["Skargę* PS-0* *x?y"]) == ["skarge*", "ps-0*", "x?y"]


def words_of_the_sources():
    """Return the words of this package and some that no dictionary has."""
    folder = pathlib.Path(czest.qms.language.stemming_table.__file__).parent
    words = {word for path in folder.glob("*.py") for word in split(path.read_text(encoding="utf-8"))}
    return words | {"skargami", "niezgodnościami", "zażółć", "źdźbło", "a", "工程", "pracownikowi", "najlepszymi"}


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="The code of pystempel does not load on this Python.")
def test_the_packed_table_answers_as_pystempel_does(monkeypatch):
    import pystempel

    monkeypatch.setattr("pystempel.streams.DISABLE_TQDM", True)
    table, original = polimorf_table(), pystempel.Stemmer.polimorf()
    words = words_of_the_sources()
    assert {word: table.stem(word) for word in words} == {word: original(word) or None for word in words}


@pytest.mark.parametrize(
    ("word", "stem"),
    [("skargami", "skarga"), ("procedurze", "procedura"), ("wnioskodawcy", "wnioskodawca"), ("工程", "工程")],
)
def test_the_table_gives_stems(word, stem):
    assert polimorf_table().stem(word) == stem


def test_a_table_of_another_kind_is_refused(monkeypatch):
    monkeypatch.setattr(gzip, "decompress", lambda packed: b"\x00\x02-0")
    with pytest.raises(ValueError, match="Unknown stemming table"):
        polimorf_table()


@pytest.mark.parametrize(
    ("patch", "word", "result"),
    [
        ("Db", "teacher", "teach"),
        ("-aDa", "abc", "ac"),
        ("Ra", "abc", "aba"),
        ("Ix", "abc", "abcx"),
        ("RzRyRx", "abc", "xyz"),
        ("Dz", "abc", "abc"),
        ("-zRa", "abc", "abc"),
        ("DcIx", "abc", "x"),
        ("RaD", "abc", "aba"),
    ],
)
def test_a_patch_changes_the_end_of_a_word(patch, word, result):
    assert stemming_patch.applied(patch, word) == result


@given(strategies.text(alphabet="-DRIabcz", max_size=12), strategies.text(alphabet="abcż", min_size=1, max_size=8))
def test_no_patch_breaks_on_a_word(patch, word):
    assert set(stemming_patch.applied(patch, word)) <= set(patch) | set(word)
