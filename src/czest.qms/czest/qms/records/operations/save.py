"""Saving an open record; once filed it is not saved any more."""

from czest.qms import _
from czest.qms.documents.checks import raise_all
from czest.qms.documents.intake import attachment_warnings
from czest.qms.documents.storing import stored
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.roles import ARCHIVIST
from czest.qms.operations.roles import AUTHOR
from czest.qms.operations.roles import OFFICER
from czest.qms.operations.roles import UNIT_STAFF
from czest.qms.records.checks import check_class
from czest.qms.records.checks import check_record
from czest.qms.records.checks import warnings_about
from czest.qms.records.filling import schema_with_typed_fields
from czest.qms.records.filling import typed_of
from czest.qms.records.holds import is_held
from czest.qms.records.making import complete
from czest.qms.records.making import INHERITED
from czest.qms.records.operations.base import KEEP
from czest.qms.records.operations.base import MANAGERS_FIELDS
from czest.qms.records.operations.base import may_manage
from czest.qms.records.operations.base import RecordOperation
from czest.qms.records.schema import IRecordData
from zope.schema import getFieldNames


class SaveRecord(RecordOperation):
    """Change an open record."""

    id = "save"
    title = _("Change")
    heading = _("Record ${symbol}")
    done = _("The record was saved.")
    not_done = _("Not saved.")
    busy = _("Saving…")
    icon = "pencil"
    permission = KEEP
    partial = True
    order = 20
    who = (AUTHOR, UNIT_STAFF, OFFICER, ARCHIVIST)
    condition = _("the record is not on hold")

    @property
    def schema(self):
        return schema_with_typed_fields(self.context.record_form)

    def state_refusal(self):
        if is_held(self.context):
            return _("Not possible: record ${symbol} is held as it is.", mapping={"symbol": self.context.symbol})
        return super().state_refusal()

    def withheld(self):
        return () if may_manage(self.context) else MANAGERS_FIELDS

    def defaults(self):
        values = {name: getattr(self.context, name) for name in getFieldNames(IRecordData)}
        return {**values, **self.context.typed}

    def check(self, data):
        given = [name for name in MANAGERS_FIELDS if data.get(name) and data[name] != getattr(self.context, name)]
        if given and not may_manage(self.context):
            sentence = _("This is decided by the quality officer or the archivist.")
            raise NotPermitted(_("Not saved."), [(name, sentence) for name in given])
        whole = {**self.defaults(), **data}
        raise_all(check_record({**whole, "files": data.get("files")}) + check_class(whole))

    def write(self, data):
        record = self.context
        whole = {**self.defaults(), **data}
        for name in getFieldNames(IRecordData):
            value = whole[name]
            if name == "files":
                value = [stored(file) for file in value or []]
            elif name in INHERITED and not value:
                value = getattr(record.series, name)
            if getattr(record, name) != value:
                setattr(record, name, value)
        record.typed = typed_of(record.record_form, whole)
        complete(record)
        warnings = warnings_about(record) + attachment_warnings(record.files if "files" in data else [])
        return Outcome(record, details={"fields": sorted(data)}, warnings=warnings)
