"""The pages of batches: ``@@batch`` to send one, ``@@batch/ID`` to check, confirm and follow it."""

from czest.qms import _
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import OperationRefused
from czest.qms.records.batches import storage
from czest.qms.records.batches.access import is_own
from czest.qms.records.batches.access import visible_batch
from czest.qms.records.batches.access import visible_batches
from czest.qms.records.batches.columns import columns_of
from czest.qms.records.batches.messages import STATES
from czest.qms.records.batches.reporting import listed
from czest.qms.records.batches.reporting import report
from czest.qms.records.batches.services import uploads_of
from czest.qms.records.batches.working import confirm
from czest.qms.records.batches.working import take_in
from czest.qms.records.batches.working import work
from czest.qms.records.finding import records_container
from czest.qms.records.interfaces import IRecordSeriesMarker
from czest.qms.records.rules.batches import template
from functools import cached_property
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Forbidden
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: Seconds for which one request works on a batch.
SECONDS = 2

REPORT, TEMPLATE = "report.csv", "wzor.csv"


@implementer(IPublishTraverse)
class BatchPages(BrowserView):
    """Serves ``@@batch``, ``@@batch/wzor.csv``, ``@@batch/ID`` and ``@@batch/ID/report.csv``."""

    sending = ViewPageTemplateFile("templates/sending.pt")
    following = ViewPageTemplateFile("templates/following.pt")

    def __init__(self, context, request):
        super().__init__(context, request)
        self.steps = []
        self.errors = {}

    def publishTraverse(self, request, name):
        self.steps.append(name)
        return self

    def __call__(self):
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
        if not self.steps:
            return self.send() if self.request.method == "POST" else self.form()
        if self.steps == [TEMPLATE]:
            return self.file(template(columns_of(self.context)).encode("utf-8-sig"), "zapisy.csv")
        if self.steps[1:] == [REPORT]:
            return self.file(report(self.batch, self.request), f"raport-{self.batch.id[:8]}.csv")
        if len(self.steps) > 1:
            raise NotFound(self.steps[1])
        return self.go_on() if self.request.method == "POST" else self.follow()

    def follow(self):
        """Show how far a batch is."""
        self.batch  # noqa: B018 (refuses who may not see it before the page is drawn)
        return self.following()

    def form(self):
        """Show the form to those who may hand in records here.

        Raises:
            Forbidden: to others.
        """
        refusal = operation_named(self.context, self.request, "capture").refusal()
        if refusal is not None:
            raise Forbidden(refusal)
        return self.sending()

    def send(self):
        """Take in what was sent and lead to the page of the batch, or show the form again."""
        (filename, table), sent, _is_trial = uploads_of(self.request.form)
        try:
            batch = take_in(self.context, self.request, filename, table, sent, is_trial=True)
        except OperationRefused as refusal:
            self.request.response.setStatus(refusal.status)
            for field, message in refusal.errors or [("table", refusal.message)]:
                self.errors.setdefault(field, message)
            return self.sending()
        work(batch, self.request, SECONDS)
        return self.request.response.redirect(self.address(batch))

    def go_on(self):
        """Confirm a batch, drop it, or do its next rows.

        Raises:
            Forbidden: to anybody but its uploader.
        """
        if not is_own(self.batch):
            raise Forbidden(_("Whoever sent a batch goes on with it."))
        if "drop" in self.request.form:
            records_container().batches.drop(self.batch.id)
            return self.request.response.redirect(self.address())
        if "confirm" in self.request.form:
            confirm(self.batch)
        work(self.batch, self.request, SECONDS)
        return self.request.response.redirect(self.address(self.batch))

    def file(self, content, name):
        """Return a CSV file as the answer."""
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        response.setHeader("Cache-Control", "private, no-store")
        return content

    def address(self, batch=None):
        """Return the address of a batch, or of the page to send one."""
        return f"{self.context.absolute_url()}/@@batch{'/' + batch.id if batch else ''}"

    @cached_property
    def batch(self):
        """The batch that the address names.

        Raises:
            NotFound: there is none here that the person may see.
        """
        found = visible_batch(self.steps[0])
        if found is None or found.series != self._series:
            raise NotFound(self.steps[0])
        return found

    @property
    def _series(self):
        return self.context.symbol if IRecordSeriesMarker.providedBy(self.context) else ""

    @property
    def title(self):
        """Title of the window."""
        return _("Hand in many records")

    @property
    def heading(self):
        """The title with the series."""
        if not self._series:
            return self.title
        return _("Hand in many records: ${symbol}", mapping={"symbol": self._series})

    @property
    def breadcrumbs(self):
        """The way here, asked by the shell."""
        container = records_container()
        steps = [{"title": container.title, "url": container.absolute_url()}]
        if self._series:
            steps.append({"title": self._series, "url": self.context.absolute_url()})
        return [*steps, {"title": self.title, "url": None}]

    @property
    def columns(self):
        """The headings of the table."""
        return list(columns_of(self.context))

    @cached_property
    def batches(self):
        """The batches that the person may see: dicts with ``url day word rows``."""
        return [
            {
                "url": self.address(batch),
                "filename": batch.filename,
                "day": batch.uploaded,
                "word": STATES[batch.state],
                "rows": batch.count,
            }
            for batch in visible_batches(self._series)
        ]

    def field(self, name, label, hint):
        """Return a field of the form for the macro."""
        return {"id": f"qms-batch-{name}", "label": label, "hint": hint, "error": self.errors.get(name)}

    @property
    def table_field(self):
        hint = _(
            "Its first row holds the headings. First everything is checked; nothing is handed in before you confirm."
        )
        return self.field("table", _("Table in CSV"), hint)

    @property
    def files_field(self):
        hint = _("All files that the table names, or one ZIP of them. They are found by their names.")
        return {**self.field("files", _("Files"), hint), "optional": True}

    @property
    def may_go_on(self):
        """Whether the person sent the batch."""
        return is_own(self.batch)

    @property
    def is_at_work(self):
        return self.batch.state in storage.AT_WORK

    @property
    def is_checked(self):
        return self.batch.state == storage.CHECKED

    @property
    def good(self):
        """How many rows nothing is wrong with."""
        return self.batch.count - self.batch.wrong

    @cached_property
    def rows(self):
        """The rows with something to say of."""
        return listed(self.batch)

    @property
    def progress(self):
        """Return the words of the progress."""
        mapping = {"done": self.batch.position, "count": self.batch.count}
        if self.batch.state == storage.CHECKING:
            return _("Checked ${done} of ${count} rows.", mapping=mapping)
        return _("Passed ${done} of ${count} rows.", mapping=mapping)

    def message(self):
        """Return the message at the head of the page for the macro."""
        batch = self.batch
        counts = {"count": batch.count, "wrong": batch.wrong, "good": self.good}
        if batch.state == storage.DONE:
            left = batch.wrong + batch.failed
            text = _(
                "Records handed in: ${loaded}. Rows left out: ${left}.", mapping={"loaded": batch.loaded, "left": left}
            )
            return {"look": "wait" if left else "force", "verdict": _("Done."), "text": text}
        if batch.state == storage.STOPPED:
            text = _("Whoever sent it has no account any more. What was handed in stays.")
            return {"look": "void", "verdict": _("Stopped."), "text": text}
        if batch.state == storage.CHECKED:
            text = _("Rows: ${count}. Without errors: ${good}. With errors: ${wrong}.", mapping=counts)
            verdict = _("Nothing is handed in yet.") if self.good else _("Nothing can be handed in.")
            return {"look": "void" if batch.wrong else "act", "verdict": verdict, "text": text}
        text = _("You may leave this page: the work goes on by itself, and its report will be here.")
        return {"look": "act", "verdict": STATES[batch.state], "text": text}
