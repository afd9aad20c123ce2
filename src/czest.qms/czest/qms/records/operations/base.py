"""What the operations on series and records share."""

from czest.qms import _
from czest.qms.documents.content import state_of
from czest.qms.operations.base import Operation
from czest.qms.operations.interfaces import IStateOf
from czest.qms.records.rules.lifecycle import RECORD_LIFE
from plone import api


#: Permissions of this room.
KEEP, MANAGE, HOLD = "czest.qms: Keep records", "czest.qms: Manage record series", "czest.qms: Hold records"

#: What only those who manage series decide: the symbol, and who outside may read.
MANAGERS_FIELDS = ("symbol", "openness", "openness_basis")


def may_manage(content):
    """Tell whether the current person manages series: the quality officer and the archivist do."""
    return api.user.has_permission(MANAGE, obj=content)


class RecordOperation(Operation):
    """An operation on a record whose state must allow it; ``rules.lifecycle`` says which states do."""

    def __init_subclass__(cls, **arguments):
        super().__init_subclass__(**arguments)
        if cls.id in RECORD_LIFE:
            cls.possible_in = RECORD_LIFE[cls.id].sources

    def state_refusal(self):
        if state_of(self.context) in self.possible_in:
            return None
        return _(
            "Not possible now: record ${symbol} is in the state ${state}.",
            mapping={"symbol": self.context.symbol, "state": IStateOf(self.context).word},
        )


class SeriesOperation(Operation):
    """An operation on a series; a closed one takes no records."""

    possible_in = frozenset({"open"})

    def state_refusal(self):
        if state_of(self.context) in self.possible_in:
            return None
        return _("Not possible: series ${symbol} is closed.", mapping={"symbol": self.context.symbol})
