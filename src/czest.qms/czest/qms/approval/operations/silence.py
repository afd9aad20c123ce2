"""The end of an opinion in which nobody had remarks in time: silence counts as none."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.progress import advance
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.rules import route
from czest.qms.documents.settings import setting
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import ASKED_NEXT
from czest.qms.operations.roles import SCHEDULER


def is_over_by_silence(stage):
    """Tell whether a running stage is an opinion that has run out of time, and the office counts silence as an answer.

    Parameters:
        stage: the stage, or None.
    """
    return stage is not None and setting("silence_ends_opinions") and route.is_silent(stage, clock.today())


class EndSilentOpinion(EditionOperation):
    """End the running opinion; performed by the scheduler and not registered, so no person can ask for it."""

    id = "end-opinion"
    title = _("End the opinion by silence")
    order = 11
    fires = ("review",)
    who = (SCHEDULER,)
    condition = _("nobody had remarks until the last day of the opinion")
    tells = (ASKED_NEXT,)
    concerns = IEditionMarker

    def state_refusal(self):
        if super().state_refusal() is None and is_over_by_silence(self.context.course.current):
            return None
        return _("Not possible now: no opinion has run out of time.")

    def write(self, data):
        edition = self.context
        stage = edition.course.current
        silent = [participant.key for participant in edition.course.waiting(stage)]
        edition.route = route.silenced(edition.route, stage.id)
        advance(edition)
        return Outcome(edition, details={"stage": stage.id, "due": stage.due.isoformat(), "silent": silent})
