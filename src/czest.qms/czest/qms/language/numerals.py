"""Nouns after numbers: 1 dokument, 2 dokumenty, 5 dokumentów."""

from zope.i18nmessageid import Message


def plural_form(n):
    """Return which form a noun takes after the whole number ``n``: ``one``, ``few`` or ``many``."""
    size = abs(n)
    if size == 1:
        return "one"
    if size % 10 in (2, 3, 4) and size % 100 not in (12, 13, 14):
        return "few"
    return "many"


def counted(n, one, few, many):
    """Return the message that fits ``n``, with ``n`` as its variable ``count``.

    Parameters:
        n: a whole number.
        one, few, many: messages with ``${count}`` in them; the three need different message ids, since a
            catalogue holds one translation for each.
    """
    chosen = {"one": one, "few": few, "many": many}[plural_form(n)]
    return Message(chosen, mapping={**(chosen.mapping or {}), "count": str(n)})
