"""Archival categories in words."""

from czest.qms import _
from czest.qms.language.numerals import counted
from czest.qms.records.rules.retention import Category


def in_years(count):
    """Return a number of full years in words: 1 rok, 2 lata, 5 lat."""
    return counted(count, _("${count} year"), _("${count} years (few)"), _("${count} years (many)"))


def in_words(category):
    """Return an archival category with what it means, such as “B10, 10 lat” (ARCH-3).

    Parameters:
        category: text of the category, or nothing.
    """
    if not category:
        return _("no category")
    parsed = Category.parse(category)
    if parsed.kind == "A":
        return _("A, kept for ever")
    if parsed.kind == "Bc":
        return _("Bc, for as long as it is needed")
    mapping = {"category": category, "years": in_years(parsed.years)}
    if parsed.kind == "BE":
        return _("${category}, ${years}, then the archive appraises it", mapping=mapping)
    return _("${category}, ${years}", mapping=mapping)
