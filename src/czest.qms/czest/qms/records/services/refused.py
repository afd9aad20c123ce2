"""Stock methods that no series and no record accepts: each says which operation is meant for it."""

from czest.qms import _
from czest.qms.operations.doors.services import Refused


class SeriesPatch(Refused):
    """A series is not edited."""

    sentence = _("Not changed: a series is changed by the operation amend-series.")
