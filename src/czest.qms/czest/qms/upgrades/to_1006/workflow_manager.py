"""The workflow manager, of which sites made before know nothing."""

from Acquisition import aq_parent
from czest.qms.upgrades.to_1001.rights import PROFILE
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.recording import record
from czest.qms.workflows.surroundings import kept_settings
from czest.qms.workflows.surroundings import kept_templates
from zope.component import getUtility


PERMISSIONS = {
    "czest.qms: View workflows": ["Auditor", "Quality Officer", "Site Administrator"],
    "czest.qms: Manage workflows": ["Quality Officer"],
}
#: What is recorded of a site that decided before there was a ledger.
FOUND = "take-in-settings"


def upgrade(setup):
    """Add the permissions and the ledger; what the office decided before is recorded as the first change."""
    portal = aq_parent(setup)
    for permission, roles in PERMISSIONS.items():
        portal.manage_permission(permission, roles, acquire=0)
    setup.runImportStepFromProfile(PROFILE, "componentregistry", run_dependencies=False)
    ledger = getUtility(IAdjustmentsLedger)
    values = {**ledger.values, "settings": kept_settings(), "templates": kept_templates()}
    record(ledger, values, FOUND)
