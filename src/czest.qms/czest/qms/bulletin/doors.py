"""Deny by default: the public process answers with what a public door publishes, and with nothing else."""

from czest.qms.bulletin.outermost import FOUND
from Products.Five.browser import BrowserView
from zExceptions import NotFound


class PublicDoor(BrowserView):
    """Base class of everything that the public process publishes; whatever is not derived from it does not exist."""


def published_door(published):
    """Return the public door behind what Zope is about to call, or None.

    Parameters:
        published: ``request["PUBLISHED"]``: an object, a view, or a method of one.
    """
    target = getattr(published, "__self__", published)
    return target if isinstance(target, PublicDoor) else None


def require_public_door(event):
    """Answer as if nothing were there, unless a public door was found.

    Raises:
        NotFound: for every other address.
    """
    if published_door(event.request["PUBLISHED"]) is None:
        raise NotFound
    event.request.environ.get(FOUND, []).append(True)
