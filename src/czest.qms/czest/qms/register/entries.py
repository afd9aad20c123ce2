"""One document of the register as plain values, from its catalog record alone."""

from Missing import MV


def entry(brain):
    """Return the item of ``@register`` for a brain: texts, None for what is not known.

    Keys: ``@id symbol title kind owner_unit state edition in_force_from openness process``; ``edition`` and
    ``in_force_from`` (rrrr-mm-dd) are those of the edition in force.
    """
    return {
        "@id": brain.getURL(),
        "symbol": brain.symbol,
        "title": brain.Title,
        "kind": brain.portal_type,
        "owner_unit": _known(brain.owner_unit),
        "state": brain.review_state,
        "edition": _known(brain.edition_number),
        "in_force_from": _known(brain.in_force_from),
        "openness": _known(brain.openness),
        "process": _known(brain.process),
    }


def _known(value):
    return None if value is MV or not value else value
