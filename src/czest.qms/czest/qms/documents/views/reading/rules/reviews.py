"""When a document must be reviewed (PR-6)."""

import calendar


def next_review(day, months):
    """Return the day by which a document must be reviewed.

    Parameters:
        day: date since which its edition is in force.
        months: review interval.

    Returns:
        The same day of the month that many months later, or the last day of a shorter month.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))
