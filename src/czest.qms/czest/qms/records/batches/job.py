"""The job that goes on with batches, and forgets those that ended or that nobody confirmed."""

from czest.qms import _
from czest.qms import clock
from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IOwnTransactions
from czest.qms.jobs.transactions import in_transaction
from czest.qms.records.batches import storage
from czest.qms.records.batches.working import work
from czest.qms.records.finding import records_container
from czest.qms.records.setup import RECORDS
import datetime
import logging
from plone import api
from plone.api.exc import UserNotFoundError
import time
from zope.globalrequest import getRequest
from zope.interface import implementer


logger = logging.getLogger(__name__)

#: In seconds: a transaction, and a run of the job; other jobs wait meanwhile.
STEP, RUN = 1, 20

#: How long what was not confirmed, and the report of what ended, is kept.
UNCONFIRMED_FOR = datetime.timedelta(days=7)
REPORT_FOR = datetime.timedelta(days=90)


@implementer(IJob, IOwnTransactions)
class LoadBatches:
    """Works on batches, some rows in each transaction; interrupted, it goes on at the row that was not done."""

    order = 60

    def __init__(self, seconds=RUN, step=STEP):
        self.seconds = seconds
        self.step = step

    def run(self):
        until = time.monotonic() + self.seconds
        rows = 0
        while done := in_transaction(lambda: go_on(self.step)):
            rows += done
            if time.monotonic() >= until:
                break
        in_transaction(forget)
        return _("Rows of batches passed: ${count}.", mapping={"count": rows}) if rows else None


def go_on(seconds):
    """Go on with the earliest batch that has work, as its uploader; return how many rows were passed, 0 for no work."""
    if RECORDS not in api.portal.get():
        return 0
    batch = next(iter(records_container().batches.at_work()), None)
    if batch is None:
        return 0
    before = len(batch.results) + batch.position
    try:
        with api.env.adopt_user(username=batch.uploader):
            work(batch, getRequest(), seconds)
    except UserNotFoundError:
        logger.warning("Batch %s is stopped: its uploader has no account any more.", batch.id)
        batch.finish(storage.STOPPED, clock.now())
    return max(len(batch.results) + batch.position - before, 1)


def forget():
    """Drop what was not confirmed for a week and what ended a quarter ago."""
    if RECORDS not in api.portal.get():
        return
    batches, now = records_container().batches, clock.now()
    for batch in batches.all():
        is_old = batch.ended is not None and now - batch.ended > REPORT_FOR
        if is_old or (batch.state == storage.CHECKED and now - batch.uploaded > UNCONFIRMED_FOR):
            batches.drop(batch.id)
