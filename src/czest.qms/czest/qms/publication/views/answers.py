"""What the editor has answered so far on the page of a review: carried by the form, kept nowhere until the decision."""

from czest.qms import _
from czest.qms.publication.rules import Override
from czest.qms.publication.rules.checklist import QUESTIONS
from czest.qms.publication.rules.overrides import faults
from czest.qms.publication.rules.overrides import standing
from functools import cached_property


YES, NO = "yes", "no"
ANSWERS = {YES: True, NO: False}
#: Characters of one text, as ``operations.publish`` takes them.
LONGEST = 500
TEXTS = ("reason", "legal_basis", "alt_access")


def typed(form, name):
    """Return what was typed in an input, without blanks around it; an empty text where it is missing."""
    value = form.get(name, "")
    return value.strip() if isinstance(value, str) else ""


class Answers:
    """Answers to the checklist and findings answered for.

    Parameters:
        form: inputs of the request.
        rows: ``findings.Row``s as they are numbered on the page.
        person: full name of the editor, who answers for what is let pass.
    """

    def __init__(self, form, rows, person):
        self.form = form
        self.rows = rows
        self.person = person

    @cached_property
    def checklist(self):
        """``{question id: True where such data is present}`` of the questions answered."""
        given = {name: ANSWERS.get(typed(self.form, f"answer.{name}")) for name in QUESTIONS}
        return {name: answer for name, answer in given.items() if answer is not None}

    @property
    def unanswered(self):
        """Ids of the questions that are not answered."""
        return [name for name in QUESTIONS if name not in self.checklist]

    @property
    def present(self):
        """Ids of the questions answered with yes: they block."""
        return [name for name, answer in self.checklist.items() if answer]

    def text(self, row, name):
        """Return what was typed about a finding."""
        return typed(self.form, f"override.{row.number}.{name}")

    @cached_property
    def overridden(self):
        """Pairs of a Row and its Override: those of which anything was typed."""
        found = []
        for row in self.rows:
            texts = {name: self.text(row, name) for name in TEXTS}
            if row.finding.overridable and any(texts.values()):
                found.append((row, Override(row.finding.rule, row.finding.place, self.person, **texts)))
        return found

    @property
    def overrides(self):
        """The Overrides."""
        return [override for _row, override in self.overridden]

    @cached_property
    def faults(self):
        """``{(number of the finding, field): Message}`` of what is wrong with the Overrides."""
        found = faults([row.finding for row in self.rows], self.overrides)
        told = {(self.overridden[each.ordinal][0].number, each.field): _(each.message) for each in found}
        too_long = _("At most ${count} characters.", mapping={"count": LONGEST})
        long = [
            (row.number, name)
            for row, _over in self.overridden
            for name in TEXTS
            if len(self.text(row, name)) > LONGEST
        ]
        return {**told, **dict.fromkeys(long, too_long)}

    @property
    def standing(self):
        """The Findings that block in spite of what was answered for."""
        faulty = {number for number, _name in self.faults}
        sound = [override for row, override in self.overridden if row.number not in faulty]
        return standing([row.finding for row in self.rows], sound)

    @property
    def is_open(self):
        """Whether nothing stands in the way of publishing."""
        return not (self.standing or self.unanswered or self.present)
