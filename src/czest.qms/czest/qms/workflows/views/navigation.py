"""The page of settings."""

from czest.qms import _
from czest.qms.appearance.navigation import Setting


class WorkflowsSetting(Setting):
    """Leads to the workflow manager."""

    title = _("Workflows")
    description = _(
        "The lives of documents and records: diagrams, figures, words, deadlines, letters and optional states."
    )
    address = "@@workflows"
    icon = "diagram-2"
    order = 61
    permission = "czest.qms: View workflows"
