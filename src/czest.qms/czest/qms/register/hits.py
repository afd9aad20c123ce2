"""Answers of the search as people read them: what applies, since when, and the passage that answers."""

from czest.qms.appearance.states import plate
from czest.qms.language.marking import marked
from czest.qms.language.wanted import wanted_in
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.register.entries import entry
from czest.qms.register.passages import edition_in_force
from czest.qms.register.passages import quotation
import datetime
from html import escape
from plone import api
from zope.component import getUtility


#: Descriptions are cut here where there is no passage to quote.
DESCRIPTION_LENGTH = 200


def hits(brains, query):
    """Return the view-models of found documents.

    Each is a dict with ``url`` (to the point quoted), ``symbol``, ``title`` (markup), ``kind``, ``unit``,
    ``edition``, ``plate`` (for the macros of states), ``number`` of the point quoted or empty, and ``quote`` (markup).
    """
    wanted = wanted_in(query)
    types = api.portal.get_tool("portal_types")
    units = getUtility(IDirectory).organisation().units
    return [_hit(brain, wanted, types, units) for brain in brains]


def _hit(brain, wanted, types, units):
    found = entry(brain)
    edition = edition_in_force(brain)
    quoted = quotation(edition, wanted) if edition is not None else None
    day = found["in_force_from"]
    unit = units.get(found["owner_unit"])
    return {
        "url": f"{found['@id']}#{quoted.section}" if quoted and quoted.section else found["@id"],
        "symbol": found["symbol"],
        "title": markup(marked(found["title"], wanted.hits(found["title"]))),
        "kind": types[found["kind"]].Title(),
        "unit": unit.title if unit is not None else found["owner_unit"],
        "edition": found["edition"],
        "plate": plate(found["state"], since=datetime.date.fromisoformat(day) if day else None),
        "number": quoted.number if quoted else "",
        "quote": markup(quoted.pieces if quoted else _description(brain, wanted)),
    }


def _description(brain, wanted):
    text = " ".join(brain.Description.split())[:DESCRIPTION_LENGTH]
    return marked(text, wanted.hits(text))


def markup(pieces):
    """Return ``(piece, is_hit)`` pairs as HTML, hits in ``<mark>``."""
    return "".join(f"<mark>{escape(piece)}</mark>" if is_hit else escape(piece) for piece, is_hit in pieces)
