"""The steps of GenericSetup: adjustments leave and enter a site with its other settings."""

from czest.qms.operations.performing import perform
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.operations.taking_in import ImportAdjustments
from czest.qms.workflows.rules.exporting import export_of
from plone.namedfile.file import NamedFile
from zope.component import queryUtility
from zope.globalrequest import getRequest


FILENAME = "czest.qms.workflows.json"
REASON = "GenericSetup"


def export_adjustments(context):
    """Write the adjustments of the site into an export of its settings.

    Parameters:
        context: export context of GenericSetup.
    """
    ledger = queryUtility(IAdjustmentsLedger)
    if ledger is not None:
        context.writeDataFile(FILENAME, export_of(ledger.values), "application/json")


def import_adjustments(context):
    """Take in the adjustments of a profile or an archive, as the operation ``import-adjustments`` of this person.

    Parameters:
        context: import context of GenericSetup.

    Raises:
        OperationRefused: they would open a door, or something in them is wrong; nothing is changed.
    """
    content = context.readDataFile(FILENAME)
    ledger = queryUtility(IAdjustmentsLedger)
    if content is None or ledger is None or export_of(ledger.values) == content:
        return
    operation = ImportAdjustments(context.getSite(), getRequest())
    perform(operation, {"file": NamedFile(content, filename=FILENAME), "reason": REASON})
