"""Polish words reduced to the terms under which they are found."""

from czest.qms.language.folding import fold
from czest.qms.language.stemming_table import polimorf_table
import functools
import itertools


#: Words remembered with their terms; an office's vocabulary is some tens of thousands of forms.
REMEMBERED_WORDS = 30_000

#: Shorter words are found as written: their guessed stems and spellings collide with other words.
_SHORTEST_STEMMED = 3
_SHORTEST_RESPELLED = 5

#: How many of a word's last letters may have lost their diacritics; what stands before hardly decides the stem.
_RESPELLED_ENDING = 5

_SPELLINGS = {"a": "aą", "c": "cć", "e": "eę", "l": "lł", "n": "nń", "o": "oó", "s": "sś", "z": "zżź"}
_VOWELS = "aąeęioóuy"


@functools.cache
def _table():
    return polimorf_table()


@functools.lru_cache(maxsize=REMEMBERED_WORDS)
def word_terms(word):
    """Return the terms of one word, as a tuple without repetition: the word itself, its stems, all folded.

    Parameters:
        word: a word as ``folding.normalise`` leaves it, with its diacritics.
    """
    spelled = fold(word)
    terms = [spelled]
    if word.isdecimal():
        terms.append(spelled.lstrip("0") or "0")
    elif len(word) >= _SHORTEST_STEMMED:
        terms += [fold(stem) for stem in (_stem(word), _adjective(word)) if stem]
    return tuple(dict.fromkeys(terms))


@functools.lru_cache(maxsize=REMEMBERED_WORDS)
def searched_terms(word):
    """Return the terms, any of which answers a search for one word.

    A word typed without diacritics stands for its spellings with them: *wnioskow* finds *wniosek*.

    Parameters:
        word: a word as ``folding.normalise`` leaves it.
    """
    terms = list(word_terms(word))
    if word.isascii() and word.isalpha() and len(word) >= _SHORTEST_RESPELLED:
        for spelling in _spellings(word):
            terms += word_terms(spelling)
    return tuple(dict.fromkeys(terms))


def _stem(word):
    """Return the stem, or None where the table gives nothing believable.

    The table is asked about any string and for a foreign one may answer with a shred of it; a stem that does not
    begin as the word does would lead to documents about something else.
    """
    stem = _table().stem(word)
    if stem and len(stem) >= _SHORTEST_STEMMED and fold(stem)[:2] == fold(word)[:2]:
        return stem
    return None


def _adjective(word):
    """Return the adjective an adverb comes from (*ustnie*: *ustny*, *terminowo*: *terminowy*), or None.

    The table leaves adverbs apart from their adjectives, although *skarga ustna* and *skarga wniesiona ustnie*
    are the same to whoever searches.
    """
    if len(word) < _SHORTEST_RESPELLED:
        return None
    if word.endswith("nie") and word[-4] not in _VOWELS:
        return word[:-2] + "y"
    if word.endswith("owo"):
        return word[:-1] + "y"
    return None


def _spellings(word):
    """Yield the spellings of a word whose ending may have lost its diacritics, the word itself left out."""
    beginning, ending = word[:-_RESPELLED_ENDING], word[-_RESPELLED_ENDING:]
    for letters in itertools.product(*(_SPELLINGS.get(letter, letter) for letter in ending)):
        spelling = beginning + "".join(letters)
        if spelling != word:
            yield spelling
