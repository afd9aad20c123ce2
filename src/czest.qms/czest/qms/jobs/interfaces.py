"""What rooms offer to the scheduler and to ``bin/qms verify``."""

from zope.interface import Attribute
from zope.interface import Interface


class IJob(Interface):
    """Named utility: work that falls due by time.

    A job runs again and again, at least twice a minute, in a transaction of its own which is repeated after a
    conflict. It therefore does nothing when nothing is due, and catches up the days that were missed.

    A job whose work must not be repeated provides :class:`IOwnTransactions`, too.
    """

    order = Attribute("Integer; jobs run from the least to the greatest, those of one order by their names.")

    def run():
        """Do what is due in the current site and return a sentence that says what was done, or None for nothing."""


class IOwnTransactions(Interface):
    """Marks a job whose ``run`` begins, commits and aborts its transactions itself.

    It is called outside any transaction, once in a tick and never again after a conflict. This is for what cannot be
    taken back, such as giving a message to a mail server: what must be known whatever happens then is committed before.
    """


class IOutbox(Interface):
    """Local utility: messages that wait to be sent, and the keys of those that were.

    A message is sent at most once. Where it is not known whether the mail server took it, it stays ``unknown``.
    """

    def put(key, to, subject, text, recipient="", about=""):
        """Put a message in, in the transaction of whoever calls; return whether it is a new one.

        Parameters:
            key: names what the message is about and for whom; the same key never makes a second message, for 30 days.
            to: electronic address.
            subject, text: plain text.
            recipient: login of whoever is told.
            about: UID of the object the message is about; empty where it is about none.
        """

    def counts():
        """Return ``{state: how many}`` of ``waiting``, ``sending``, ``unknown`` and ``failed``."""

    def count_unsent():
        """Return how many messages are ``unknown`` or ``failed``, without waking one."""

    def unsent():
        """Return these as ``outbox.Unsent``, the latest first."""

    def send_again(key):
        """Let a message that was not sent, or perhaps was, be sent as if it were new.

        Raises:
            KeyError: there is no such message any more, or its text was not kept.
        """

    def set_aside(key):
        """Throw away a message that was not sent; its key stays known.

        Raises:
            KeyError: there is no such message any more.
        """


class ISiteBeside(Interface):
    """Named utility: a site in a database of its own that is made beside the intranet's."""

    def make(connection):
        """Make it unless it is there, commit, and return a sentence that says so, or None.

        Parameters:
            connection: an open connection to the intranet's database.
        """


class IReconciliation(Interface):
    """Named utility, called without arguments: brings two databases together that were written in one transaction."""

    def __call__():
        """Mend what differs and return a sentence for each difference that there was; nothing is committed here."""


class IPurge(Interface):
    """Utility, called without arguments: makes content that was destroyed in the current site really gone."""

    def __call__():
        """Purge the database and the caches, in transactions of its own, and return a sentence that says what was done.

        Raises:
            czest.qms.jobs.refusals.Refusal: somebody else is at it.
        """


class IVerification(Interface):
    """Named utility, called without arguments: a search for evidence that does not hold."""

    def __call__():
        """Yield ``(symbol, seq, message)`` for each break of the current site.

        ``symbol`` names the document, record or file, ``seq`` is the number of the entry or None, and ``message``
        says what is wrong.
        """
