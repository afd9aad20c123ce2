"""One tick of the scheduler: every job that is registered gets its turn."""

from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IOwnTransactions
from czest.qms.jobs.transactions import abort
from czest.qms.jobs.transactions import in_transaction
import logging
from typing import NamedTuple
from zope.component import getUtilitiesFor
from zope.i18n import interpolate


logger = logging.getLogger(__name__)


class JobReport(NamedTuple):
    """What became of one job.

    Parameters:
        name: the name the job is registered under.
        sentence: what was done, None for nothing.
        error: the exception that stopped it, or None.
    """

    name: str
    sentence: str | None
    error: Exception | None


def jobs_in_order():
    """Return ``(name, job)`` of every registered job, in the order they run."""
    return sorted(getUtilitiesFor(IJob), key=lambda named: (named[1].order, named[0]))


def run_due_jobs():
    """Run every job, apart from the others, and return a JobReport for each.

    A job that fails is logged and stops no other.
    """
    return [_run(name, job) for name, job in jobs_in_order()]


def plain(sentence):
    """Return a Message as English text with its values filled in, for logs and terminals."""
    return interpolate(sentence, getattr(sentence, "mapping", None))


def _work(job):
    """Run a job in one transaction that may be repeated, unless it has transactions of its own."""
    if not IOwnTransactions.providedBy(job):
        return in_transaction(job.run)
    abort()
    try:
        return job.run()
    finally:
        abort()


def _run(name, job):
    try:
        sentence = _work(job)
    except Exception as error:
        logger.exception("Job %s failed.", name)
        return JobReport(name, None, error)
    if sentence is None:
        return JobReport(name, None, None)
    text = plain(sentence)
    logger.info("%s: %s", name, text)
    return JobReport(name, text, None)
