"""When the database is purged of what was destroyed."""

import datetime


#: Hours of the night in the office in which nobody is disturbed: from the first up to, but not including, the last.
NIGHT = (0, 5)

#: After this a purge does not wait for the night any more: a worker that stands still at night would never purge.
LONGEST_WAIT = datetime.timedelta(hours=24)

#: Pause after a purge that failed.
PAUSE = datetime.timedelta(hours=1)


def is_due(requested, failed, now):
    """Tell whether a purge is to be begun.

    Parameters:
        requested: when something was first destroyed since the last purge; None for never.
        failed: when the last purge failed, or None.
        now: the present moment, in the time zone of the office.
    """
    if requested is None or (failed is not None and now - failed < PAUSE):
        return False
    return NIGHT[0] <= now.hour < NIGHT[1] or now - requested >= LONGEST_WAIT
