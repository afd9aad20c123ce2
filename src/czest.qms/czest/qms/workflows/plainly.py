"""Definitions, facts and rights as plain values for clients."""

from czest.qms.language.office_words import office_word
from czest.qms.operations.roles import TITLES
from czest.qms.workflows.live import shipped_definitions
from czest.qms.workflows.messages import sentence
from czest.qms.workflows.rules.adjustments import Cell
from czest.qms.workflows.rules.cells import SEPARATION
from czest.qms.workflows.rules.cells import why_locked
from czest.qms.workflows.rules.problems import Problem


def plain_definition(definition, words):
    """Return a definition.

    Parameters:
        definition: :class:`Definition`.
        words: function that translates a Message.
    """
    return {
        "title": words(office_word(definition.title)),
        "description": words(office_word(definition.description)),
        "initial": definition.initial,
        "manager_bypass": definition.manager_bypass,
        "states": [
            {
                "id": state.id,
                "title": words(office_word(state.title)),
                "description": words(office_word(state.description)) if state.description else "",
                "exits": list(state.exits),
            }
            for state in definition.states.values()
        ],
        "transitions": [
            {
                "id": transition.id,
                "title": words(office_word(transition.title)),
                "from": definition.sources_of(transition.id),
                "to": transition.target,
                "guard": transition.guard.expression,
            }
            for transition in definition.transitions.values()
        ],
    }


def plain_facts(facts, words):
    """Return what an operation says of itself.

    Parameters:
        facts: ``OperationFacts``.
        words: function that translates a Message.
    """
    return {
        "id": facts.id,
        "title": words(facts.title),
        "fires": list(facts.fires),
        "who": [{"id": who, "title": words(TITLES[who])} for who in facts.who],
        "condition": words(facts.condition) if facts.condition else None,
        "tells": [{"id": who, "title": words(TITLES[who])} for who in facts.tells],
        "possible_in": None if facts.possible_in is None else sorted(facts.possible_in),
    }


def plain_matrix(workflow_id, definition, adjustments, words):
    """Return ``{state: {permission: {role: {"granted", "locked"}}}}`` of what is given to any role or may be adjusted.

    Parameters:
        workflow_id: of the definition.
        definition: live :class:`Definition`.
        adjustments: :class:`Adjustments` now.
        words: function that translates a Message.
    """
    shipped = shipped_definitions().get(workflow_id)
    roles = sorted(
        {role for state in definition.states.values() for grant in state.permissions.values() for role in grant.roles}
    )
    given = [
        permission
        for permission in definition.permissions
        if any(state.permissions[permission].roles for state in definition.states.values())
    ]

    def cell(state, permission, role):
        of_cell = Cell(workflow_id, state.id, permission, role)
        if shipped is None:
            # The definition of another site, that of the bulletin: an office adjusts nothing of it.
            locked = Problem(".".join(of_cell), SEPARATION)
        else:
            locked = why_locked(shipped, of_cell, adjustments.optional_states)
        return {
            "granted": role in state.permissions[permission].roles,
            "locked": None if locked is None else words(sentence(locked)),
        }

    return {
        state.id: {permission: {role: cell(state, permission, role) for role in roles} for permission in given}
        for state in definition.states.values()
    }
