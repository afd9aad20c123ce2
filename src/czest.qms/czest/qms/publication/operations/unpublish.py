"""Taking an entry off the bulletin: a note stays (BIP-7)."""

from czest.qms import _
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import BIP_EDITOR
from czest.qms.operations.roles import REQUESTER
from czest.qms.publication import carrying_out
from czest.qms.publication.operations.base import EDITOR_PERMISSION
from czest.qms.publication.operations.base import PublicationOperation
from czest.qms.publication.publicity import public_address
from czest.qms.publication.rules.decision import STATES_SINCE
from plone.supermodel import model
from zope import schema


class IUnpublish(model.Schema):
    """Input of the withdrawal from the bulletin."""

    reason = schema.Text(
        title=_("Reason"), description=_("Everybody reads it in the note that stays."), max_length=2000
    )
    remove_title = schema.Bool(
        title=_("Remove the title, too"),
        description=_("Only where the title itself holds personal data (RODO)."),
        required=False,
        default=False,
    )


class Unpublish(PublicationOperation):
    """Take the entry off the bulletin."""

    id = "unpublish"
    title = _("Withdraw from the BIP")
    headings = (
        _("Withdrawing edition ${number} of ${symbol} from the BIP"),
        _("Withdrawing record ${symbol} from the BIP"),
    )
    done = _("Withdrawn from the BIP.")
    not_done = _("Not withdrawn.")
    busy = _("Withdrawing…")
    schema = IUnpublish
    permission = EDITOR_PERMISSION
    order = 95
    emphasis = "danger"
    who = (BIP_EDITOR,)
    condition = _("it is in the BIP; reason")
    tells = (REQUESTER,)
    possible_in = STATES_SINCE

    @property
    def address(self):
        """Where what stays is shown beside the decision."""
        return f"{self.context.absolute_url()}/@@unpublish"

    def state_refusal(self):
        return None if self.public_case is not None else _("Not possible: it is not in the bulletin.")

    def write(self, data):
        case = self.public_case
        carrying_out.withdraw(case, actor(), data["reason"], bool(data["remove_title"]))
        details = {"case": case.id, "entry": case.path, "title_removed": bool(data["remove_title"])}
        return Outcome(self.context, reason=data["reason"], details=details, warnings=list(self._still_public()))

    def _still_public(self):
        """Yield what is to be known of an earlier publication of the same edition, which is withdrawn by itself."""
        if self.public_case is not None:
            yield _(
                "An earlier publication of the same is still in the bulletin: ${address}. Withdraw it, too, if the "
                "reason holds for it.",
                mapping={"address": public_address(self.public_case.path)},
            )

    def consequences(self):
        return [
            _("The text and the files disappear from the bulletin at once, and the public copies are destroyed."),
            _("A note stays at the same address: title, dates, reason and who withdrew it."),
            _("Nothing inside is changed."),
        ]
