"""What befalls editions and documents without being asked of them: the workflow manager tells it, see ``IUnaskedChange``."""

from czest.qms import _
from czest.qms.documents.interfaces import IControlledDocumentMarker
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.operations.take_over import TakeOver
from czest.qms.documents.operations.withdraw import Withdraw
from czest.qms.documents.rules.lifecycle import DOCUMENT_LIFE
from czest.qms.documents.rules.lifecycle import EDITION_LIFE
from czest.qms.operations.base import UnaskedChange
from czest.qms.operations.roles import BIP_EDITOR
from czest.qms.operations.roles import OFFICER
from czest.qms.operations.roles import SCHEDULER


class OfEdition(UnaskedChange):
    """What befalls an edition."""

    concerns = IEditionMarker
    life = EDITION_LIFE


class TakenOver(OfEdition):
    """The edition is made and in force at once."""

    id = "take-over"
    title = TakeOver.title
    order = 20
    fires = ("take-over",)
    who = (OFFICER,)
    condition = _("in the library, where the document is made; evidence of what was in force")


class Superseded(OfEdition):
    """Another edition takes its place."""

    id = "supersede"
    title = _("Replacement by a newer edition")
    order = 80
    fires = ("supersede",)
    who = (SCHEDULER,)
    condition = _("together with the coming into force of the next edition")
    tells = (BIP_EDITOR,)


class WithdrawnWithDocument(OfEdition):
    """The whole document is withdrawn."""

    id = "withdraw"
    title = Withdraw.title
    order = 81
    fires = ("withdraw",)
    who = Withdraw.who
    condition = _("together with its document; reason")
    tells = Withdraw.tells


class DocumentInForce(UnaskedChange):
    """The document is in force as soon as an edition of it is."""

    id = "release"
    title = _("Entry into force")
    order = 60
    fires = ("release",)
    who = (SCHEDULER,)
    condition = _("together with its first edition")
    life = DOCUMENT_LIFE
    concerns = IControlledDocumentMarker
