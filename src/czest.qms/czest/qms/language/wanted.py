"""What a question looks for in a text: the words that the catalog was asked for, ready to be marked."""

from czest.qms.language.folding import fold
from czest.qms.language.folding import normalise
from czest.qms.language.marking import Wanted
from czest.qms.language.query import LONGEST_QUERY
from czest.qms.language.query import STOP_WORDS
from czest.qms.language.words import asked_terms
from czest.qms.language.words import is_symbol
from czest.qms.language.words import split
from czest.qms.language.words import stored_terms


def wanted_in(query):
    """Return what to look for and to mark for a query: the words that the catalog was asked for."""
    words = split(query[:LONGEST_QUERY])
    telling = [word for word in words if word not in STOP_WORDS] or words
    beginning = fold(telling[-1]) if telling and len(telling[-1]) > 1 else ""
    return Wanted([set(asked_terms(word)) for word in telling], beginning, _terms_in_text, _is_symbol_in_text)


def _terms_in_text(word):
    return stored_terms(normalise(word))


def _is_symbol_in_text(word):
    return is_symbol(normalise(word))
