"""What other rooms may ask of approval."""

from zope.interface import Interface


class IWrongPasswords(Interface):
    """Wrong passwords given with signatures; a local utility of the site."""

    def failures(login):
        """Return the ``rules.locking.Failures`` of a person, or None."""

    def note(login):
        """Count one more and return the ``Failures``."""

    def forget(login):
        """Begin to count anew."""
