"""The symbol that a document would get, shown while the form of registration is filled in (PR-5)."""

from czest.qms import _
from czest.qms.documents.interfaces import INumbering
from czest.qms.documents.kinds import kinds
from czest.qms.documents.operations.register import Register
from czest.qms.documents.settings import pattern_of
from czest.qms.operations.interfaces import IOperationSubject
from czest.qms.organisation.interfaces import IDirectory
import json
from Products.Five import BrowserView
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


def previewed(kind, unit):
    """Return the symbol that the next document of a kind and a unit would get, or None where either is unknown."""
    known = {known.symbol for known in getUtility(IDirectory).units()}
    if kind not in kinds() or unit not in known:
        return None
    return getUtility(INumbering).preview(pattern_of(kind), unit)


class SymbolPreview(BrowserView):
    """``DOKUMENTY/@@symbol-preview?kind=&unit=``: JSON with ``symbol``, a text or null."""

    def __call__(self):
        response = self.request.response
        response.setHeader("Content-Type", "application/json")
        response.setHeader("Cache-Control", "no-store")
        sent = self.request.form
        return json.dumps({"symbol": previewed(sent.get("kind"), sent.get("unit"))})


@implementer(IOperationSubject)
@adapter(Register)
class RegistrationSubject:
    """Shows the symbol; scripts keep it true while kind and unit are chosen."""

    edge = "dashes"
    words = {}
    title = _("New document")

    def __init__(self, operation):
        self.operation = operation

    @property
    def rows(self):
        symbol = previewed(self._chosen("kind", "Procedure"), self._chosen("owner_unit", None))
        return [
            {
                "label": _("Symbol"),
                "value": symbol or _("shown when the kind and the owner unit are chosen"),
                "css": "qms-symbol-preview",
            }
        ]

    def _chosen(self, name, default):
        sent = self.operation.request.form.get(f"form.widgets.{name}") or self.operation.defaults().get(name, default)
        return sent[0] if isinstance(sent, list) and sent else sent
