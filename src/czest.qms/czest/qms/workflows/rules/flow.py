"""How a definition flows: which states come after which, and the numbers of its transitions.

Nothing here depends on the order in which a definition lists its states and transitions: an export of GenericSetup has
another order than the file that was shipped, and both are drawn alike.
"""

from dataclasses import dataclass


#: Kinds of transitions in the order in which they are numbered.
NEXT, SKIPPING, BACK = range(3)


@dataclass(frozen=True)
class Piece:
    """One line of a diagram: a transition from one state, or from several that join.

    Parameters:
        number: of the transition, the same in the diagram and in the table.
        transition: id.
        sources: ids of the states it leads from.
        target: id of the state it leads to.
        is_direct: whether it leads from one state to one of the next layer.
    """

    number: int
    transition: str
    sources: tuple
    target: str
    is_direct: bool


def layers_of(definition):
    """Return the layer of every state, ``{id: number from 0}``: the longest way from the first one, returns left out."""
    onward = {state_id: [] for state_id in definition.states}
    finished = []
    for root in (definition.initial, *sorted(definition.states)):
        _visit(definition, root, onward, finished, [])
    layers = dict.fromkeys(sorted(definition.states), 0)
    for state_id in reversed(finished):
        for target in onward[state_id]:
            layers[target] = max(layers[target], layers[state_id] + 1)
    return layers


def _visit(definition, state_id, onward, finished, way):
    """Walk on from a state; an edge back into the way walked is a return.

    States with many ways out stand early in a life, those with few at its end: the former are walked first.
    """
    if state_id not in definition.states or state_id in finished:
        return
    for target in sorted(_neighbours(definition, state_id), key=lambda one: (-len(_neighbours(definition, one)), one)):
        if target in way:
            continue
        onward[state_id].append(target)
        _visit(definition, target, onward, finished, [*way, state_id])
    finished.append(state_id)


def _neighbours(definition, state_id):
    """Return the ids of the other states to which a state leads."""
    targets = {transition.target for transition in definition.leading_from(state_id)}
    return targets.intersection(definition.states) - {state_id}


def in_order(definition):
    """Return the ids of the states in the order of the flow."""
    layers = layers_of(definition)
    return sorted(layers, key=lambda state_id: (layers[state_id], state_id))


def numbers_of(definition):
    """Return the number of every transition that leads from a state, ``{id: number from 1}``.

    First those that lead to the next state, in the order of the flow; then those that only skip some; last those that
    only lead back or leave the state as it is.
    """
    layers = layers_of(definition)
    keyed = []
    for transition in definition.transitions.values():
        sources = definition.sources_of(transition.id)
        if not sources:
            continue
        steps = [layers[transition.target] - layers[source] if transition.target in layers else 0 for source in sources]
        kind = NEXT if 1 in steps else SKIPPING if max(steps) > 1 else BACK
        keyed.append((kind, min(layers[source] for source in sources), transition.id))
    return {transition_id: number for number, (*_key, transition_id) in enumerate(sorted(keyed), 1)}


def pieces_of(definition):
    """Return the :class:`Piece` s of a diagram by number; every pair of source and transition is in exactly one."""
    layers, pieces = layers_of(definition), []
    for transition_id, number in numbers_of(definition).items():
        target = definition.transitions[transition_id].target
        sources = sorted(definition.sources_of(transition_id), key=lambda source: (layers[source], source))
        if target not in layers:
            pieces += [Piece(number, transition_id, (source,), source, False) for source in sources]
            continue
        direct = [source for source in sources if layers[target] == layers[source] + 1]
        pieces += [Piece(number, transition_id, (source,), target, True) for source in direct]
        joined = tuple(source for source in sources if source not in direct)
        if joined:
            pieces.append(Piece(number, transition_id, joined, target, False))
    return pieces
