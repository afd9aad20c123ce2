"""The steps of a list as its page draws them: what each is called, where it stands, and when or what next."""

from czest.qms import _
from czest.qms import clock
from czest.qms.disposal.rules.steps import steps_of
from czest.qms.disposal.services.serializer import standing_of
from czest.qms.disposal.views.wording import AHEAD
from czest.qms.disposal.views.wording import DONE
from czest.qms.disposal.views.wording import NEXT
from czest.qms.disposal.views.wording import STEPS
from czest.qms.documents.views.reading.rules.dates import short_date
from czest.qms.language.dates import long_date
from czest.qms.language.numerals import counted


#: Standing of a step → icon beside its name.
STEP_ICONS = {"done": "check-lg", "passed": "check-lg", "now": "hourglass-split", "ahead": "", "never": "slash-circle"}


def shown_steps(content, state):
    """Return the steps of a list, each a dict with ``number``, ``name``, ``standing``, ``note``, ``icon`` and ``current``.

    Parameters:
        content: the list.
        state: its state.
    """
    progress = standing_of(content)
    return [_step(number, step, state, progress) for number, step in enumerate(steps_of(progress), 1)]


def _step(number, step, state, progress):
    icon = "qms-held" if step.id == "destruction" and step.standing == "ahead" else STEP_ICONS[step.standing]
    return {
        "number": number,
        "name": STEPS[step.id],
        "standing": step.standing,
        "note": _note(step, state, progress),
        "icon": icon,
        "current": "step" if step.standing == "now" else None,
    }


def _note(step, state, progress):
    if step.standing == "done":
        is_near = step.id != "proposal" and step.day.year == clock.today().year
        return _(DONE[step.id], mapping={"day": short_date(step.day) if is_near else long_date(step.day)})
    if step.standing == "passed":
        return _("not recorded here")
    if step.standing == "never":
        return _("does not come to it")
    if step.standing == "ahead":
        return AHEAD.get(step.id, "")
    if step.id == "answer" and state == "requested":
        return _awaited((clock.today() - progress.requested_on).days)
    return NEXT[step.id]


def _awaited(days):
    if not days:
        return _("awaited since today")
    return counted(
        days,
        _("awaited for ${count} day"),
        _("awaited for ${count} days (few)"),
        _("awaited for ${count} days"),
    )
