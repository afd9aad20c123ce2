"""Interfaces of the room of remarks."""

from zope.interface import Interface


class IRemarks(Interface):
    """Local utility: the remarks of each edition, apart from the edition and from what is signed."""

    def threads(uid):
        """Return the threads of the edition with a UID, a tuple of ``rules.threads.Thread``; empty where there are none."""

    def keep(uid, threads):
        """Keep the threads of an edition in the place of those before."""

    def forget(uid):
        """Forget the threads of an edition."""
