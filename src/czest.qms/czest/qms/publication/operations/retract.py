"""Taking a request for publication back, so that it can be made anew with what was wrong put right."""

from czest.qms import _
from czest.qms.documents.operations.base import is_officer
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import AUTHOR
from czest.qms.operations.roles import OFFICER
from czest.qms.publication.operations.base import PublicationOperation
from czest.qms.publication.rules import cases
from czest.qms.publication.rules.decision import PUBLISHABLE_STATES


class RetractPublication(PublicationOperation):
    """Take the request back before anybody has decided."""

    id = "retract-publication"
    title = _("Take the request for publication back")
    headings = (
        _("Taking back the request to publish edition ${number} of ${symbol}"),
        _("Taking back the request to publish record ${symbol}"),
    )
    done = _("The request for publication was taken back.")
    not_done = _("Not taken back.")
    busy = _("Taking back…")
    icon = None
    order = 92
    who = (AUTHOR, OFFICER)
    condition = _("asked for, not decided yet")
    possible_in = PUBLISHABLE_STATES

    def person_refusal(self):
        if actor() in self.publishable.author_set or is_officer(self.context):
            return None
        return _("An author or the quality officer takes a request for publication back.")

    def state_refusal(self):
        case = self.open_case
        if case is None:
            return _("Not possible: nobody has asked for the publication.")
        return None if case.state == cases.REQUESTED else _("Not possible: the publication is decided already.")

    def write(self, data):
        case = self.open_case
        case.contents, case.text = (), ""
        self.ledger.move(case, cases.LAPSED)
        return Outcome(self.context, details={"case": case.id})

    def consequences(self):
        return [_("Nothing becomes public."), _("The publication can be asked for anew.")]
