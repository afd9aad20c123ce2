"""Changing administrative data of a document, with a reason (ARCH-1…3, BIP-1, PR-6)."""

from czest.qms import _
from czest.qms.documents.checks import check_jrwa
from czest.qms.documents.checks import raise_all
from czest.qms.documents.openness import check_basis
from czest.qms.documents.openness import usual_basis
from czest.qms.documents.operations.base import DocumentOperation
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.documents.operations.discard import IReason
from czest.qms.documents.schema import IAdministrativeData
from czest.qms.documents.snapshots import plain
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import OFFICER
from zope.schema import getFieldNames


ADMINISTRATIVE_DATA = tuple(getFieldNames(IAdministrativeData))


class IAmendControlData(IReason, IAdministrativeData):
    """Input of the amendment; only the fields given are changed."""


class AmendControlData(DocumentOperation):
    """Change what is administrative; the edition in force stays as it is."""

    id = "amend-control-data"
    title = _("Amend control data")
    heading = _("Amending control data of ${symbol}")
    done = _("The control data was amended.")
    not_done = _("Not amended.")
    busy = _("Saving…")
    schema = IAmendControlData
    partial = True
    permission = OFFICER_PERMISSION
    order = 50
    who = (OFFICER,)
    condition = _("reason")

    def defaults(self):
        return {name: getattr(self.context, name) for name in ADMINISTRATIVE_DATA}

    def consequences(self):
        return [
            _("The data of the document changes at once; the edition in force stays as it is."),
            _("The trail keeps the old values, the new ones and the reason."),
        ]

    def check(self, data):
        errors = [] if data.get("reason") else [("reason", _("This field is required."))]
        raise_all(errors + check_jrwa(data) + self._check_openness(data))

    def _check_openness(self, data):
        openness, basis = self._openness(data)
        if (openness, basis) == (self.context.openness, self.context.openness_basis):
            return []
        return check_basis(self.context.portal_type, openness, basis)

    def _openness(self, data):
        """Return openness and legal basis as they would be; a new openness does not keep the old basis."""
        document = self.context
        openness = data.get("openness") or document.openness
        kept = document.openness_basis if openness == document.openness else None
        basis = data.get("openness_basis", kept) or usual_basis(document.portal_type, openness)
        return openness, basis

    def write(self, data):
        if "openness" in data or "openness_basis" in data:
            openness, basis = self._openness(data)
            data = {**data, "openness": openness, "openness_basis": basis}
        changes = {
            name: [plain(getattr(self.context, name)), plain(data[name])]
            for name in ADMINISTRATIVE_DATA
            if name in data and data[name] != getattr(self.context, name)
        }
        for name in changes:
            setattr(self.context, name, data[name])
        self.context.reindexObject()
        return Outcome(self.context, reason=data["reason"], details={"changes": changes})
