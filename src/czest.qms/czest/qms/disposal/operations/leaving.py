"""Rows that the office itself takes off, and lists that it gives up."""

from czest.qms import _
from czest.qms import clock
from czest.qms.disposal.operations.base import check_rows
from czest.qms.disposal.operations.base import exclude
from czest.qms.disposal.operations.base import ListOperation
from czest.qms.disposal.operations.base import open_rows
from czest.qms.disposal.papers import note
from czest.qms.disposal.row_numbers import RowNumbersFieldWidget
from czest.qms.disposal.work import begin
from czest.qms.disposal.work import end
from czest.qms.documents.checks import raise_all
from czest.qms.documents.transitions import move
from czest.qms.operations.base import Outcome
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


class ITakeOff(model.Schema):
    """Input of taking rows off."""

    directives.widget("rows", RowNumbersFieldWidget)
    rows = schema.List(title=_("Rows"), description=_("Their numbers, such as 3, 7–9."), value_type=schema.Int())
    reason = schema.Text(title=_("Reason"), max_length=1000)


class TakeOff(ListOperation):
    """Take rows off a list."""

    id = "take-off"
    title = _("Take rows off")
    heading = _("Rows that leave list ${symbol}")
    done = _("The rows were taken off.")
    not_done = _("Not taken off.")
    busy = _("Taking off…")
    icon = "dash-square"
    schema = ITakeOff
    order = 70
    fires = ("drop",)
    condition = _("reason")

    def consequences(self):
        return [_("The records are filed as before; they can be proposed again.")]

    def check(self, data):
        raise_all(check_rows(self.context, "rows", data["rows"]))

    def write(self, data):
        content, rows = self.context, sorted(set(data["rows"]))
        if not open_rows(content, rows):
            move(content, "drop")
            note(content, "dropped", clock.today(), reason=data["reason"])
        exclude(content, rows, "office", data["reason"], self.id)
        return Outcome(content, reason=data["reason"], details={"rows": rows})


class IDrop(model.Schema):
    """Input of giving a list up."""

    reason = schema.Text(title=_("Reason"), max_length=1000)


class Drop(ListOperation):
    """Give a list up: its records are filed as before."""

    id = "drop"
    title = _("Give the list up")
    heading = _("Giving list ${symbol} up")
    done = _("The list was given up.")
    not_done = _("Not given up.")
    busy = _("Giving up…")
    icon = "trash"
    schema = IDrop
    order = 80
    emphasis = "danger"
    fires = ("drop",)
    condition = _("reason")

    def consequences(self):
        return [_("The records are filed as before; the list stays as it is, with its symbol.")]

    def write(self, data):
        content = self.context
        end(content)
        move(content, "drop")
        note(content, "dropped", clock.today(), reason=data["reason"])
        begin(content, "returning", self.id, open_rows(content), data["reason"])
        return Outcome(content, reason=data["reason"], details={"rows": len(content.rows)})
