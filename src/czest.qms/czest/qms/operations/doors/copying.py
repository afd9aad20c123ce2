"""``@copy`` and ``@move`` of the site, which Plone refuses without a sentence."""

from czest.qms import _
from czest.qms.operations.errors import NotPermitted
from plone.restapi.services.copymove.copymove import Copy
from plone.restapi.services.copymove.copymove import Move


class SpokenRefusal:
    """Mixin that gives a bare refusal of Plone its sentence."""

    def reply(self):
        answer = super().reply()
        if self.request.response.getStatus() in (401, 403):
            raise NotPermitted(_("Not done: this cannot be copied, moved or renamed."))
        return answer


class SiteCopy(SpokenRefusal, Copy):
    """Copies content into the site."""


class SiteMove(SpokenRefusal, Move):
    """Moves content into the site."""
