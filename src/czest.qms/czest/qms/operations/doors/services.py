"""Stock methods of the REST API that no controlled object accepts."""

from czest.qms import _
from czest.qms.operations.errors import NotPermitted
from plone.restapi.services import Service


class Refused(Service):
    """Refuses a stock method, whoever asks.

    Raises:
        NotPermitted: always.
    """

    sentence = _("A controlled document is changed by its operations only: see @operations.")

    def reply(self):
        raise NotPermitted(self.sentence)
