"""Openness of a document and its legal basis (BIP-1)."""

from czest.qms import _
from czest.qms.classification.interfaces import IClassification
from zope.component import getUtility


SCHEME = "openness_basis"


def usual_basis(kind, openness):
    """Return the legal basis of the default openness of a kind; None where the openness is another."""
    classification = getUtility(IClassification)
    return classification.default_basis(kind) if openness == classification.default_openness(kind) else None


def check_basis(kind, openness, basis):
    """Return what is wrong with a legal basis, as ``(field, Message)`` pairs.

    A basis that the office has in its list must support the openness; one in other words is for people to judge.

    Parameters:
        kind: portal type of the document.
        openness: degree of openness; empty for the default of the kind.
        basis: token of the list, other words, or nothing.
    """
    classification = getUtility(IClassification)
    decided = openness or classification.default_openness(kind)
    if not basis:
        if usual_basis(kind, decided):
            return []
        return [(SCHEME, _("Openness other than usual for this kind of document needs its legal basis."))]
    if classification.term(SCHEME, basis) is not None and not classification.supports(basis, decided):
        return [(SCHEME, _("This legal basis does not support the openness chosen."))]
    return []
