"""Constraints of schema fields, with a sentence for each refusal."""

from czest.qms import _
from czest.qms.classification.interfaces import IClassification
from czest.qms.classification.rules import symbols
from czest.qms.classification.rules.schemes import OPENNESS
from zope.component import getUtility
from zope.schema import ValidationError


class NotAJrwaClass(ValidationError):
    __doc__ = _("There is no such JRWA class, or it is not an end class. Give the symbol of an end class, e.g. 0142.")


class NotAnArchivalCategory(ValidationError):
    __doc__ = _("This is not an archival category. Give A, B with years (e.g. B10), BE with years, or Bc.")


class NotAProcess(ValidationError):
    __doc__ = _("There is no such process. Choose one from the list.")


class NotAnIsoClause(ValidationError):
    __doc__ = _("There is no such clause of the norm. Choose one from the list.")


class NotAControlStandard(ValidationError):
    __doc__ = _("There is no such standard of management control. Choose one from the list.")


class NotADegreeOfOpenness(ValidationError):
    __doc__ = _("There is no such degree of openness. Choose one from the list.")


class NotALegalBasis(ValidationError):
    __doc__ = _("There is no such legal basis. Choose one from the list.")


class NoLongerValid(ValidationError):
    __doc__ = _("This value is no longer valid, so it cannot be chosen anew. Choose one that is valid today.")


_REFUSALS = {
    "jrwa": NotAJrwaClass,
    "process": NotAProcess,
    "iso_clause": NotAnIsoClause,
    "control_standard": NotAControlStandard,
    "openness_basis": NotALegalBasis,
}


def is_jrwa_class(value):
    """Accept the symbol of a JRWA end class, one no longer valid included.

    Raises:
        NotAJrwaClass: anything else.
    """
    return _require_known("jrwa", value)


def is_process(value):
    """Accept the token of a process; raises NotAProcess."""
    return _require_known("process", value)


def is_iso_clause(value):
    """Accept the token of a clause, such as ``9001:2015/7.5.3``; raises NotAnIsoClause."""
    return _require_known("iso_clause", value)


def is_control_standard(value):
    """Accept the token of a standard of management control, such as ``C10``; raises NotAControlStandard."""
    return _require_known("control_standard", value)


def is_openness_basis(value):
    """Accept the token of a legal basis; raises NotALegalBasis."""
    return _require_known("openness_basis", value)


def is_archival_category(value):
    """Accept an archival category (ARCH-3); raises NotAnArchivalCategory."""
    if not symbols.is_archival_category(value):
        raise NotAnArchivalCategory(value)
    return True


def is_openness(value):
    """Accept a degree of openness (BIP-1); raises NotADegreeOfOpenness."""
    if value not in OPENNESS:
        raise NotADegreeOfOpenness(value)
    return True


def require_usable(scheme, token, day=None):
    """Check that a term may be newly put on a document.

    Parameters:
        scheme: name of the scheme.
        token: symbol of the term.
        day: date; today by default.

    Raises:
        ValidationError: one of this module, with a sentence for the field.
    """
    _require_known(scheme, token)
    if not getUtility(IClassification).usable(scheme, token, day):
        raise NoLongerValid(token)


def _require_known(scheme, token):
    if not getUtility(IClassification).known(scheme, token):
        raise _REFUSALS[scheme](token)
    return True
