"""Asking the bulletin: which entries and pages answer a question (Polish stems, what is published unless more is asked)."""

from czest.qms.bulletin.reading import ENTRY
from czest.qms.bulletin.reading import found
from czest.qms.bulletin.reading import PAGE
from czest.qms.bulletin.snapshot import ARCHIVED
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.language.query import search_query


#: State of the bulletin's own pages.
PUBLIC = "public"


def answers(site, question, with_archived):
    """Return the brains of what answers a question, best first; of no question, what is published, newest first.

    Parameters:
        site: the bulletin's site.
        question: anything a person typed.
        with_archived: True where archived versions are asked too (BIP-6 leaves them out).
    """
    states = [PUBLISHED, PUBLIC, *([ARCHIVED] if with_archived else [])]
    query = {"portal_type": [ENTRY, PAGE], "review_state": states}
    words = search_query(question)
    if words:
        return found(site, SearchableText=words, **query)
    if question.strip():
        return []
    return found(site, **query | {"portal_type": ENTRY}, sort_on="published_at", sort_order="descending")
