"""What there is that may be adjusted: the shipped definitions, the settings, the letters, the kinds of documents."""

from collections.abc import Callable
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.workflows.rules.definition import Definition
from dataclasses import dataclass


#: The workflow that optional states are added to.
EDITION = "qms_edition_workflow"

#: Names of the settings that belong to the adjustments.
SETTINGS = (
    "remind_before",
    "remind_every",
    "escalate_after",
    "check_days",
    "opinion_days",
    "approval_days",
    "silence_ends_opinions",
    "act_required",
)

NUMBER, FLAG, KINDS = "number", "flag", "kinds"


@dataclass(frozen=True)
class Setting:
    """One setting.

    Parameters:
        form: ``number``, ``flag`` or ``kinds`` (a list of portal types of documents).
        default: value as shipped.
        least, most: bounds of a number.
    """

    form: str
    default: object
    least: int = 0
    most: int = 0


@dataclass(frozen=True)
class Known:
    """What may be adjusted.

    Parameters:
        definitions: id → shipped :class:`Definition`.
        kinds: portal types of documents.
        settings: name → :class:`Setting`.
        letters: id → ``Letter`` of ``approval.rules.letter_texts``, those of all rooms.
        shipped_word: function of msgid and language that returns the word as shipped.
        templates: the templates kept now, id → plain form.
        template_surroundings: ``Surroundings`` of the checks of templates.
    """

    definitions: dict
    kinds: frozenset
    settings: dict
    letters: dict
    shipped_word: Callable
    templates: dict
    template_surroundings: object

    def titles(self):
        """Return the msgids of the titles of all states and transitions, optional ones too."""
        found = {part.title for definition in self.definitions.values() for part in _parts(definition)}
        return found | {str(title) for pattern in PATTERNS.values() for title in titles_of(pattern)}

    def descriptions(self):
        """Return the msgids of the descriptions of all states and transitions."""
        found = {part.description for definition in self.definitions.values() for part in _parts(definition)}
        return found - {""}

    def state_titles(self, workflow_id, optional_states):
        """Return the msgids of the titles of the states of a workflow.

        Parameters:
            optional_states: ids of the patterns that are turned on.
        """
        titles = [state.title for state in self.definitions[workflow_id].states.values()]
        if workflow_id == EDITION:
            titles += [str(PATTERNS[name].title) for name in optional_states]
        return titles

    def transition_titles(self, workflow_id, optional_states):
        """Return the msgids of the titles of the transitions of a workflow, those without one left out.

        Parameters:
            optional_states: ids of the patterns that are turned on.
        """
        titles = {transition.title for transition in self.definitions[workflow_id].transitions.values()} - {""}
        if workflow_id == EDITION:
            for name in optional_states:
                titles |= {str(PATTERNS[name].begin_title), str(PATTERNS[name].end_title)}
        return sorted(titles)


def titles_of(pattern):
    """Return the three titles of a pattern."""
    return pattern.title, pattern.begin_title, pattern.end_title


def _parts(definition: Definition):
    return [*definition.states.values(), *definition.transitions.values()]
