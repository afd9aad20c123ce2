"""Constraints of schema fields, with a sentence for each refusal."""

from czest.qms import _
from czest.qms.classification.interfaces import IClassification
from czest.qms.classification.rules import symbols
from zope.component import getUtility
from zope.schema import ValidationError


class NotAJrwaClass(ValidationError):
    __doc__ = _("There is no such JRWA class, or it is not an end class. Give the symbol of an end class, e.g. 0142.")


class NotAnArchivalCategory(ValidationError):
    __doc__ = _("This is not an archival category. Give A, B with years (e.g. B10), BE with years, or Bc.")


def is_jrwa_class(value):
    """Accept the symbol of a JRWA end class, one no longer valid included.

    Raises:
        NotAJrwaClass: anything else.
    """
    if not getUtility(IClassification).known("jrwa", value):
        raise NotAJrwaClass(value)
    return True


def is_archival_category(value):
    """Accept an archival category (ARCH-3); raises NotAnArchivalCategory."""
    if not symbols.is_archival_category(value):
        raise NotAnArchivalCategory(value)
    return True
