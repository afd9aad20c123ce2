"""Adjusting the workflows: words, optional states, rights, deadlines, letters, templates of routes."""

from czest.qms import _
from czest.qms.workflows.operations.base import IReason
from czest.qms.workflows.operations.base import ManagerOperation
from czest.qms.workflows.rules.editing import changed
from plone.schema import JSONField


class IAdjust(IReason):
    """Input of an adjustment."""

    changes = JSONField(
        title=_("Changes"),
        description=_(
            "Any of words, optional_states, grants, settings, letters and templates; what is not named stays, and null "
            "takes a decision back."
        ),
        schema='{"type": "object"}',
    )


class AdjustWorkflows(ManagerOperation):
    """Changes what is named and leaves the rest."""

    id = "adjust-workflows"
    title = _("Adjust the workflows")
    schema = IAdjust
    order = 10

    def wanted(self, data):
        return changed(self.ledger.values, data["changes"])
