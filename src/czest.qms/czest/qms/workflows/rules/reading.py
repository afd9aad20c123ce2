"""Reading adjustments from their plain form; everything that is wrong is named by its field."""

from czest.qms.approval.rules.letter_texts import problems as letter_problems
from czest.qms.approval.rules.plain_templates import plain_template
from czest.qms.approval.rules.plain_templates import read_template
from czest.qms.approval.rules.template_checks import template_problems
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.organisation.rules.model import Problem as TemplateProblem
from czest.qms.organisation.rules.model import Refused as TemplateRefused
from czest.qms.workflows.rules import known as terms
from czest.qms.workflows.rules.adjustments import Adjustments
from czest.qms.workflows.rules.adjustments import Cell
from czest.qms.workflows.rules.adjustments import DEPTHS
from czest.qms.workflows.rules.adjustments import LANGUAGES
from czest.qms.workflows.rules.cells import is_granted
from czest.qms.workflows.rules.cells import why_locked
from czest.qms.workflows.rules.problems import _
from czest.qms.workflows.rules.problems import LetterProblem
from czest.qms.workflows.rules.problems import Problem
from czest.qms.workflows.rules.problems import Refused
from czest.qms.workflows.rules.problems import UNKNOWN
from czest.qms.workflows.rules.problems import WRONG_TYPE
from czest.qms.workflows.rules.wording import Wording


NO_KIND = _("There is no kind of document ${kind}.")
BETWEEN = _("Write a number between ${least} and ${most}.")


def read(values, known):
    """Return the :class:`Adjustments` that a plain form describes; what is as shipped anyway is left out.

    Parameters:
        values: dict, see ``adjustments.plain``.
        known: :class:`~czest.qms.workflows.rules.known.Known`.

    Raises:
        Refused: naming every field that is wrong.
    """
    return Reading(known).adjustments(values)


class Reading:
    """Reads a plain form and gathers what is wrong with it.

    Parameters:
        known: :class:`~czest.qms.workflows.rules.known.Known`.
    """

    def __init__(self, known):
        self.known = known
        self.problems = []

    def adjustments(self, values):
        """Return what the values describe.

        Raises:
            Refused: naming every field that is wrong.
        """
        for part in values:
            if part not in DEPTHS:
                self.refuse(part, UNKNOWN, name=part)
        wording = Wording(self)
        optional_states = dict(self.each(values, "optional_states", self.kinds_of_pattern))
        read = Adjustments(
            words=dict(self.each(values, "words", wording.words)),
            optional_states=optional_states,
            grants=dict(self.grants(values, optional_states)),
            settings=dict(self.each(values, "settings", self.setting)),
            letters=dict(self.each(values, "letters", self.letters)),
            templates=dict(self.each(values, "templates", self.template)),
        )
        wording.refuse_same(read)
        self.refuse_bad_templates(read)
        if self.problems:
            raise Refused(self.problems)
        return read

    def refuse(self, field, message, **mapping):
        """Note a problem; return None, which stands for nothing read."""
        self.problems.append(Problem(field, message, mapping))

    def entries(self, value, field):
        """Return the items of a dict with their fields; none of what is no dict, which is a problem."""
        if not isinstance(value, dict):
            self.refuse(field, WRONG_TYPE)
            return []
        return [(name, one, f"{field}.{name}") for name, one in sorted(value.items())]

    def each(self, values, part, read):
        """Yield ``(name, what was read)`` of one part, without what is wrong or as shipped."""
        for name, value, field in self.entries(values.get(part, {}), part):
            found = read(name, value, field)
            if found is not None:
                yield name, found

    def kinds_of_pattern(self, name, value, field):
        """Return the kinds for which an optional state is offered."""
        if name not in PATTERNS:
            return self.refuse(field, UNKNOWN, name=name)
        return self.kinds(value, field)

    def kinds(self, value, field):
        """Return a list of kinds of documents as a frozenset."""
        if not isinstance(value, list) or not all(isinstance(kind, str) for kind in value):
            return self.refuse(field, WRONG_TYPE)
        unknown = [kind for kind in value if kind not in self.known.kinds]
        for kind in unknown:
            self.refuse(field, NO_KIND, kind=kind)
        return None if unknown else frozenset(value)

    def grants(self, values, optional_states):
        """Yield ``(Cell, bool)`` for each cell that is not as shipped."""
        for workflow_id, states, workflow_field in self.entries(values.get("grants", {}), "grants"):
            definition = self.known.definitions.get(workflow_id)
            if definition is None:
                self.refuse(workflow_field, UNKNOWN, name=workflow_id)
                continue
            for state, permissions, state_field in self.entries(states, workflow_field):
                for permission, roles, permission_field in self.entries(permissions, state_field):
                    for role, given, field in self.entries(roles, permission_field):
                        cell = Cell(workflow_id, state, permission, role)
                        if self.is_adjusted(definition, optional_states, cell, given, field):
                            yield cell, given

    def is_adjusted(self, definition, optional_states, cell, given, field):
        """Tell whether a cell is free and not as shipped; one that is not free is a problem."""
        if not isinstance(given, bool):
            return self.refuse(field, WRONG_TYPE)
        locked = why_locked(definition, cell, optional_states)
        if locked is not None:
            return self.refuse(field, locked.message, **locked.mapping)
        return given != is_granted(definition, cell)

    def setting(self, name, value, field):
        """Return the value of a setting; None where it is as shipped."""
        setting = self.known.settings.get(name)
        if setting is None:
            return self.refuse(field, UNKNOWN, name=name)
        if setting.form == terms.KINDS:
            read = self.kinds(value, field)
        elif setting.form == terms.FLAG:
            read = value if isinstance(value, bool) else self.refuse(field, WRONG_TYPE)
        else:
            read = self.number(setting, value, field)
        return None if read == setting.default else read

    def number(self, setting, value, field):
        """Return a whole number within its bounds."""
        if not isinstance(value, int) or isinstance(value, bool):
            return self.refuse(field, WRONG_TYPE)
        if not setting.least <= value <= setting.most:
            return self.refuse(field, BETWEEN, least=str(setting.least), most=str(setting.most))
        return value

    def letters(self, name, value, field):
        """Return ``{language: {"subject", "text"}}``."""
        known = self.known.letters.get(name)
        if known is None:
            return self.refuse(field, UNKNOWN, name=name)
        read = {}
        for language, letter, place in self.entries(value, field):
            if language not in LANGUAGES:
                self.refuse(place, UNKNOWN, name=language)
            elif not is_letter(letter):
                self.refuse(place, WRONG_TYPE)
            else:
                wrong = letter_problems(known, letter["subject"], letter["text"])
                self.problems += [LetterProblem(f"{place}.{problem.part}", problem) for problem in wrong]
                read[language] = dict(letter)
        return read or None

    def template(self, name, value, field):
        """Return a template in its plain form."""
        if not isinstance(value, dict):
            return self.refuse(field, WRONG_TYPE)
        try:
            return plain_template(read_template(value, name))
        except TemplateRefused as refused:
            self.note(field, refused.problems)

    def refuse_bad_templates(self, read):
        """Name what keeps the templates that are new or changed from being saved."""
        templates = [read_template(values, name) for name, values in read.templates.items()]
        for template in templates:
            if self.known.templates.get(template.id) != read.templates[template.id]:
                found = template_problems(template, templates, self.known.template_surroundings)
                self.note(f"templates.{template.id}", found)

    def note(self, field, problems):
        """Note problems of a template under its field."""
        self.problems += [
            TemplateProblem(f"{field}.{problem.field}", problem.code, problem.values) for problem in problems
        ]


def is_letter(value):
    """Tell whether a value has the form of a letter."""
    return (
        isinstance(value, dict)
        and set(value) == {"subject", "text"}
        and all(isinstance(one, str) for one in value.values())
    )
