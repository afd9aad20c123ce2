"""The banner of an edition that is not in force: one sentence with the day, and the way out (PR-9)."""

from czest.qms import _
from czest.qms.appearance.states import state
from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.documents.views.reading.titleblock import successor


def banner(facts):
    """Return the view-model of the banner, or None for what is in force or has no edition.

    A dict with ``state``, ``family`` (``past`` or ``coming``), ``icon``, ``title``, ``sentence`` and ``acts``.
    """
    if facts.edition is None or facts.state == "in_force":
        return None
    shown = state(facts.state)
    words = {"superseded": superseded, "withdrawn": withdrawn}.get(facts.state, coming)(facts)
    return {"state": shown.id, "family": shown.family, "icon": shown.icon, **words}


def superseded(facts):
    """Return the words over an edition that another one replaced."""
    edition, newer = facts.edition, successor(facts)
    mapping = {"number": edition.number, "day": long_date(edition.in_force_to)}
    sentence = _("Edition ${number} was in force until ${day}. Not to be used in current matters.", mapping=mapping)
    if newer is not None:
        mapping = {"number": edition.number, "newer": newer.number, "day": long_date(newer.in_force_from)}
        sentence = _(
            "Edition ${number} was superseded by edition ${newer} on ${day}. Not to be used in current matters.",
            mapping=mapping,
        )
    acts = way_to_force(facts)
    if newer is not None:
        acts.append(compare_act(facts.document, edition, newer))
    return {"title": _("This edition is not in force"), "sentence": sentence, "acts": acts}


def withdrawn(facts):
    """Return the words over a document that nothing replaced."""
    mapping = {"day": long_date(facts.edition.in_force_to)}
    sentence = _("The document was withdrawn on ${day} and nothing replaces it. Not to be used.", mapping=mapping)
    return {"title": _("This document is not in force"), "sentence": sentence, "acts": []}


def coming(facts):
    """Return the words over an edition that is being worked on or waits for its day."""
    edition = facts.edition
    planned = edition.effective_from
    mapping = {"number": edition.number, "day": long_date(planned) if planned else ""}
    if facts.state == "approved" and edition.awaits_act:
        sentence = _(
            "Edition ${number} is approved and waits for the legal act that brings it into force.", mapping=mapping
        )
    elif facts.state == "approved":
        sentence = _("Edition ${number} is approved and comes into force on ${day}.", mapping=mapping)
    elif planned:
        sentence = _("Edition ${number} is being worked on; planned to come into force on ${day}.", mapping=mapping)
    else:
        sentence = _("Edition ${number} is being worked on; no day is planned yet.", mapping=mapping)
    acts = way_to_force(facts)
    if facts.in_force is not None:
        acts.append(compare_act(facts.document, facts.in_force, edition))
    return {"title": _("This edition is not in force yet"), "sentence": sentence, "acts": acts}


def way_to_force(facts):
    """Return the button to the edition in force, in a list; empty while there is none."""
    if facts.in_force is None:
        return []
    title = _("Go to edition ${number} (in force)", mapping={"number": facts.in_force.number})
    return [{"title": title, "url": facts.document.absolute_url(), "icon": "arrow-right", "primary": True}]


def compare_act(document, older, newer):
    """Return the button that compares two editions."""
    title = _("Compare ${older} with ${newer}", mapping={"older": older.number, "newer": newer.number})
    return {"title": title, "url": compare_address(document, older, newer), "icon": "file-diff", "primary": False}


def compare_address(document, older, newer):
    """Return the address of the comparison of two editions."""
    return f"{document.absolute_url()}/@@compare?from={older.number}&to={newer.number}"
