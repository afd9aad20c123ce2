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


class INotificationPreferences(Interface):
    """How people want to be told of their tasks, and what was told on which day; a local utility of the site."""

    def choice(login):
        """Return ``rules.mailing.AT_ONCE``, ``DAILY`` or ``NEVER``."""

    def choose(login, choice):
        """Keep what a person wants.

        Raises:
            ValueError: there is no such choice.
        """

    def those_who_chose(choice):
        """Return the logins of those who chose so, sorted; who chose nothing is not among them."""

    def last_day(name):
        """Return the last day on which a daily job did its work, or None."""

    def note_day(name, day):
        """Note that a daily job has done its work of a day."""
