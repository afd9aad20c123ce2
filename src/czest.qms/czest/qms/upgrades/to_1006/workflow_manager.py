"""The workflow manager, of which sites made before know nothing."""

from Acquisition import aq_parent
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.ledger import AdjustmentsLedger
from czest.qms.workflows.recording import record
from czest.qms.workflows.surroundings import kept_settings
from czest.qms.workflows.surroundings import kept_templates
from zope.component import getSiteManager
from zope.component import getUtility
from zope.component import queryUtility


PERMISSIONS = {
    "czest.qms: View workflows": ["Auditor", "Quality Officer", "Site Administrator"],
    "czest.qms: Manage workflows": ["Quality Officer"],
}
#: What is recorded of a site that decided before there was a ledger.
FOUND = "take-in-settings"


def upgrade(setup):
    """Add the permissions and the ledger; what the office decided before is recorded as the first change.

    The whole step of the profile would put new, empty utilities in the place of those that upgrades have registered.
    """
    portal = aq_parent(setup)
    for permission, roles in PERMISSIONS.items():
        portal.manage_permission(permission, roles, acquire=0)
    if queryUtility(IAdjustmentsLedger) is None:
        getSiteManager().registerUtility(AdjustmentsLedger(), IAdjustmentsLedger)
    ledger = getUtility(IAdjustmentsLedger)
    if ledger.revisions():
        return
    values = {**ledger.values, "settings": kept_settings(), "templates": kept_templates()}
    record(ledger, values, FOUND)
