"""What befalls lists and their records without being asked of them: the workflow manager tells it, see ``IUnaskedChange``."""

from czest.qms import _
from czest.qms.disposal.interfaces import IDisposalListMarker
from czest.qms.disposal.operations.ending import Destroy
from czest.qms.disposal.operations.ending import Transfer
from czest.qms.disposal.operations.propose import Propose
from czest.qms.disposal.rules.steps import AT_WORK
from czest.qms.operations.base import UnaskedChange
from czest.qms.operations.roles import ARCHIVIST
from czest.qms.operations.roles import SCHEDULER
from czest.qms.records.interfaces import IRecordMarker
from czest.qms.records.rules.lifecycle import RECORD_LIFE


class OfRecord(UnaskedChange):
    """What a list does to its records."""

    who = (ARCHIVIST,)
    concerns = IRecordMarker
    life = RECORD_LIFE


class Proposed(OfRecord):
    """The record is put on a list."""

    id = "propose"
    title = Propose.title
    order = 70
    fires = ("propose",)
    condition = _("on a list with others of its kind; years of keeping are over, nothing on hold")


class TakenOffList(OfRecord):
    """The record leaves its list."""

    id = "take-off-list"
    title = _("Leaving the list")
    order = 71
    fires = ("take-off-list",)
    condition = _("row taken off, excluded or refused, or the whole list given up")


class Destroyed(OfRecord):
    """The content of the record is destroyed."""

    id = "destroy"
    title = Destroy.title
    order = 72
    fires = ("destroy",)
    condition = _("with its list; consent of the state archive, nothing on hold")


class Transferred(OfRecord):
    """The record is handed over to the state archive."""

    id = "transfer"
    title = Transfer.title
    order = 73
    fires = ("transfer",)
    condition = _("with its list; category A")


class ListMade(UnaskedChange):
    """The list is complete at once where its records are few."""

    id = "propose"
    title = _("Completion of the list")
    order = 5
    fires = ("complete",)
    who = (ARCHIVIST,)
    condition = _("in the register of records; years of keeping are over")
    possible_in = frozenset({"making"})
    concerns = IDisposalListMarker


class LongWork(UnaskedChange):
    """The job ends what was too much for one request; where nothing could be done, the list goes back."""

    id = "work"
    title = _("End of the work on a long list")
    order = 6
    fires = ("complete", "drop", "destroy", "transfer", "sign", "send-request", "consent", "consent-partly")
    who = (SCHEDULER,)
    condition = _("every row was dealt with; where none could be, the list goes back to where it stood")
    possible_in = AT_WORK
    concerns = IDisposalListMarker
