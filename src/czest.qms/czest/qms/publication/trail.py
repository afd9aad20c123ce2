"""The chain of evidence of what is done in the bulletin besides deciding on documents; it has no object of its own."""

from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.base import actor
from czest.qms.organisation.interfaces import IDirectory
from zope.component import getUtility


#: Key and label of the chain.
CHAIN = "bulletin"


def trace(operation, *, reason="", digest=None, details=None):
    """Append an entry to the chain for the person who acts, and return it.

    Parameters:
        operation: what was done.
        reason: words that are public anyhow.
        digest: of the content, or None.
        details: plain values without personal data.
    """
    login = actor()
    post = getUtility(IDirectory).post_title(login)
    return getUtility(ITrail).append(
        CHAIN,
        label=CHAIN,
        operation=operation,
        actor=login,
        reason=reason,
        digest=digest,
        details={"post": post, **(details or {})},
    )
