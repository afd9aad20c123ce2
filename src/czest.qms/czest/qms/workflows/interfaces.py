"""Interfaces of the workflow manager."""

from zope.interface import Attribute
from zope.interface import Interface


#: The permission to change anything here; whoever has ``czest.qms: View workflows`` sees it.
MANAGE = "czest.qms: Manage workflows"


class IAdjustmentsLedger(Interface):
    """Local utility: what the office decided over the shipped workflows, with every decision before it."""

    values = Attribute("The adjustments now, in the plain form of ``rules.adjustments``")
    digest = Attribute("SHA-256 of these in hexadecimal")
    work = Attribute("Dict about the change that is still being applied, or None; see ``work``")
    plan = Attribute("BTree of the objects that are still to get their rights; see ``work``")
    failed = Attribute("Tuple of the UIDs of the objects that could not be given their rights; see ``work``")
    walk = Attribute("The ``walking.Walk`` through all objects that is under way, or None")
    walked = Attribute("The last one that came to its end, or None")
    drift = Attribute(
        "What the nightly check found: ``{'day', 'since', 'findings', 'count'}``, or None; see ``drifting``"
    )

    def current():
        """Return the ``Adjustments`` now."""

    def revisions():
        """Return every ``ledger.Revision``, the newest first."""

    def revision(number):
        """Return one ``ledger.Revision``; ``KeyError`` when there is none."""

    def record(values, operation, reason="", undone=None):
        """Note a decision of the acting person and return its ``ledger.Revision``.

        Parameters:
            values: the adjustments from now on, in the plain form.
            operation: id of the operation or change.
            reason: text given by the person.
            undone: number of the revision that is taken back, or None.
        """
