"""The panel of the chosen state: how many stand in it, for how long, what is late, and who is told then."""

from czest.qms import _
from czest.qms.documents.settings import setting
from czest.qms.operations.roles import OFFICER
from czest.qms.operations.roles import TITLES
from czest.qms.workflows import definitions
from czest.qms.workflows.views.wording import days


#: States of an edition in which somebody is asked by a stage → settings of the days where the route gives none.
STAGES = {"in_review": ("check_days", "opinion_days"), "pending_approval": ("approval_days",)}
LABELS = {
    "check_days": _("deadline of a check"),
    "opinion_days": _("deadline of an opinion"),
    "approval_days": _("deadline of an approval"),
}


def rows_of(workflow_id, state_id, figures, waits):
    """Return the rows of the panel: dicts with ``label``, ``value`` (a Message or text), and perhaps ``url`` and ``note``.

    Parameters:
        figures: :class:`czest.qms.workflows.figures.StateFigures`, None where they are not known.
        waits: whether what stands in the state waits for something.
    """
    rows = []
    if figures is not None:
        rows.append(_row(_("in this state"), str(figures.count), figures.url))
        if waits and figures.median_days is not None:
            rows.append(_row(_("waiting time, median"), days(figures.median_days)))
        if waits and figures.longest is not None:
            longest = figures.longest
            name = _("${symbol}, edition ${number}", mapping={"symbol": longest.symbol, "number": longest.number})
            value = name if longest.number else longest.symbol
            rows.append(_row(_("waits longest"), value, longest.url, days(figures.longest_days)))
        if figures.late is not None:
            rows.append(_row(_("past the deadline"), str(figures.late), figures.late_url if figures.late else None))
    if workflow_id == definitions.EDITION and state_id in STAGES:
        rows += deadline_rows(STAGES[state_id])
    return rows


def deadline_rows(names):
    """Return the deadlines where neither the route nor its template gives them, and what happens around a deadline."""
    return [*(_row(LABELS[name], _deadline(setting(name))) for name in names), *reminder_rows()]


def reminder_rows():
    """Return when those asked are reminded, and who is told when a stage is late."""
    before = days(setting("remind_before"))
    after = days(setting("remind_every"))
    late = days(setting("escalate_after"))
    return [
        _row(_("reminder"), _("${before} before, then every ${after}", mapping={"before": before, "after": after})),
        _row(_("late: told after ${days}", mapping={"days": late}), TITLES[OFFICER]),
    ]


def _deadline(count):
    return _("by the route only") if count is None else days(count)


def _row(label, value, url=None, note=None):
    return {"label": label, "value": value, "url": url, "note": note}
