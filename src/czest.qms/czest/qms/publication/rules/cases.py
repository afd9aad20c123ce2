"""The life of one publication: from the request to the stub, and who may do what (BIP-2, RODO-4)."""

from datetime import date
from datetime import timedelta


REQUESTED, SCHEDULED, PUBLISHED = "requested", "scheduled", "published"
REFUSED, LAPSED, ARCHIVED, WITHDRAWN = "refused", "lapsed", "archived", "withdrawn"

#: State → the states that may follow it.
STEPS = {
    REQUESTED: frozenset({SCHEDULED, PUBLISHED, REFUSED, LAPSED}),
    SCHEDULED: frozenset({PUBLISHED, REFUSED, LAPSED}),
    PUBLISHED: frozenset({ARCHIVED, WITHDRAWN}),
    ARCHIVED: frozenset({WITHDRAWN}),
    REFUSED: frozenset(),
    LAPSED: frozenset(),
    WITHDRAWN: frozenset(),
}

#: A decision is still to be made, or to take effect.
OPEN = frozenset({REQUESTED, SCHEDULED})
#: Something of it is on the public side.
PUBLIC = frozenset({PUBLISHED, ARCHIVED, WITHDRAWN})

#: Why somebody may not decide.
AUTHOR, REQUESTER = "author", "requester"


class ImpossibleStep(ValueError):
    """A case cannot go from its state to the other."""


def require_step(state, following):
    """Check a step in the life of a case.

    Raises:
        ImpossibleStep: when the state does not lead there.
    """
    if following not in STEPS[state]:
        raise ImpossibleStep(f"{state} → {following}")


def decider_refusal(login, author_set, requested_by):
    """Return why a person may not decide on a publication (four eyes), or None.

    Parameters:
        login: the person.
        author_set: logins of those who wrote what is to be published.
        requested_by: login of whoever asked for it.
    """
    if login in author_set:
        return AUTHOR
    return REQUESTER if login == requested_by else None


def usual_end(day, years):
    """Return the usual last day in the bulletin: the last of December, some whole years after the year of a day."""
    return date(day.year + years, 12, 31)


def decide_by(requested_on, days):
    """Return the last day to decide on a request.

    Parameters:
        requested_on: date on which it was asked for.
        days: that the office gives itself.
    """
    return requested_on + timedelta(days=days)


def is_over(until, today):
    """Tell whether the last day in the bulletin has passed.

    Parameters:
        until: ``YYYY-MM-DD``, or empty for no end.
        today: date.
    """
    return bool(until) and date.fromisoformat(until) < today


def ends_soon(until, today, days=30):
    """Tell whether the last day in the bulletin is near."""
    return bool(until) and today <= date.fromisoformat(until) <= today + timedelta(days=days)
