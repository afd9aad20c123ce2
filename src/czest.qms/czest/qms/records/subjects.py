"""How the page of an operation shows a series or a record."""

from czest.qms import _
from czest.qms.appearance.states import state
from czest.qms.documents.content import state_of
from czest.qms.operations.interfaces import IOperationSubject
from czest.qms.operations.interfaces import IStateOf
from czest.qms.records.operations.base import RecordOperation
from czest.qms.records.operations.base import SeriesOperation
from zope.component import adapter
from zope.interface import implementer


@implementer(IOperationSubject)
@adapter(SeriesOperation)
class SeriesSubject:
    """A series as the subject of an operation."""

    edge = None

    def __init__(self, operation):
        self.series = operation.context

    @property
    def title(self):
        return f"{self.series.symbol} {self.series.title}"

    @property
    def rows(self):
        rows = [
            {"label": _("JRWA class"), "value": self.series.jrwa_class},
            {"label": _("Archival category"), "value": self.series.archival_category},
        ]
        return [{"label": _("Procedure"), "value": self.series.procedure}, *rows] if self.series.procedure else rows

    @property
    def words(self):
        return {"symbol": self.series.symbol}


@implementer(IOperationSubject)
@adapter(RecordOperation)
class RecordSubject:
    """A record as the subject of an operation."""

    def __init__(self, operation):
        self.record = operation.context

    @property
    def title(self):
        return f"{self.record.symbol} {self.record.title}"

    @property
    def edge(self):
        return state(state_of(self.record)).edge

    @property
    def rows(self):
        return [{"label": _("State"), "value": IStateOf(self.record).word}]

    @property
    def words(self):
        return {"symbol": self.record.symbol}
