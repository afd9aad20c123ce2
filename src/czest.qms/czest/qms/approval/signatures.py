"""Signatures as they are stored: name and post are text of that moment, bound to the digest of the content."""

from czest.qms import clock
from czest.qms.approval.rules import voided
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.rules.signatures import REVIEW
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from plone import api
from zope.component import getUtility


#: The entitlement of a post under which each kind of signature is given.
ENTITLEMENTS = {REVIEW: "reviewer", APPROVAL: "approver"}


def signatory(login, act):
    """Return ``name`` and ``post`` under which a person signs now."""
    return {
        "name": full_name(login),
        "post": getUtility(IDirectory).post_title(login, entitlement=ENTITLEMENTS[act]),
    }


def sign(edition, act, meaning, comment):
    """Add the signature of the current person to an edition and return it.

    Parameters:
        act: ``review`` or ``approve``.
        meaning: what the signature means, in the signer's words.
        comment: remark, may be empty.
    """
    login = api.user.get_current().getId()
    signature = {
        "act": act,
        "login": login,
        **signatory(login, act),
        "time": clock.now().isoformat(),
        "meaning": meaning,
        "comment": comment or "",
        "digest": edition.digest,
        "on_behalf_of": None,
        "void": False,
        "void_reason": None,
    }
    edition.signatures = (*edition.signatures, signature)
    return signature


def void_signatures(edition, reason):
    """Void every signature of an edition; they are kept, with the reason."""
    edition.signatures = voided(edition.signatures, reason)
