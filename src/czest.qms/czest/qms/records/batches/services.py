"""``@batch``: many records handed in with one table, over REST."""

from base64 import b64decode
from binascii import Error as BrokenEncoding
from czest.qms import _
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.idempotency import Answer
from czest.qms.operations.services.base import accept_or_require_token
from czest.qms.operations.services.base import RepeatableService
from czest.qms.records.batches.access import is_own
from czest.qms.records.batches.access import visible_batch
from czest.qms.records.batches.reporting import listed
from czest.qms.records.batches.working import confirm
from czest.qms.records.batches.working import take_in
from czest.qms.records.batches.working import work
from czest.qms.records.finding import records_container
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: Seconds for which one request works on a batch.
SECONDS = 2

TABLE, FILES, TRIAL, CONFIRM = "table", "files", "dry_run", "confirm"


@implementer(IPublishTraverse)
class BatchAt:
    """A mixin of the services at ``@batch/ID``."""

    batch_id = None

    def publishTraverse(self, request, name):
        """Take the id of the batch from the address.

        Raises:
            NotFound: a second name in the address.
        """
        if self.batch_id is not None:
            raise NotFound(name)
        self.batch_id = name
        return self

    def asked(self):
        """Return the batch that the address names.

        Raises:
            NotFound: there is none that the person may see.
        """
        batch = visible_batch(self.batch_id) if self.batch_id else None
        if batch is None or batch.series != getattr(self.context, "symbol", ""):
            raise NotFound(self.batch_id or "")
        return batch

    def address(self, batch):
        """Return the address of a batch."""
        return f"{self.context.absolute_url()}/@batch/{batch.id}"

    def described(self, batch):
        """Return a batch as JSON."""
        root = self.request.physicalPathToURL
        rows = listed(batch)
        return {
            "@id": self.address(batch),
            "id": batch.id,
            "state": batch.state,
            "rows": batch.count,
            "passed": batch.position,
            "wrong": batch.wrong,
            "loaded": batch.loaded,
            "failed": batch.failed,
            "files_left_over": list(batch.left_over),
            "items": [
                {
                    "row": row["row"],
                    "symbol": row["symbol"],
                    "record": root(row["path"]) if row["path"] else None,
                    "errors": [{"column": column, "message": text} for column, text in row["errors"]],
                    "warnings": row["warnings"],
                }
                for row in rows
            ],
            "report": f"{self.context.absolute_url()}/@@batch/{batch.id}/report.csv",
        }


class BatchGet(BatchAt, Service):
    """Tells how far a batch is."""

    def reply(self):
        return self.described(self.asked())


class BatchPost(BatchAt, RepeatableService):
    """Takes in a batch; at ``@batch/ID`` it is confirmed, or gone on with."""

    def act(self):
        if self.batch_id is None:
            batch = self._take_in()
            work(batch, self.request, SECONDS)
            headers = {"Location": self.address(batch)}
            return Answer(201, self.described(batch), headers, "/".join(self.context.getPhysicalPath()))
        batch = self.asked()
        if not is_own(batch):
            raise NotPermitted(_("Whoever sent a batch goes on with it."))
        if self.body().get(CONFIRM) is True:
            confirm(batch)
        work(batch, self.request, SECONDS)
        return Answer(200, self.described(batch), {}, "/".join(self.context.getPhysicalPath()))

    def _take_in(self):
        if (self.request.getHeader("Content-Type") or "").startswith("multipart/"):
            (filename, table), sent, is_trial = uploads_of(self.request.form)
        else:
            (filename, table), sent, is_trial = self._from_json(self.body())
        return take_in(self.context, self.request, filename, table, sent, is_trial)

    def _from_json(self, body):
        unknown = [(name, _("There is no such field.")) for name in body if name not in (TABLE, FILES, TRIAL)]
        if not isinstance(body.get(FILES, []), list) or not isinstance(body.get(TRIAL, False), bool):
            unknown.append((FILES, _("The value is of the wrong type.")))
        if unknown:
            raise InvalidInput(_("Not done: some of the data is wrong."), unknown)
        sent = [_decoded(FILES, file) for file in body.get(FILES, [])]
        return _decoded(TABLE, body.get(TABLE)), sent, body.get(TRIAL, False)


class BatchDelete(BatchAt, Service):
    """Drops a batch; records that it handed in stay."""

    def reply(self):
        accept_or_require_token(self.request)
        batch = self.asked()
        if not is_own(batch):
            raise NotPermitted(_("Whoever sent a batch goes on with it."))
        records_container().batches.drop(batch.id)
        return self.reply_no_content()


def _decoded(field, file):
    """Return name and bytes of a file in JSON.

    Raises:
        InvalidInput: it is none.
    """
    try:
        return str(file["filename"]), b64decode(file["data"], validate=True)
    except (TypeError, KeyError, ValueError, BrokenEncoding):
        raise InvalidInput(
            _("Not done: some of the data is wrong."), [(field, _("The value is of the wrong type."))]
        ) from None


def uploads_of(form):
    """Return the table, the files and whether it is a trial, from a form with files: see ``take_in``."""
    table = form.get(TABLE)
    name = getattr(table, "filename", "") or ""
    sent = form.get(FILES) or []
    files = sent if isinstance(sent, list) else [sent]
    named = [(file.filename, file.read()) for file in files if getattr(file, "filename", "")]
    trial = form.get(TRIAL) in ("true", "1", "on")
    return (name, table.read() if name else b""), named, trial
