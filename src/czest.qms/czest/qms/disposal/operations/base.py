"""What the operations on lists share."""

from czest.qms import _
from czest.qms import clock
from czest.qms.disposal.rules.consents import answer_problems
from czest.qms.disposal.rules.steps import is_possible
from czest.qms.disposal.rules.steps import states_for
from czest.qms.disposal.sentences import about
from czest.qms.disposal.sentences import sentence_of
from czest.qms.disposal.work import begin
from czest.qms.documents.content import state_of
from czest.qms.language.dates import long_date
from czest.qms.operations.base import Operation
from czest.qms.operations.interfaces import IStateOf
from czest.qms.operations.roles import ARCHIVIST


#: The permission of this room.
DISPOSE = "czest.qms: Dispose of records"


class ListOperation(Operation):
    """An operation of the archivist on a list whose state must allow it."""

    permission = DISPOSE
    who = (ARCHIVIST,)

    def __init_subclass__(cls, **arguments):
        super().__init_subclass__(**arguments)
        cls.possible_in = states_for(cls.id)

    def state_refusal(self):
        content = self.context
        if not is_possible(self.id, content.kind, state_of(content)):
            return _(
                "Not possible now: list ${symbol} is in the state ${state}.",
                mapping={"symbol": content.symbol, "state": IStateOf(content).word},
            )
        if content.work is not None and self.id != "drop":
            return _("Not possible now: list ${symbol} is still being worked on.", mapping={"symbol": content.symbol})
        return None


def check_rows(content, field, numbers):
    """Each number names a row of which nothing was decided yet."""
    if not numbers:
        return []
    problems = answer_problems(numbers, len(content.rows))
    if problems:
        return [(field, sentence_of(problem)) for problem in problems]
    return [
        (field, _("Row ${number} was excluded or dealt with before.", mapping={"number": str(number)}))
        for number in numbers
        if not content.is_open_row(number)
    ]


def check_day(field, day, earliest):
    """A day has come, and is not before another one."""
    if day is None:
        return []
    if day > clock.today():
        return [(field, _("The day has not come yet: today is ${day}.", mapping={"day": long_date(clock.today())}))]
    if day < earliest:
        return [(field, _("The day is before ${day}.", mapping={"day": long_date(earliest)}))]
    return []


def open_rows(content, without=()):
    """Return the numbers of the rows of which nothing was decided, those ``without`` left out."""
    return [number for number in content.rows if content.is_open_row(number) and number not in without]


def exclude(content, numbers, by, reason, operation):
    """Exclude rows and let their records go back to where they were filed.

    Parameters:
        content: the list.
        numbers: numbers of rows of which nothing was decided yet.
        by: ``archive`` or ``office``.
        reason: text.
        operation: id of the operation.
    """
    for number in numbers:
        content.excluded[number] = {"by": by, "day": clock.today(), "reason": reason}
        content.skipped.pop(number, None)
    begin(content, "returning", operation, numbers, reason)


def about_rows(content, problems):
    """Return the Messages that tell of problems of rows.

    Parameters:
        content: the list.
        problems: pairs of a number and an iterable of ``Problem``.
    """
    return [
        about(f"{number} ({content.rows[number].symbol})", problem) for number, found in problems for problem in found
    ]
