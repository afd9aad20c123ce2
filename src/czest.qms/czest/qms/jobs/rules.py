"""When a message is sent, sent again, given up, and forgotten."""

import datetime


WAITING, SENDING, UNKNOWN, FAILED = STATES = ("waiting", "sending", "unknown", "failed")
#: States of a message that nobody sends any more unless a person says so.
UNSENT = frozenset({UNKNOWN, FAILED})

#: How long a key is known, so that it makes no second message, and how long what was not sent is kept.
KEPT_FOR = datetime.timedelta(days=30)
#: After this a message that waits is news no more: it is given up.
NEWS_FOR = datetime.timedelta(days=7)
#: After this nobody is sending a message any more that is marked so: whoever did has crashed.
CRASHED_AFTER = datetime.timedelta(minutes=10)

#: How often a mail server may refuse a message.
ATTEMPTS = 8
#: Pause after the first refusal; doubled after each further one, up to the longest.
FIRST_PAUSE = datetime.timedelta(minutes=5)
LONGEST_PAUSE = datetime.timedelta(hours=4)

#: The same where the mail server itself is out of order.
FIRST_SERVER_PAUSE = datetime.timedelta(minutes=1)
LONGEST_SERVER_PAUSE = datetime.timedelta(minutes=15)


def pause(refusals):
    """Return how long a message waits after it was refused for the ``refusals``-th time; None to give it up."""
    return None if refusals >= ATTEMPTS else _doubled(FIRST_PAUSE, LONGEST_PAUSE, refusals)


def server_pause(troubles):
    """Return how long a mail server is left alone after its ``troubles``-th trouble in a row."""
    return _doubled(FIRST_SERVER_PAUSE, LONGEST_SERVER_PAUSE, troubles)


def _doubled(first, longest, times):
    # The power is bounded: a server may be out of order for weeks.
    return min(first * 2 ** min(times - 1, 10), longest)


def is_ready(state, not_before, now):
    """Tell whether a message may be sent now."""
    return state == WAITING and not_before <= now


def became(state, put, marked, now):
    """Return the state to which time alone brings a message.

    Parameters:
        state: the present one.
        put: when the message was put into the outbox.
        marked: when somebody began to send it, or None.
        now: the present moment.
    """
    if state == SENDING and now - marked > CRASHED_AFTER:
        return UNKNOWN
    if state == WAITING and now - put > NEWS_FOR:
        return FAILED
    return state


def is_forgotten(put, now):
    """Tell whether a key, or what was not sent, is thrown away."""
    return now - put > KEPT_FOR
