"""Finding the words of a question in a text: which pieces to mark, and which passage to quote."""

from bisect import bisect
import re


_TOKEN = re.compile(r"[^\W_]+(?:[-./][^\W_]+)*")
_PIECE = re.compile(r"[^\W_]+")

#: Words around the first hit that are quoted from a passage too long to be shown whole.
WORDS_BEFORE = 6
WORDS_QUOTED = 32


class Wanted:
    """The words of a question, ready to be compared with the words of a text.

    Parameters:
        words: list of sets of terms; a word of the text answers one when they share a term.
        beginning: the last word folded, which is also answered by longer words; empty for none.
        terms_of: function from a word of a text to the terms it is stored under.
        is_symbol: function that tells whether a joined token stays whole.
    """

    def __init__(self, words, beginning, terms_of, is_symbol):
        self.words = words
        self.beginning = beginning
        self.terms_of = terms_of
        self.is_symbol = is_symbol

    def answered(self, word):
        """Return the numbers of the wanted words that a word of a text answers."""
        terms = self.terms_of(word)
        found = {number for number, wanted in enumerate(self.words) if not wanted.isdisjoint(terms)}
        if self.beginning and any(term.startswith(self.beginning) for term in terms):
            found.add(len(self.words) - 1)
        return found

    def hits(self, text):
        """Return ``(start, end, numbers)`` of every word of a text that answers something."""
        found = []
        for start, end in self._spans(text):
            numbers = self.answered(text[start:end])
            if numbers:
                found.append((start, end, numbers))
        return found

    def _spans(self, text):
        for token in _TOKEN.finditer(text):
            if self.is_symbol(token.group()):
                yield token.span()
            else:
                for piece in _PIECE.finditer(text, *token.span()):
                    yield piece.span()


def marked(text, hits):
    """Return a text as a list of ``(piece, is_hit)``, neighbouring hits apart."""
    pieces = []
    position = 0
    for start, end, _numbers in hits:
        if start > position:
            pieces.append((text[position:start], False))
        pieces.append((text[start:end], True))
        position = end
    if position < len(text):
        pieces.append((text[position:], False))
    return pieces


def best_passage(passages, wanted):
    """Return the number of the passage that answers most of the question, the earliest of equals; None for no hit.

    Parameters:
        passages: list of texts.
        wanted: a Wanted.
    """
    best, most = None, 0
    for position, text in enumerate(passages):
        answered = set().union(*(numbers for _start, _end, numbers in wanted.hits(text)))
        if len(answered) > most:
            best, most = position, len(answered)
    return best


def shortened(text, hits):
    """Return a text cut to the words around its first hit, with an ellipsis at each cut.

    Parameters:
        text: the passage, without blanks at its ends.
        hits: what :meth:`Wanted.hits` found in it; may be empty.
    """
    words = [match.span() for match in re.finditer(r"\S+", text)]
    if len(words) <= WORDS_QUOTED:
        return text
    target = hits[0][0] if hits else 0
    hit_word = bisect([start for start, _end in words], target) - 1
    first = min(max(0, hit_word - WORDS_BEFORE), len(words) - WORDS_QUOTED)
    last = first + WORDS_QUOTED - 1
    before = "… " if first else ""
    after = " …" if last < len(words) - 1 else ""
    return before + text[words[first][0] : words[last][1]] + after
