"""How the page of an operation shows an act."""

from czest.qms import _
from czest.qms.acts.operations.enact import Enact
from czest.qms.language.dates import long_date
from czest.qms.operations.interfaces import IOperationSubject
from zope.component import adapter
from zope.interface import implementer


@implementer(IOperationSubject)
@adapter(Enact)
class ActSubject:
    """An act with its date and its signed file."""

    edge = "ink"

    def __init__(self, operation):
        self.act = operation.context

    @property
    def title(self):
        return f"{self.act.number} {self.act.title}"

    @property
    def words(self):
        return {"number": self.act.number}

    @property
    def rows(self):
        rows = []
        if self.act.date is not None:
            rows.append({"label": _("Date of the act"), "value": long_date(self.act.date)})
        if self.act.effective_from is not None:
            rows.append({"label": _("Entry into force"), "value": long_date(self.act.effective_from)})
        if self.act.signed_file is not None:
            rows.append({"label": _("Signed act"), "value": self.act.signed_file.filename})
        return rows
