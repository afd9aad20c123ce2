"""What the pages share that show one workflow: its definition, its facts, and what its states are called."""

from czest.qms.workflows import definitions
from czest.qms.workflows.rules.flow import in_order
from functools import cached_property


class ShownWorkflow:
    """Mixin of views with ``workflow_id`` and ``words``."""

    @cached_property
    def definition(self):
        return definitions.definition(self.workflow_id)

    @cached_property
    def facts(self):
        return definitions.facts(self.workflow_id)

    @cached_property
    def looks(self):
        """How the states are shown, ``{id: appearance State}``, in the order of the flow."""
        states = self.definition.states
        return {one: definitions.look_of(self.workflow_id, states[one]) for one in in_order(self.definition)}

    @cached_property
    def state_words(self):
        """What the states are called, ``{id: text}``."""
        return {state_id: self.words(look.word) for state_id, look in self.looks.items()}
