"""A workflow definition as plain values: what people see of it, and what is compared with it."""

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace


@dataclass(frozen=True)
class Grant:
    """To whom a state gives a permission.

    Parameters:
        acquired: whether those count too to whom the container gives it.
        roles: names of roles.
    """

    acquired: bool = False
    roles: frozenset = frozenset()


@dataclass(frozen=True)
class Guard:
    """What a transition asks before it lets pass.

    Parameters:
        expression: TALES expression, empty for none.
        permissions, roles, groups: of which one must be had; empty sets ask nothing.
    """

    expression: str = ""
    permissions: frozenset = frozenset()
    roles: frozenset = frozenset()
    groups: frozenset = frozenset()


@dataclass(frozen=True)
class State:
    """A state.

    Parameters:
        id: such as ``in_review``.
        title, description: English msgids.
        exits: ids of the transitions that lead on, in their order.
        permissions: name of the permission → :class:`Grant`.
        rest: sorted canonical texts of everything else, such as assignments and groups; only compared.
    """

    id: str
    title: str
    description: str = ""
    exits: tuple = ()
    permissions: dict = field(default_factory=dict)
    rest: tuple = ()


@dataclass(frozen=True)
class Transition:
    """A transition.

    Parameters:
        id: such as ``submit``.
        title, description: English msgids.
        target: id of the state it leads to; empty where the state stays.
        trigger: ``USER`` or ``AUTOMATIC``.
        guard: :class:`Guard`.
        scripts: names of the scripts before and after.
        rest: sorted canonical texts of everything else, such as the action in menus; only compared.
    """

    id: str
    title: str
    description: str = ""
    target: str = ""
    trigger: str = "USER"
    guard: Guard = Guard()
    scripts: tuple = ("", "")
    rest: tuple = ()


@dataclass(frozen=True)
class Definition:
    """A workflow.

    Parameters:
        id: such as ``qms_edition_workflow``.
        title, description: English msgids.
        initial: id of the first state.
        state_variable: name under which the state is kept.
        manager_bypass: whether a Manager passes every guard.
        permissions: names of the permissions that the states decide on, in their order.
        states: id → :class:`State`, in their order.
        transitions: id → :class:`Transition`, in their order.
        rest: sorted canonical texts of everything else, such as variables and scripts; only compared.
    """

    id: str
    title: str
    description: str
    initial: str
    state_variable: str
    manager_bypass: bool
    permissions: tuple
    states: dict
    transitions: dict
    rest: tuple = ()

    def leading_from(self, state_id):
        """Return the transitions that lead on from a state, in the order of the definition."""
        exits = self.states[state_id].exits
        return [transition for transition in self.transitions.values() if transition.id in exits]

    def sources_of(self, transition_id):
        """Return the ids of the states from which a transition leads, in the order of the definition."""
        return [state.id for state in self.states.values() if transition_id in state.exits]


def called_as(definition, other):
    """Return a definition whose workflow, states and transitions are called as in another; what that knows not stays.

    Parameters:
        definition, other: :class:`Definition`.
    """
    return replace(
        definition,
        title=other.title,
        description=other.description,
        states=_called_as(definition.states, other.states),
        transitions=_called_as(definition.transitions, other.transitions),
    )


def _called_as(parts, others):
    return {
        name: replace(part, title=others[name].title, description=others[name].description) if name in others else part
        for name, part in parts.items()
    }
