"""Giving objects the rights of their state after a definition has changed: at once where they are few, else by a job.

A return to what is recorded gives back all that objects have strayed from, see ``objects``.

The ledger keeps the plan: the objects that still have their old rights. Each transaction takes some off it, so whatever
is interrupted goes on where it stood. Until it is empty no other change is taken. An object that cannot be given its
rights holds nobody up: it is named by the check for drift, and tried again with the next change.
"""

from czest.qms import clock
from czest.qms.jobs.transactions import roll_back
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.interfaces import ITrailSubject
from czest.qms.operations.performing import trace
from czest.qms.workflows.live import WORKFLOWS
from czest.qms.workflows.objects import Recorded
from czest.qms.workflows.objects import require_state
from czest.qms.workflows.objects import restore
from itertools import islice
import logging
from plone import api
import transaction
from transaction.interfaces import TransientError


logger = logging.getLogger(__name__)


#: As many objects get their rights in the request itself.
AT_ONCE = 200


def objects_in(workflow_id, states):
    """Return the catalog's brains of all objects of a workflow in some states."""
    catalog = api.portal.get_tool("portal_catalog")
    return catalog.unrestrictedSearchResults(portal_type=list(WORKFLOWS[workflow_id]), review_state=list(states))


def objects_of(portal_types):
    """Return the catalog's brains of all objects of some types, whatever state the catalog believes them in."""
    catalog = api.portal.get_tool("portal_catalog")
    return catalog.unrestrictedSearchResults(portal_type=list(portal_types)) if portal_types else []


def begin(ledger, concerned, operation, reason, portal_types=(), astray=None):
    """Begin to give objects their rights; few get them here and now.

    Parameters:
        ledger: the ``IAdjustmentsLedger``.
        concerned: ``[(workflow id, states)]``.
        operation: id of the operation that asks for it.
        reason: text given by the person.
        portal_types: types of which every object is concerned.
        astray: UIDs of objects that are not as they should be; with any value but None all objects that are concerned
            get back more than the rights of their state: the state itself, and their local roles.

    Returns:
        Whether all is done.
    """
    found = [brain.UID for workflow_id, states in concerned for brain in objects_in(workflow_id, states)]
    found += [brain.UID for brain in objects_of(portal_types)]
    uids = list(dict.fromkeys([*ledger.failed, *(astray or ()), *found]))
    ledger.failed = ()
    # A walk that is under way has compared with what was recorded before.
    ledger.walk = None
    ledger.plan.clear()
    ledger.plan.update(dict(enumerate(uids)))
    ledger.work = {
        "operation": operation,
        "login": actor(),
        "reason": reason,
        "total": len(uids),
        "since": clock.now().isoformat(),
        "restores": astray is not None,
    }
    return len(uids) <= AT_ONCE and go_on(ledger, AT_ONCE)


def go_on(ledger, most):
    """Do some of the plan.

    Parameters:
        most: how many objects at most.

    Returns:
        Whether all is done.
    """
    give = restoring(ledger) if ledger.work.get("restores") else give_rights
    for place, uid in list(islice(ledger.plan.items(), most)):
        if not is_given(uid, give):
            ledger.failed = (*ledger.failed, uid)
        del ledger.plan[place]
    if not ledger.plan:
        ledger.work = None
    return ledger.work is None


def restoring(ledger):
    """Return the function of an object that lets it be as it should in everything.

    Where its state is given back, the trail of the object tells of it.
    """
    recorded, work = Recorded(ledger.current()), ledger.work

    def give(content):
        states = restore(content, recorded)
        if states is not None:
            # Containers have no trail of their own.
            traced = content if ITrailSubject(content, None) is not None else api.portal.get()
            details = {"object": content.UID(), "states": states}
            trace(work["operation"], Outcome(traced, work["reason"], details), work["login"])

    return give


def is_given(uid, give):
    """Give an object what is due to it; return whether it has it, and leave it as it was where it has not.

    Parameters:
        uid: of the object; one that is gone by now has no rights.
        give: function of an object, such as :func:`give_rights`.

    Raises:
        TransientError: another client was faster; the piece of work is to be repeated.
    """
    before = transaction.savepoint(optimistic=True)
    try:
        for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid):
            give(brain._unrestrictedGetObject())
    except TransientError:
        raise
    except Exception:
        roll_back(before)
        logger.exception("The object %s cannot be given the rights of its state", uid)
        return False
    return True


def give_rights(content):
    """Give an object the rights of its state.

    Raises:
        objects.StateUnknown: no transition led to this state.
    """
    require_state(content)
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
