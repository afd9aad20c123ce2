"""Objects that the last nightly walk found not to be as they should: what is said of them, and to whom."""

from czest.qms.register.catalog_sets import for_current_user
from czest.qms.workflows.objects import Recorded
from czest.qms.workflows.rules.objects import FURTHER
from czest.qms.workflows.rules.objects import further
from czest.qms.workflows.rules.objects import PLACE
from czest.qms.workflows.rules.objects import UNREADABLE
from czest.qms.workflows.rules.problems import Problem
from dataclasses import replace
from itertools import islice
from plone import api
from transaction.interfaces import TransientError


#: As many objects are looked at again and named; the rest is counted.
NAMED = 50


def uids_astray(ledger):
    """Return the UIDs of all objects that the last walk found."""
    return list(ledger.walked.astray.values()) if ledger.walked is not None else []


def problems_astray(ledger):
    """Return the problems of the first of these objects as they are now, and how many more there are.

    Parameters:
        ledger: the ``IAdjustmentsLedger``. What is ``failed`` is named elsewhere and left out.

    Raises:
        TransientError: another client was faster; that tells nothing of an object.
    """
    walked = ledger.walked
    if walked is None or not len(walked):
        return []
    recorded = Recorded(ledger.current())
    named = list(islice(walked.astray.values(), NAMED))
    found = [one for uid in named if uid not in ledger.failed for one in _problems_of(uid, recorded)]
    return found + further(len(walked) - len(named))


def _problems_of(uid, recorded):
    for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid):
        try:
            return recorded.problems(brain._unrestrictedGetObject())
        except TransientError:
            raise
        except Exception:
            return [Problem(f"{PLACE}.{uid}", UNREADABLE, {"object": uid})]
    return []


def readable(problems):
    """Return problems as the present person may read them: objects are called by their paths, or only counted.

    Parameters:
        problems: of a whole site, with the UIDs of objects.
    """
    uids = {one.mapping["object"] for one in problems if "object" in one.mapping}
    paths = _paths(uids) if uids else {}
    count = len(uids - paths.keys()) + sum(int(one.mapping["count"]) for one in problems if one.message == FURTHER)
    return [_named(one, paths) for one in problems if _is_named(one, paths)] + further(count)


def _is_named(problem, paths):
    return problem.mapping["object"] in paths if "object" in problem.mapping else problem.message != FURTHER


def _named(problem, paths):
    if "object" not in problem.mapping:
        return problem
    return replace(problem, mapping={**problem.mapping, "object": paths[problem.mapping["object"]]})


def _paths(uids):
    """Return ``{UID: path}`` of those that the present person may see."""
    sets = for_current_user()
    found = sets.permitted(sets.matching("UID", sorted(uids)))
    return {brain.UID: brain.getPath() for brain in sets.brains(found)}
