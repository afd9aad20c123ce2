"""Stock methods that no controlled object accepts: each says which operation is meant for it."""

from czest.qms import _
from czest.qms.operations.errors import NotPermitted
from plone.restapi.services import Service


class Refused(Service):
    """Refuses a stock method, whoever asks."""

    sentence = _("A controlled document is changed by its operations only: see @operations.")

    def reply(self):
        raise NotPermitted(self.sentence)


class DocumentPatch(Refused):
    """A registered document is not edited."""

    sentence = _("Not changed: a registered document changes by a new edition or by amend-control-data.")


class DocumentPost(Refused):
    """An edition is not posted."""

    sentence = _("Not added: an edition is made by the operation open-revision.")
