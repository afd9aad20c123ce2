"""How the page of an operation shows a document or an edition."""

from czest.qms import _
from czest.qms.appearance.states import state
from czest.qms.documents.content import state_of
from czest.qms.documents.differences import Differences
from czest.qms.documents.interfaces import IRemarksBeside
from czest.qms.documents.operations.base import DocumentOperation
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.rules.digests import short_digest
from czest.qms.operations.interfaces import IOperationSubject
from functools import cached_property
from zope.component import adapter
from zope.component import queryMultiAdapter
from zope.interface import implementer


@implementer(IOperationSubject)
@adapter(DocumentOperation)
class DocumentSubject:
    """A document as the subject of an operation."""

    def __init__(self, operation):
        self.operation = operation
        self.document = operation.context

    @property
    def title(self):
        return f"{self.document.symbol} {self.document.title}"

    @property
    def edge(self):
        return state(state_of(self.document)).edge

    @property
    def rows(self):
        return [{"label": _("State"), "value": state(state_of(self.document)).word}]

    @property
    def words(self):
        return {"symbol": self.document.symbol}


@implementer(IOperationSubject)
@adapter(EditionOperation)
class EditionSubject:
    """An edition as the subject of an operation: what is signed is what is named here by its digest."""

    def __init__(self, operation):
        self.operation = operation
        self.edition = operation.context
        self.document = operation.document

    @property
    def title(self):
        mapping = {"symbol": self.document.symbol, "title": self.edition.title, "number": self.edition.number}
        return _("${symbol} ${title}, edition ${number}", mapping=mapping)

    @property
    def edge(self):
        return state(state_of(self.edition)).edge

    @property
    def words(self):
        return {"number": self.edition.number, "symbol": self.document.symbol}

    @property
    def rows(self):
        rows = (self.change_row(), self.description_row(), *self.people_rows(), self.remarks_row(), self.digest_row())
        return [row for row in rows if row]

    def remarks_row(self):
        """Return how many remarks are open, where some are: they warn, and stop nobody."""
        beside = queryMultiAdapter((self.edition, self.operation.request), IRemarksBeside)
        remarks = None if beside is None else beside.count()
        if not remarks or not remarks["open"]:
            return None
        return {
            "label": _("Remarks"),
            "value": remarks["words"],
            "icon": "qms-message-wait",
            "css": "qms-subject-warning",
            "url": remarks["url"],
            "link": _("look at them"),
        }

    def people_rows(self):
        """Return rows about those who signed; other rooms add them."""
        return ()

    @cached_property
    def compared_with(self):
        """The edition that this one replaces, or None."""
        in_force = self.document.edition_in_force()
        return None if in_force is None or in_force.number == self.edition.number else in_force

    def change_row(self):
        """Return how much changed since the edition in force, with the way to the comparison."""
        if self.compared_with is None:
            return {"label": _("Changes"), "value": _("first edition")}
        found = Differences(self.compared_with, self.edition)
        number = self.compared_with.number
        return {
            "label": _("Changes"),
            "value": _(
                "${text} in the text, ${data} in the data of the document, ${files} in files",
                mapping={"text": found.text.changes, "data": len(found.data), "files": len(found.files)},
            ),
            "url": f"{self.document.absolute_url()}/@@compare?from={number}&to={self.edition.number}",
            "link": _("compare with edition ${number}", mapping={"number": number}),
        }

    def description_row(self):
        """Return the author's own description of the change, if there is one."""
        description = self.edition.change_description
        return {"label": _("Described as"), "value": description} if description else None

    def digest_row(self):
        """Return the digest, short, the whole on demand."""
        return {
            "label": _("Digest of the content"),
            "value": f"SHA-256 {short_digest(self.edition.digest)}",
            "whole": self.edition.digest,
            "css": "qms-digest",
        }
