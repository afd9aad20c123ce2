"""When the journal of the bulletin is to be looked through."""

from czest.qms.publication.journal.rules.working_days import next_working_day


def review_due(oldest, today):
    """Return the last day to look through the journal while that is a task, else None.

    What happened on a day is looked at on the next working day; on that day it becomes a task.

    Parameters:
        oldest: day of the oldest row that nobody has looked at, or None.
        today: date.
    """
    if oldest is None:
        return None
    due = next_working_day(oldest)
    return due if due <= today else None
