"""The schedule of a record: its JRWA class, an end class valid on a day, and the category it gives (ARCH-2, ARCH-3)."""

from czest.qms.classification.rules.schemes import SCHEMES
from czest.qms.classification.rules.symbols import is_archival_category
from czest.qms.classification.rules.terms import is_choosable
from czest.qms.classification.rules.terms import version_on


_JRWA = SCHEMES["jrwa"]


def class_problem(versions, day):
    """Return what keeps a class from being put on a record, or None.

    Parameters:
        versions: the versions (``Term``) of one class in the office's JRWA, none for a class that is not there.
        day: the day on which the class must be valid.

    Returns:
        ``unknown_class``, ``class_not_valid`` or ``not_end_class``.
    """
    if not versions:
        return "unknown_class"
    term = version_on(versions, day)
    if not term.is_valid_on(day):
        return "class_not_valid"
    return None if is_choosable(_JRWA, term) else "not_end_class"


def category_problem(category):
    """Return ``bad_category`` for a text that is no archival category, or None."""
    return None if is_archival_category(category) else "bad_category"


def category_agrees(category, versions, day):
    """Whether the category is the one that the class gives: to the unit that leads the case, or to another.

    Parameters:
        category: such as ``B5``.
        versions, day: as in ``class_problem``.
    """
    term = version_on(versions, day)
    return term is not None and category in (term.category, term.other_category)
