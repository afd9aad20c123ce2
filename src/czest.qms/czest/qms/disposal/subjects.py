"""How the page of an operation shows a list."""

from czest.qms import _
from czest.qms.disposal.operations.base import ListOperation
from czest.qms.disposal.states import LIST_STATES
from czest.qms.documents.content import state_of
from czest.qms.operations.interfaces import IOperationSubject
from czest.qms.operations.interfaces import IStateOf
from zope.component import adapter
from zope.interface import implementer


@implementer(IOperationSubject)
@adapter(ListOperation)
class DisposalListSubject:
    """A list as the subject of an operation."""

    def __init__(self, operation):
        self.content = operation.context

    @property
    def title(self):
        return f"{self.content.symbol} {self.content.title}"

    @property
    def edge(self):
        return LIST_STATES[state_of(self.content)].edge

    @property
    def rows(self):
        return [
            {"label": _("State"), "value": IStateOf(self.content).word},
            {"label": _("Archival category"), "value": self.content.category},
            {"label": _("Rows"), "value": str(len(self.content.rows))},
        ]

    @property
    def words(self):
        return {"symbol": self.content.symbol}
