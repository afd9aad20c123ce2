"""Signatures as they are stored: name and post are text of that moment, bound to the digest of the content."""

from czest.qms import clock
from czest.qms.approval.rules.signing import voided
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.rules.signatures import REVIEW
from czest.qms.operations.base import actor
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from zope.component import getUtility


#: The entitlement of a post under which each kind of signature is given.
ENTITLEMENTS = {REVIEW: "reviewer", APPROVAL: "approver"}

#: Why a signature became void, where no person gave the reason.
CONTENT_CHANGED, ROUTE_CHANGED, RETRACTED = "content", "route", "retract"


def signatory(login, act):
    """Return ``name`` and ``post`` under which a person signs now."""
    return {
        "name": full_name(login),
        "post": getUtility(IDirectory).post_title(login, entitlement=ENTITLEMENTS[act]),
    }


def represented(claim, act):
    """Return what a signature keeps of the person for whom it is given: login, name, post and mandate."""
    login = claim.on_behalf_of
    person = signatory(login, act) if login else {"name": None, "post": None}
    return {
        "on_behalf_of": login,
        "on_behalf_name": person["name"],
        "on_behalf_post": person["post"],
        "mandate": claim.mandate,
    }


def sign(edition, stage, claim, meaning, comment, confirmed):
    """Add the signature of the current person to an edition and return it.

    Parameters:
        stage: the running stage of the route.
        claim: by what right the person signs it.
        meaning: what the signature means, in the signer's words.
        comment: remark, may be empty.
        confirmed: how the person confirmed who he is: ``confirmed_by`` and perhaps ``identity_issuer``.
    """
    login = actor()
    signature = {
        "act": stage.act,
        "stage": stage.id,
        "participant": claim.participant.key,
        "login": login,
        **signatory(login, stage.act),
        **represented(claim, stage.act),
        "time": clock.now().isoformat(),
        "meaning": meaning,
        "comment": comment or "",
        "digest": edition.digest,
        "confirmed_by": confirmed["confirmed_by"],
        "identity_issuer": confirmed.get("identity_issuer"),
        "void": False,
        "void_reason": None,
    }
    edition.signatures = (*edition.signatures, signature)
    return signature


def void_signatures(edition, reason, which=lambda signature: True):
    """Void signatures of an edition, by default every one; they are kept, with the reason."""
    edition.signatures = voided(edition.signatures, reason, which)
