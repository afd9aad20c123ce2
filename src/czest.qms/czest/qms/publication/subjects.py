"""How the page of an operation of publication shows its edition or record."""

from czest.qms import _
from czest.qms.operations.interfaces import IOperationSubject
from czest.qms.publication.operations.base import PublicationOperation
from zope.component import adapter
from zope.interface import implementer


@implementer(IOperationSubject)
@adapter(PublicationOperation)
class PublicationSubject:
    """An edition or record with its openness, by which it may become public."""

    edge = None

    def __init__(self, operation):
        self.publishable = operation.publishable
        self.context = operation.context

    @property
    def title(self):
        if not self.publishable.number:
            return f"{self.publishable.symbol} {self.context.title}"
        mapping = {**self.words, "title": self.context.title}
        return _("${symbol} ${title}, edition ${number}", mapping=mapping)

    @property
    def words(self):
        return {"symbol": self.publishable.symbol, "number": self.publishable.number}

    @property
    def rows(self):
        basis = self.publishable.openness_basis
        return [{"label": _("Legal basis of openness"), "value": basis}] if basis else []
