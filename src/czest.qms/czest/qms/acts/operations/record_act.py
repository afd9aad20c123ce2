"""Recording an act that was signed outside the system."""

from czest.qms import _
from czest.qms.acts.finding import act_numbered
from czest.qms.acts.operations.base import check_date
from czest.qms.acts.operations.base import SignedActOperation
from czest.qms.acts.rules.numbers import address_of
from czest.qms.acts.rules.numbers import is_number
from czest.qms.acts.schema import IActData
from czest.qms.documents.checks import raise_all
from czest.qms.documents.making import make
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import OFFICER
from zope.schema import getFieldNames


ACT_DATA = tuple(getFieldNames(IActData))


class RecordAct(SignedActOperation):
    """Make an act; it brings nothing into force by itself."""

    id = "record-act"
    title = _("Record a legal act")
    heading = _("Recording a legal act")
    done = _("The act was recorded.")
    not_done = _("Not recorded.")
    busy = _("Recording…")
    icon = "file-earmark-plus"
    schema = IActData
    order = 10
    emphasis = "primary"
    who = (OFFICER,)
    condition = _("signed act")

    def consequences(self):
        return [
            _("The act and its signed file cannot be changed afterwards."),
            _("Nothing comes into force yet: that is the next operation, on the page of the act."),
        ]

    def check(self, data):
        raise_all(
            self._check_number(data["number"]) + check_date(data["date"]) + self.check_signed_file(data["signed_file"])
        )

    def _check_number(self, number):
        if not is_number(number):
            return [("number", _("A number has letters, digits, dots, hyphens and slashes, such as k.14.2024."))]
        known = act_numbered(number)
        if known is not None:
            return [("number", _("The act ${number} is recorded already.", mapping={"number": known.number}))]
        return []

    def write(self, data):
        values = {name: data[name] for name in ACT_DATA if name != "signed_file"}
        values["creators"] = (actor(),)
        act = make(self.context, "LegalAct", address_of(data["number"]), values)
        signed = self.keep_signed_file(act, data["signed_file"])
        details = {"number": act.number, "date": act.date and act.date.isoformat(), "title": act.title, **signed}
        return Outcome(act, details=details, warnings=self.signature_warnings())
