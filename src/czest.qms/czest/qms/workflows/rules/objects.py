"""Single objects: in what they stray from the rights of their state, and from the roles that follow from their data."""

from czest.qms.workflows.rules.definition import Grant
from czest.qms.workflows.rules.problems import _
from czest.qms.workflows.rules.problems import Problem
from dataclasses import dataclass
from dataclasses import field
from typing import NamedTuple


UNEXPLAINED = _(
    "The object ${object} stands in the state ${state}, to which no transition leads, instead of ${recorded}."
)
UNKNOWN_STATE = _("The object ${object} has no state that its history explains. This takes an administrator.")
STATE_GONE = _("The object ${object} stands in the state ${state}, which its workflow does not have.")
RIGHTS = _("The object ${object} does not have the rights of its state ${state}: ${permissions}.")
FOREIGN = _("On the object ${object} rights are set of which its workflow does not decide: ${permissions}.")
ROLES = _("The local roles on the object ${object} are not those that follow from its data: ${principals}.")
CLOSED = _("The object ${object} does not take over the local roles of its container as it should.")
UNREADABLE = _("The object ${object} cannot be read.")
FURTHER = _("Further objects differ, which are not named here: ${count}.")

#: What the problems of single objects begin with.
PLACE = "objects"
#: As many permissions or principals of one object are listed.
LISTED = 5


class Step(NamedTuple):
    """A line of a workflow history.

    Parameters:
        action: id of the transition; None or empty at the beginning.
        state: id of the state in which the object stood then.
    """

    action: str | None
    state: str


@dataclass(frozen=True)
class LocalRoles:
    """Who has which role on an object.

    Parameters:
        granted: login or group → sorted tuple of roles.
        is_closed: whether the local roles of the container do not count here.
    """

    granted: dict = field(default_factory=dict)
    is_closed: bool = False


@dataclass(frozen=True)
class Kept:
    """What is stored on an object about who may do what.

    Parameters:
        steps: tuple of :class:`Step`, oldest first; empty where its workflow has noted nothing.
        permissions: name of each permission that is set on the object itself → :class:`Grant`.
        roles: :class:`LocalRoles`.
    """

    steps: tuple
    permissions: dict
    roles: LocalRoles = LocalRoles()


def states_explained(steps, definition):
    """Return the ids of the states through which transitions have led an object, the first one first.

    A line whose transition led elsewhere than it says counts with the state to which the transition leads. Lines at the
    end to which no transition leads do not count. Nothing is returned where the beginning is missing, and where
    operations went on from a state that nothing explains: then nobody can tell but a person.

    Parameters:
        steps: tuple of :class:`Step`.
        definition: :class:`Definition` with every optional state that there may have been.
    """
    if not steps or steps[0].state != definition.initial:
        return ()
    states = [definition.initial]
    for step in steps[1:]:
        if step.action not in definition.states[states[-1]].exits:
            break
        states.append(definition.transitions[step.action].target or states[-1])
    for before, step in zip(steps[len(states) - 1 :], steps[len(states) :], strict=False):
        if before.state in definition.states and step.action in definition.states[before.state].exits:
            return ()
    return tuple(states)


def is_explained(steps, definition):
    """Tell whether transitions led an object to each state in which its history says that it stood."""
    states = states_explained(steps, definition)
    return bool(states) and states == tuple(step.state for step in steps)


def straying(place, kept, definition, ways, due):
    """Yield a ``Problem`` for everything in which an object is not as it should be; its ``object`` is the UID.

    Parameters:
        place: ``(id of the workflow, UID)``.
        kept: :class:`Kept`.
        definition: recorded :class:`Definition` of the workflow.
        ways: the same with every optional state that there may have been.
        due: :class:`LocalRoles` that follow from the data of the object.
    """
    states = states_explained(kept.steps, ways)
    if not states:
        yield _problem(place, "state", UNKNOWN_STATE)
        return
    state = states[-1]
    if state not in definition.states:
        yield _problem(place, "state", STATE_GONE, state=state)
        return
    if not is_explained(kept.steps, ways):
        yield _problem(place, "state", UNEXPLAINED, state=kept.steps[-1].state, recorded=state)
    expected = definition.states[state].permissions
    differing = [name for name in definition.permissions if _set(kept, name) != expected.get(name, Grant(True))]
    if differing:
        yield _problem(place, "rights", RIGHTS, state=state, permissions=_first(differing))
    foreign = foreign_permissions(kept, definition)
    if foreign:
        yield _problem(place, "foreign", FOREIGN, permissions=_first(foreign))
    yield from _of_roles(place, kept.roles, due)


def foreign_permissions(kept, definition):
    """Return the names of the permissions that are set on an object without its workflow deciding on them."""
    return sorted(kept.permissions.keys() - set(definition.permissions))


def _set(kept, permission):
    """Return what is set of a permission; where nothing is, the container decides."""
    return kept.permissions.get(permission, Grant(True))


def _of_roles(place, found, due):
    principals = {*found.granted, *due.granted}
    differing = [one for one in principals if found.granted.get(one) != due.granted.get(one)]
    if differing:
        yield _problem(place, "roles", ROLES, principals=_first(differing))
    if found.is_closed != due.is_closed:
        yield _problem(place, "closed", CLOSED)


def _problem(place, part, message, **words):
    workflow_id, uid = place
    return Problem(f"{PLACE}.{workflow_id}.{uid}.{part}", message, {"object": uid, **words})


def _first(names):
    names = sorted(names)
    return ", ".join([*names[:LISTED], *(["…"] if len(names) > LISTED else [])])


def places(problems):
    """Return in how many places something differs: an object counts once, whatever is said of it.

    Parameters:
        problems: of a whole site.
    """
    objects = {one.mapping["object"] for one in problems if "object" in one.mapping}
    further = sum(int(one.mapping["count"]) for one in problems if one.message == FURTHER)
    others = sum("object" not in one.mapping and one.message != FURTHER for one in problems)
    return len(objects) + further + others


def further(count):
    """Return the problem that only counts objects, in a list: empty where there are none."""
    return [Problem(PLACE, FURTHER, {"count": str(count)})] if count else []
