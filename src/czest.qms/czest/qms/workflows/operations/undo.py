"""Taking an adjustment back."""

from czest.qms import _
from czest.qms.operations.errors import InvalidInput
from czest.qms.workflows.operations.base import IReason
from czest.qms.workflows.operations.base import ManagerOperation
from czest.qms.workflows.operations.base import WRONG
from zope import schema


class IUndo(IReason):
    """Input of taking back."""

    number = schema.Int(
        title=_("Number of the change"),
        description=_("This change and all later ones are taken back."),
        min=1,
    )


class UndoAdjustment(ManagerOperation):
    """Brings back what was in force before a change."""

    id = "undo-adjustment"
    title = _("Take a change of the workflows back")
    done = _("The change is taken back.")
    schema = IUndo
    order = 20

    def wanted(self, data):
        try:
            return self.ledger.revision(data["number"]).before
        except KeyError as error:
            raise InvalidInput(WRONG, [("number", _("There is no such change."))]) from error

    def undone(self, data):
        return data["number"]
