"""Answers of the search with the passage that answers quoted, its words marked."""

from czest.qms.bulletin.text import passages
from czest.qms.language.marking import best_passage
from czest.qms.language.marking import marked
from czest.qms.language.marking import shortened
from functools import lru_cache


@lru_cache(maxsize=256)
def _passages(body):
    return tuple(passages(body))


def quotation(wanted, body, *others):
    """Return the passage that answers most of a question as ``(piece, is_hit)``, or an empty list.

    Parameters:
        wanted: what ``language.wanted.wanted_in`` gave for the question.
        body: HTML of the text.
        others: plain texts to quote from where the text itself answers nothing, such as the summary.
    """
    for texts in (_passages(body), [text for text in others if text]):
        best = best_passage(texts, wanted)
        if best is not None:
            text = shortened(texts[best], wanted.hits(texts[best]))
            return marked(text, wanted.hits(text))
    return []


def marked_title(wanted, title):
    """Return a title as ``(piece, is_hit)``."""
    return marked(title, wanted.hits(title))
