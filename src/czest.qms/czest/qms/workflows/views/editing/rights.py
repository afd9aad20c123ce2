"""The form of the rights of a state: the free cells as boxes, every other one with the law that locks it."""

from czest.qms import _
from czest.qms.workflows.live import live_definition
from czest.qms.workflows.live import shipped_definitions
from czest.qms.workflows.messages import sentence
from czest.qms.workflows.names import ROWS
from czest.qms.workflows.rules.adjustments import Cell
from czest.qms.workflows.rules.cells import FREE_PERMISSIONS
from czest.qms.workflows.rules.cells import is_granted
from czest.qms.workflows.rules.cells import why_locked
from czest.qms.workflows.rules.rights import ROLES
from czest.qms.workflows.views.editing.fields import Field
from czest.qms.workflows.views.editing.fields import FLAG
from czest.qms.workflows.views.editing.fields import Group
from czest.qms.workflows.views.editing.wording import NO
from czest.qms.workflows.views.editing.wording import RIGHTS
from czest.qms.workflows.views.editing.wording import state_title
from czest.qms.workflows.views.editing.wording import YES
from czest.qms.workflows.views.editing.words import OfWorkflow
from functools import cached_property
from zExceptions import NotFound


class RightsPage(OfWorkflow):
    """The rights of a state, which the address names.

    Raises:
        NotFound: the workflow has no such state.
    """

    lead = _(
        "Only those who read in this state can be given these rights. Everything else follows from the law of the document."
    )

    @cached_property
    def definition(self):
        return live_definition(self.workflow_id)

    @cached_property
    def state(self):
        """The state asked for; the first one by default."""
        asked = self.request.form.get("state", self.definition.initial)
        if not isinstance(asked, str) or asked not in self.definition.states:
            raise NotFound(str(asked))
        return self.definition.states[asked]

    @property
    def title(self):
        word = self.words(_(state_title(self.workflow_id, self.state.id)))
        return _("Rights in the state: ${state}", mapping={"state": word})

    def about(self):
        return {"workflow": self.workflow_id, "state": self.state.id}

    def back(self):
        return self.panel_address(self.workflow_id, self.state.id)

    def groups(self):
        """Return a group for each right that an office may give."""
        for permission in FREE_PERMISSIONS:
            if permission not in self.definition.permissions:
                continue
            cells = [(row, Cell(self.workflow_id, self.state.id, permission, role)) for row, role in ROLES.items()]
            why = {cell: self._why_locked(cell) for _row, cell in cells}
            yield Group(
                RIGHTS[permission],
                tuple(self._field(row, cell) for row, cell in cells if why[cell] is None),
                locked=tuple((ROWS[row], self._word(cell), sentence(why[cell])) for row, cell in cells if why[cell]),
            )

    def _why_locked(self, cell):
        shipped = shipped_definitions()[self.workflow_id]
        return why_locked(shipped, cell, self.ledger.current().optional_states)

    def _field(self, row, cell):
        column = FREE_PERMISSIONS.index(cell.permission)
        return Field(f"cell.{column}.{row}", f"grants.{'.'.join(cell)}", ROWS[row], FLAG, self._given(cell))

    def _given(self, cell):
        return cell.role in self.state.permissions[cell.permission].roles

    def _word(self, cell):
        return YES if self._given(cell) else NO

    def changes(self):
        """Return for each box whether the right is given; what is as shipped is taken back."""
        permissions = {}
        for permission, role, field in self._boxes():
            cell = Cell(self.workflow_id, self.state.id, permission, role)
            typed = field.typed(self.request.form)
            is_shipped = typed == is_granted(shipped_definitions()[self.workflow_id], cell)
            permissions.setdefault(permission, {})[role] = None if is_shipped else typed
        return {"grants": {self.workflow_id: {self.state.id: permissions}}}

    def _boxes(self):
        for field in self.fields:
            _cell, column, row = field.name.split(".")
            yield FREE_PERMISSIONS[int(column)], ROLES[row], field
