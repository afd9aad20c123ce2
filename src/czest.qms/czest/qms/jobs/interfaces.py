"""What rooms offer to the scheduler and to ``bin/qms verify``."""

from zope.interface import Attribute
from zope.interface import Interface


class IJob(Interface):
    """Named utility: work that falls due by time.

    A job runs again and again, at least twice a minute, in a transaction of its own which is repeated after a
    conflict. It therefore does nothing when nothing is due, and catches up the days that were missed.
    """

    order = Attribute("Integer; jobs run from the least to the greatest, those of one order by their names.")

    def run():
        """Do what is due in the current site and return a sentence that says what was done, or None for nothing."""


class IVerification(Interface):
    """Named utility, called without arguments: a search for evidence that does not hold."""

    def __call__():
        """Yield ``(symbol, seq, message)`` for each break of the current site.

        ``symbol`` names the document, record or file, ``seq`` is the number of the entry or None, and ``message``
        says what is wrong.
        """
