"""Texts found in a file on their way to the report: only masks and yes or no arrive there."""

from collections.abc import Iterable
from collections.abc import Mapping
from czest.qms.documents.files.classified import mentions_classification
from czest.qms.publication.rules.personal import Office
from czest.qms.publication.rules.personal import search
from czest.qms.publication.rules.reports import PartHit
from czest.qms.publication.screening.malware import is_marked
from typing import Any


#: Characters searched of one file; a report on a part of a file would be worth nothing.
TEXT_LIMIT = 20_000_000


class TooMuchText(Exception):
    """There is more text than can be searched."""


def traits_of(passages: Mapping[str, str], office: Office) -> dict[str, Any]:
    """Return the fields of a report that come from texts.

    Parameters:
        passages: part → text.
        office: what belongs to the office.

    Raises:
        TooMuchText: see ``TEXT_LIMIT``.
    """
    if sum(len(text) for text in passages.values()) > TEXT_LIMIT:
        raise TooMuchText
    return {
        "hits": tuple(_hits(passages, office)),
        "classified": any(mentions_classification(_lines(text)) for text in passages.values()),
        "malware": any(is_marked(text.encode("utf-8", "replace")) for text in passages.values()),
    }


def _hits(passages: Mapping[str, str], office: Office) -> Iterable[PartHit]:
    for part, text in passages.items():
        for hit in search(text, office):
            yield PartHit(part, hit.kind, hit.masked, hit.certain, hit.count)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]
