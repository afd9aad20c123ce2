"""Giving objects the rights of their state after a definition has changed: at once where they are few, else by a job.

The ledger keeps the plan: the objects that still have their old rights. Each transaction takes some off it, so whatever
is interrupted goes on where it stood. Until it is empty no other change is taken.
"""

from czest.qms.operations.base import actor
from czest.qms.workflows.live import WORKFLOWS
from itertools import islice
from plone import api


#: As many objects get their rights in the request itself.
AT_ONCE = 200


def objects_in(workflow_id, states):
    """Return the catalog's brains of all objects of a workflow in some states."""
    catalog = api.portal.get_tool("portal_catalog")
    return catalog.unrestrictedSearchResults(portal_type=list(WORKFLOWS[workflow_id]), review_state=list(states))


def begin(ledger, concerned, operation):
    """Begin to give objects their rights; few get them here and now.

    Parameters:
        ledger: the ``IAdjustmentsLedger``.
        concerned: ``[(workflow id, states)]``.
        operation: id of the operation that asks for it.

    Returns:
        Whether all is done.
    """
    uids = [brain.UID for workflow_id, states in concerned for brain in objects_in(workflow_id, states)]
    ledger.plan.clear()
    ledger.plan.update(dict(enumerate(uids)))
    ledger.work = {"operation": operation, "login": actor(), "total": len(uids)}
    return len(uids) <= AT_ONCE and go_on(ledger, AT_ONCE)


def go_on(ledger, most):
    """Do some of the plan.

    Parameters:
        most: how many objects at most.

    Returns:
        Whether all is done.
    """
    for place, uid in list(islice(ledger.plan.items(), most)):
        give_rights(uid)
        del ledger.plan[place]
    if not ledger.plan:
        ledger.work = None
    return ledger.work is None


def give_rights(uid):
    """Give an object the rights of its state; one that is gone by now has none."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid)
    if not brains:
        return
    content = brains[0]._unrestrictedGetObject()
    tool = api.portal.get_tool("portal_workflow")
    changed = [workflow.updateRoleMappingsFor(content) for workflow in tool.getWorkflowsFor(content)]
    if any(changed):
        # Only of the object itself: what it holds has rights of its own.
        content.reindexObject(idxs=["allowedRolesAndUsers"])


def progress(ledger):
    """Return ``{"operation", "done", "total"}`` of the change that is being applied, None where there is none."""
    if ledger.work is None:
        return None
    total = ledger.work["total"]
    return {"operation": ledger.work["operation"], "done": total - len(ledger.plan), "total": total}
