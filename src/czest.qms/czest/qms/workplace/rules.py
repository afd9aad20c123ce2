"""Order and urgency of tasks, and the letter with the daily list of them."""

from czest.qms.approval.rules.letter_texts import Letter
from czest.qms.approval.rules.letters import ADDRESS
from czest.qms.documents.files.findings import _
import datetime


#: Days within which a task is to be done soon.
SOON = 7

LATE, DUE_SOON, LATER, OPEN = URGENCIES = ("late", "soon", "later", "open")


def urgency(due, today):
    """Return how urgent a task is: ``late``, ``soon`` (within a week), ``later``, or ``open`` without a last day.

    Parameters:
        due: last day of the task, or None.
        today: date in the office.
    """
    if due is None:
        return OPEN
    if due < today:
        return LATE
    return DUE_SOON if (due - today).days < SOON else LATER


def order(task):
    """Return the key of a task: the oldest deadline first; without one, the longest waiting first.

    Parameters:
        task: has ``due``, ``since`` (dates or None) and ``symbol``.
    """
    return (task.due or datetime.date.max, task.since or datetime.date.max, task.symbol)


def day(stored):
    """Return the date of a stored day, rrrr-mm-dd, or None where there is none."""
    return datetime.date.fromisoformat(stored) if stored else None


#: The daily list as it is shipped; ``waiting`` says how many tasks wait, ``count`` is their number.
DAILY_LIST = Letter(
    "daily_list",
    _("To those who want one list of their tasks every day"),
    "${waiting}",
    ("${tasks}", ADDRESS),
    ("waiting", "count", "address"),
    lists=("tasks",),
    required=("tasks", "address"),
)

#: How much of the description of a change a task shows.
LINES, LETTERS = 4, 280


def shortened(text):
    """Return the first lines of a text, without marks of a list before them; what is cut off ends in an ellipsis.

    Empty lines count for nothing. All lines together have at most ``LETTERS`` characters, ellipsis not counted.
    """
    lines = [line for line in (raw.strip().lstrip("-–—•*·").strip() for raw in text.splitlines()) if line]
    found, left = [], LETTERS
    for line in lines[:LINES]:
        if len(line) > left:
            found.append(f"{line[:left].rpartition(' ')[0] or line[:left]}…")
            return found
        found.append(line)
        left -= len(line)
    if len(lines) > LINES:
        found[-1] += " …"
    return found
