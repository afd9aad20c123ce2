"""Changing what is said of a series; records that are there keep what they were filed with."""

from czest.qms import _
from czest.qms.documents.checks import check_distribution
from czest.qms.documents.checks import raise_all
from czest.qms.documents.content import state_of
from czest.qms.documents.openness import check_basis
from czest.qms.documents.transitions import move
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import ARCHIVIST
from czest.qms.operations.roles import OFFICER
from czest.qms.records.access import apply_access_to_records
from czest.qms.records.access import apply_access_to_series
from czest.qms.records.checks import check_class
from czest.qms.records.checks import check_documents
from czest.qms.records.operations.base import MANAGE
from czest.qms.records.operations.base import SeriesOperation
from czest.qms.records.operations.make_series import completed
from czest.qms.records.operations.make_series import KIND
from czest.qms.records.schema import ISeriesData
from plone.supermodel import model
from zope import schema
from zope.schema import getFieldNames


#: What decides who reads a series.
READERS = frozenset({"owner_unit", "access", "distribution"})


class IAmendSeries(ISeriesData):
    """Input of a change: any of the fields, and the reason."""

    reason = schema.Text(title=_("Reason"), max_length=1000)


class IReason(model.Schema):
    """A reason alone."""

    reason = schema.Text(title=_("Reason"), max_length=1000)


class AmendSeries(SeriesOperation):
    """Change the data of a series."""

    id = "amend-series"
    title = _("Change the series")
    heading = _("Change of series ${symbol}")
    done = _("The series was changed.")
    not_done = _("Not changed.")
    busy = _("Changing…")
    icon = "pencil"
    schema = IAmendSeries
    permission = MANAGE
    order = 30
    who = (OFFICER, ARCHIVIST)
    condition = _("reason")

    def defaults(self):
        return {name: getattr(self.context, name) for name in getFieldNames(ISeriesData)}

    def check(self, data):
        raise_all(
            check_documents(data)
            + check_class(data)
            + check_distribution(data)
            + check_basis(KIND, data["openness"], data["openness_basis"])
        )

    def write(self, data):
        series = self.context
        values = completed({name: data[name] for name in getFieldNames(ISeriesData)})
        changed = sorted(name for name, value in values.items() if getattr(series, name) != value)
        for name in changed:
            setattr(series, name, values[name])
        apply_access_to_series(series)
        if not READERS.isdisjoint(changed):
            apply_access_to_records(series)
        series.reindexObject()
        return Outcome(series, reason=data["reason"], details={"fields": changed})


class CloseSeries(SeriesOperation):
    """Let a series take no more records; those in it stay as they are."""

    id = "close-series"
    title = _("Close the series")
    heading = _("Closing of series ${symbol}")
    done = _("The series was closed.")
    not_done = _("Not closed.")
    busy = _("Closing…")
    icon = "lock"
    schema = IReason
    permission = MANAGE
    order = 40
    fires = ("close",)
    who = (OFFICER, ARCHIVIST)
    condition = _("reason")

    def write(self, data):
        move(self.context, "close")
        self.context.reindexObject()
        return Outcome(self.context, reason=data["reason"])


class ReopenSeries(SeriesOperation):
    """Let a closed series take records again."""

    id = "reopen-series"
    title = _("Reopen the series")
    heading = _("Reopening of series ${symbol}")
    done = _("The series was reopened.")
    not_done = _("Not reopened.")
    busy = _("Reopening…")
    icon = "unlock"
    schema = IReason
    permission = MANAGE
    order = 40
    fires = ("reopen",)
    who = (OFFICER, ARCHIVIST)
    condition = _("reason")
    possible_in = frozenset({"closed"})

    def state_refusal(self):
        if state_of(self.context) in self.possible_in:
            return None
        return _("Not possible: series ${symbol} is open.", mapping={"symbol": self.context.symbol})

    def write(self, data):
        move(self.context, "reopen")
        self.context.reindexObject()
        return Outcome(self.context, reason=data["reason"])
