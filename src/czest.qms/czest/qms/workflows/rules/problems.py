"""What is wrong with adjustments, and what an imported or a live definition would let in."""

from czest.qms.documents.files.findings import _
from dataclasses import dataclass
from dataclasses import field


__all__ = ["_", "Door", "LetterProblem", "Problem", "Refused", "WRONG_TYPE", "UNKNOWN"]

WRONG_TYPE = _("The value is of the wrong type.")
UNKNOWN = _("There is no ${name} that could be adjusted.")


@dataclass(frozen=True)
class Problem:
    """One reason why adjustments are refused.

    Parameters:
        field: where, as keys of the plain form with dots between them, such as ``words.Draft.pl``.
        message: English sentence, which is also the message id; may hold ``${name}`` places.
        mapping: texts for the places of the message.
    """

    field: str
    message: str
    mapping: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Door(Problem):
    """A difference from the shipped definition that no office may make: it would weaken what the product promises."""


@dataclass(frozen=True)
class LetterProblem:
    """What is wrong with the text of a letter.

    Parameters:
        field: where, as in :class:`Problem`.
        about: ``Problem`` of ``approval.rules.letter_texts``.
    """

    field: str
    about: object


class Refused(ValueError):
    """Adjustments that cannot be made.

    Parameters:
        problems: non-empty tuple of :class:`Problem`, of :class:`LetterProblem`, or of problems of a template.
    """

    def __init__(self, problems):
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.field for problem in self.problems))
