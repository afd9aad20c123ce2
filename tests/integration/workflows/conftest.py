"""What the tests of the workflow manager share."""

from czest.qms.workflows.interfaces import IAdjustmentsLedger
import pytest
from zope.component import getUtility


EDITION = "qms_edition_workflow"
TRAIL = "czest.qms: View trail"


@pytest.fixture
def ledger(portal):
    return getUtility(IAdjustmentsLedger)


@pytest.fixture
def adjust(portal, office):
    """Return a function that adjusts the workflows as the quality officer."""
    return lambda reason="Tak zdecydowano", **changes: office.do(
        "pelnomocnik", portal, "adjust-workflows", reason=reason, changes=changes
    )
