"""What befalls records without being asked of them: the workflow manager tells it, see ``IUnaskedChange``."""

from czest.qms import _
from czest.qms.operations.base import UnaskedChange
from czest.qms.records.interfaces import IRecordMarker
from czest.qms.records.operations.capture import Capture
from czest.qms.records.rules.lifecycle import RECORD_LIFE


class FiledAtOnce(UnaskedChange):
    """The record is filed in the same moment in which it is handed in."""

    id = "capture"
    title = Capture.title
    order = 5
    fires = ("file",)
    who = Capture.who
    condition = _("where the day on which the case was closed is given at once")
    possible_in = RECORD_LIFE["file"].sources
    concerns = IRecordMarker
