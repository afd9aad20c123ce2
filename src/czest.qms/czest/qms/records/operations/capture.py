"""Handing in a record: into a series, or into the series that fits it (ISO 9001, 7.5.3)."""

from czest.qms import _
from czest.qms.documents.checks import raise_all
from czest.qms.documents.intake import attachment_warnings
from czest.qms.documents.transitions import move
from czest.qms.operations.base import actor
from czest.qms.operations.base import Operation
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.performing import trace
from czest.qms.operations.roles import ARCHIVIST
from czest.qms.operations.roles import OFFICER
from czest.qms.operations.roles import STAFF
from czest.qms.operations.roles import UNIT_STAFF
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.records.checks import check_class
from czest.qms.records.checks import check_documents
from czest.qms.records.checks import check_record
from czest.qms.records.checks import warnings_about
from czest.qms.records.filling import schema_with_typed_fields
from czest.qms.records.finding import series_for
from czest.qms.records.making import make_record
from czest.qms.records.making import make_series
from czest.qms.records.operations.base import KEEP
from czest.qms.records.operations.base import MANAGERS_FIELDS
from czest.qms.records.operations.base import may_manage
from czest.qms.records.operations.base import SeriesOperation
from czest.qms.records.operations.make_series import completed
from czest.qms.records.operations.make_series import details_of_series
from czest.qms.records.operations.make_series import free_symbol
from czest.qms.records.operations.make_series import MakeSeries
from czest.qms.records.schema import IRecordData
from plone import api
from plone.autoform import directives
from zope import schema
from zope.component import getUtility


#: Fields that tell which series is meant where none is named.
SERIES_FIELDS = ("procedure", "owner_unit")


class ICapture(IRecordData):
    """Input of a record into a series."""

    directives.order_before(symbol="title")
    symbol = schema.TextLine(
        title=_("Symbol"),
        description=_("Left empty, the next number of the series is allotted."),
        required=False,
        max_length=60,
    )


class ICaptureAnywhere(ICapture):
    """Input of a record that finds its series."""

    directives.order_before(series="symbol")
    series = schema.TextLine(
        title=_("Series"),
        description=_("Its symbol. Left empty, the series of the procedure, the unit and the class is taken."),
        required=False,
        max_length=60,
    )
    procedure = schema.TextLine(
        title=_("Procedure"),
        description=_("Symbol of the document that asks for the record."),
        required=False,
        max_length=40,
        default="",
    )
    owner_unit = schema.Choice(title=_("Unit"), vocabulary="czest.qms.Units", required=False)


class Capturing:
    """What both ways of handing in share."""

    id = "capture"
    title = _("Hand in a record")
    heading = _("A new record")
    done = _("The record was handed in.")
    not_done = _("Not handed in.")
    busy = _("Handing in…")
    icon = "file-earmark-plus"
    permission = KEEP
    order = 10
    emphasis = "primary"

    def withheld(self):
        return () if may_manage(self.context) else MANAGERS_FIELDS

    def consequences(self):
        return [
            _("The record gets its symbol, which is never used again."),
            _("With the day on which the case was closed it is filed at once: nothing changes it any more."),
        ]

    def refuse_managers_fields(self, data):
        """Refuse what only those who manage series decide.

        Raises:
            NotPermitted: somebody else gave such a field.
        """
        given = [name for name in MANAGERS_FIELDS if data.get(name)]
        if given and not may_manage(self.context):
            sentence = _("This is decided by the quality officer or the archivist.")
            raise NotPermitted(_("Not handed in."), [(name, sentence) for name in given])

    def hand_in(self, series, data):
        """Make the record, file it where its case is closed, and return the Outcome."""
        record = make_record(series, data)
        is_closed = record.closed_on is not None
        if is_closed:
            move(record, "file")
        details = {
            "title": record.title,
            "files": len(record.files),
            "jrwa_class": record.jrwa_class,
            "archival_category": record.archival_category,
            "filed": is_closed,
        }
        return Outcome(record, details=details, warnings=warnings_about(record) + attachment_warnings(record.files))


class Capture(Capturing, SeriesOperation):
    """Hand in a record of a series."""

    who = (UNIT_STAFF, OFFICER, ARCHIVIST)

    @property
    def schema(self):
        return schema_with_typed_fields(self.context.record_form, ICapture)

    def check(self, data):
        self.refuse_managers_fields(data)
        jrwa_class = data["jrwa_class"] or self.context.jrwa_class
        raise_all(check_record(data) + check_class({**data, "jrwa_class": jrwa_class}))

    def write(self, data):
        return self.hand_in(self.context, data)


class CaptureAnywhere(Capturing, Operation):
    """Hand in a record to the office: the series is named, or found, or made."""

    who = (STAFF,)
    condition = _("of the own unit")

    schema = ICaptureAnywhere

    def check(self, data):
        self.refuse_managers_fields(data)
        if data["series"]:
            self._check_named(data)
        else:
            raise_all(self._check_found(data))
            series = self._series_found(data)
            if series is not None:
                self._check_in(series, data)

    def _check_named(self, data):
        series = self.context.get(data["series"])
        if series is None or not api.user.has_permission("View", obj=series):
            raise InvalidInput(
                _("Not handed in."),
                [("series", _("There is no series ${symbol}.", mapping={"symbol": data["series"]}))],
            )
        self._check_in(series, data)

    def _check_in(self, series, data):
        """Check a record that goes into a series which is there.

        Raises:
            InvalidInput: some of the data is wrong, or the series asks for fields of its own.
            NotPermitted: the person hands in no records to this series.
        """
        operation = Capture(series, self.request)
        if operation.refusal() is not None:
            raise NotPermitted(operation.refusal())
        if series.record_form:
            mapping = {"symbol": series.symbol}
            sentence = _("Series ${symbol} asks for fields of its own: hand the record in there.", mapping=mapping)
            raise InvalidInput(_("Not handed in."), [("series", sentence)])
        others = [name for name in SERIES_FIELDS if data[name] and data[name] != getattr(series, name)]
        raise_all([(name, _("The series named is of another.")) for name in others])
        operation.check(data)

    def _check_found(self, data):
        errors = check_record(data) + check_documents(data) + check_class(data)
        if not data["jrwa_class"]:
            errors.append(("jrwa_class", _("This field is required where no series is named.")))
        if self.unit_of(data) is None:
            errors.append(("owner_unit", _("This field is required: you hold no post in any unit.")))
        elif not self._is_own_unit(self.unit_of(data)):
            errors.append(("owner_unit", _("Records of another unit are handed in by its people.")))
        return errors

    def _is_own_unit(self, unit):
        """Tell whether the person may hand in records of a unit: that of his posts; those who manage series, any."""
        return may_manage(self.context) or unit in getUtility(IDirectory).units_of(actor())

    def unit_of(self, data):
        """Return the unit given, or that of the person; None where he has none."""
        return data["owner_unit"] or min(getUtility(IDirectory).units_of(actor()), default=None)

    def write(self, data):
        series = self.context.get(data["series"]) if data["series"] else self._series_found(data)
        return self.hand_in(series if series is not None else self._new_series(data), data)

    def _series_found(self, data):
        return series_for(data["procedure"] or "", self.unit_of(data), data["jrwa_class"])

    def _new_series(self, data):
        """Make the series that is missing; its category is the one of its class, whatever the record has."""
        values = completed(
            {
                "title": _title_of(data["procedure"], data["jrwa_class"]),
                "procedure": data["procedure"] or "",
                "owner_unit": self.unit_of(data),
                "jrwa_class": data["jrwa_class"],
            }
        )
        series = make_series(self.context, free_symbol(self.context, values), values)
        trace(MakeSeries.id, Outcome(series, details={**details_of_series(series), "made_by": self.id}))
        return series


def _title_of(procedure, jrwa_class):
    """Return the title of a series that the system makes: text of the office, hence in Polish."""
    return f"Zapisy do {procedure}, klasa {jrwa_class}" if procedure else f"Zapisy klasy {jrwa_class}"
