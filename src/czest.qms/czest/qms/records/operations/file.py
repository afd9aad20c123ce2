"""Filing: from then on no door changes the record (DESIGN §4; ISO 15489)."""

from czest.qms import _
from czest.qms.documents.checks import raise_all
from czest.qms.documents.transitions import move
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import ARCHIVIST
from czest.qms.operations.roles import AUTHOR
from czest.qms.operations.roles import OFFICER
from czest.qms.operations.roles import UNIT_STAFF
from czest.qms.records.checks import check_class
from czest.qms.records.checks import check_days
from czest.qms.records.operations.base import KEEP
from czest.qms.records.operations.base import RecordOperation
from czest.qms.records.schema import IRecordData
from czest.qms.records.snapshots import stamp_digest
from plone.supermodel import model
from zope import schema


class IFile(model.Schema):
    """Input of the filing."""

    closed_on = schema.Date(
        title=IRecordData["closed_on"].title,
        description=IRecordData["closed_on"].description,
        required=False,
    )


class File(RecordOperation):
    """File an open record."""

    id = "file"
    title = _("File the record")
    heading = _("Filing of record ${symbol}")
    done = _("The record was filed.")
    not_done = _("Not filed.")
    busy = _("Filing…")
    icon = "archive"
    schema = IFile
    permission = KEEP
    order = 10
    emphasis = "primary"
    fires = ("file",)
    who = (AUTHOR, UNIT_STAFF, OFFICER, ARCHIVIST)
    condition = _("day on which the case was closed")

    def defaults(self):
        return {"closed_on": self.context.closed_on}

    def consequences(self):
        return [
            _("Nothing changes the record any more; corrections are added to it, each with its author."),
            _("The years of keeping are counted from the end of the year in which the case was closed."),
        ]

    def check(self, data):
        day = data["closed_on"] or self.context.closed_on
        if day is None:
            raise_all([("closed_on", _("This field is required."))])
        values = {"closed_on": day, "created_on": self.context.created_on, "jrwa_class": self.context.jrwa_class}
        raise_all(check_days(values) + check_class(values))

    def write(self, data):
        record = self.context
        record.closed_on = data["closed_on"] or record.closed_on
        stamp_digest(record)
        move(record, "file")
        record.reindexObject()
        return Outcome(record, details={"closed_on": record.closed_on.isoformat()})
