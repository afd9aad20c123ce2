"""Stock methods that no act and no container of acts accepts."""

from czest.qms import _
from czest.qms.operations.doors.services import Refused


class ActsPost(Refused):
    """An act is not posted."""

    sentence = _("Not added: a legal act is recorded by the operation record-act.")


class ActPatch(Refused):
    """A recorded act is not edited."""

    sentence = _("Not changed: a recorded act stays as it is.")
