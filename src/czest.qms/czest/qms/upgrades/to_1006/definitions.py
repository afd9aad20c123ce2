"""The definitions of the workflows, read again in a site whose office may have adjusted them already."""

from czest.qms.upgrades.to_1001.rights import PROFILE
from czest.qms.workflows.applying import write_differing
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from zope.component import queryUtility


def read_again(setup):
    """Import the definitions as shipped; what the office has decided is put into them again, as objects still have it.

    Parameters:
        setup: ``portal_setup``.
    """
    setup.runImportStepFromProfile(PROFILE, "workflow", run_dependencies=False)
    ledger = queryUtility(IAdjustmentsLedger)
    if ledger is not None and ledger.revisions():
        write_differing(ledger.current())
