"""Stock methods that no document accepts: each says which operation is meant for it."""

from czest.qms import _
from czest.qms.operations.doors.services import Refused


class DocumentPatch(Refused):
    """A registered document is not edited."""

    sentence = _("Not changed: a registered document changes by a new edition or by amend-control-data.")


class DocumentPost(Refused):
    """An edition is not posted."""

    sentence = _("Not added: an edition is made by the operation open-revision.")
