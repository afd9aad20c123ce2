"""Rules of review and approval: four eyes, and when a stage is complete (SIG-2, SIG-5)."""

from czest.qms.documents.rules.signatures import standing


def breaks_four_eyes(login, authors):
    """Tell whether a person would review or approve what is his own work (SIG-5)."""
    return login in authors


def signers(signatures, act, digest):
    """Return the logins whose signature of this kind stands on this content."""
    return {signature["login"] for signature in standing(signatures, act, digest)}


def missing(people, signatures, act, digest):
    """Return the people of a stage who have not signed yet, in the order of the route."""
    signed = signers(signatures, act, digest)
    return [login for login in people if login not in signed]


def is_complete(people, signatures, act, digest):
    """Tell whether everybody of a stage has signed; a stage of nobody is never complete."""
    return bool(people) and not missing(people, signatures, act, digest)


def voided(signatures, reason):
    """Return the signatures, all void, the reason kept with those that were valid."""
    return tuple(
        signature if signature["void"] else {**signature, "void": True, "void_reason": reason}
        for signature in signatures
    )


def route_problems(reviewers, approvers, authors):
    """Return what keeps an edition from being submitted, as ``(field, problem)`` pairs.

    Problems: ``nobody`` – the stage has no people; ``author`` – an author is among them.
    """
    problems = []
    for field, people in (("reviewers", reviewers), ("approvers", approvers)):
        if not people:
            problems.append((field, "nobody"))
        if any(breaks_four_eyes(login, authors) for login in people):
            problems.append((field, "author"))
    return problems


def earliest_day(today):
    """Return the earliest day on which an edition approved today may come into force."""
    return today


def day_of_effect(asked, planned, today):
    """Return the day on which an edition approved today comes into force.

    Parameters:
        asked: date given with the approval, or None.
        planned: date planned in the edition, or None.
        today: date in the office.

    Raises:
        ValueError: when that day is past; the approver must give a new one.
    """
    day = asked or planned or today
    if day < earliest_day(today):
        raise ValueError(day)
    return day
