"""What is changed by other screens but belongs to the adjustments is recorded too, so that it can be taken back.

Templates of routes are kept by ``@@routes`` and ``@routes``.
"""

from czest.qms.approval.rules.plain_templates import plain_template
from czest.qms.approval.templates import REMOVED
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations import gate
from czest.qms.operations.base import actor
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.messages import STILL_APPLYING
from czest.qms.workflows.rules.adjustments import changed_paths
from czest.qms.workflows.standing import CHAIN
from zope.component import queryUtility


#: Operations that change these themselves, and record it.
OWN = frozenset({"adjust-workflows", "undo-adjustment", "import-adjustments", "return-to-recorded"})


def record_templates(event):
    """Record a change of the templates of routes.

    Parameters:
        event: an ``IRouteTemplatesChanged``.

    Raises:
        ObjectMovedOn: another change is still being applied.
    """
    ledger = queryUtility(IAdjustmentsLedger)
    if ledger is None or gate.open_for() in OWN:
        return
    if ledger.work is not None:
        raise ObjectMovedOn(STILL_APPLYING)
    templates = dict(ledger.values["templates"])
    templates.pop(event.template.id, None)
    if event.change != REMOVED:
        templates[event.template.id] = plain_template(event.template)
    record(ledger, {**ledger.values, "templates": templates}, event.change, event.reason)


def record(ledger, values, change, reason=""):
    """Note a decision in the ledger and in the trail; nothing where nothing is changed.

    Parameters:
        ledger: the ``IAdjustmentsLedger``.
        values: the adjustments from now on, in the plain form.
        change: id of the change.
        reason: given by the person; may be empty.
    """
    before = ledger.values
    if values == before:
        return
    revision = ledger.record(values, change, reason)
    trail = queryUtility(ITrail)
    if trail is not None:
        details = {"revision": revision.number, "changed": changed_paths(before, values)}
        trail.append(
            CHAIN, label=CHAIN, operation=change, actor=actor(), reason=reason, digest=ledger.digest, details=details
        )
