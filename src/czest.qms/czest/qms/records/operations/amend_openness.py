"""Deciding anew whether the public may have a record (BIP-1): no part of the evidence, hence not of its digest."""

from czest.qms import _
from czest.qms.appearance.suggesting import SuggestingFieldWidget
from czest.qms.documents.checks import raise_all
from czest.qms.documents.openness import check_basis
from czest.qms.documents.openness import usual_basis
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import OFFICER
from czest.qms.records.operations.base import RecordOperation
from czest.qms.records.operations.make_series import KIND
from czest.qms.records.schema import IReaders
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


class IAmendOpenness(model.Schema):
    """Input of the decision."""

    openness = schema.Choice(title=IReaders["openness"].title, vocabulary="czest.qms.Openness")
    directives.widget("openness_basis", SuggestingFieldWidget, vocabulary="czest.qms.OpennessBases")
    openness_basis = schema.TextLine(
        title=IReaders["openness_basis"].title,
        description=IReaders["openness_basis"].description,
        required=False,
        max_length=250,
    )
    reason = schema.Text(title=_("Reason"), max_length=1000)


class AmendOpenness(RecordOperation):
    """Change the openness of a record; what was filed stays as it was."""

    id = "amend-openness"
    title = _("Change the openness")
    heading = _("Openness of record ${symbol}")
    done = _("The openness was changed.")
    not_done = _("Not changed.")
    busy = _("Changing…")
    icon = "eye"
    schema = IAmendOpenness
    permission = OFFICER_PERMISSION
    order = 60
    who = (OFFICER,)
    condition = _("reason")

    def defaults(self):
        return {"openness": self.context.openness, "openness_basis": self.context.openness_basis}

    def consequences(self):
        return [
            _("What was filed stays as it was, and so does who reads it inside the office."),
            _(
                "Nothing becomes public by this; where it is in the BIP and no longer open, the BIP editor withdraws it."
            ),
        ]

    def check(self, data):
        raise_all(check_basis(KIND, data["openness"], data["openness_basis"]))

    def write(self, data):
        record = self.context
        values = {
            "openness": data["openness"],
            "openness_basis": data["openness_basis"] or usual_basis(KIND, data["openness"]),
        }
        changes = {name: [getattr(record, name), new] for name, new in values.items() if getattr(record, name) != new}
        for name, (_before, new) in changes.items():
            setattr(record, name, new)
        record.reindexObject(idxs=["openness"])
        return Outcome(record, reason=data["reason"], details={"changes": changes})
