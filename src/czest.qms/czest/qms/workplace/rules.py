"""Order and urgency of tasks."""

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
