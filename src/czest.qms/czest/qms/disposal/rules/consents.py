"""The answer of the state archive: consent, refusal, exclusions (§ 9 ust. 1, § 10–12 of the regulation; ARCH-6, ARCH-8)."""

from czest.qms.disposal.rules.problems import Problem


def consent_problems(consent, listing, day):
    """Return what is wrong with a consent, as a tuple of ``Problem``.

    Parameters:
        consent: a ``Consent``.
        listing: the ``Listing`` it answers.
        day: date in the office.
    """
    found = []
    if not consent.number.strip():
        found.append(Problem("no_consent_number"))
    if consent.day is None:
        found.append(Problem("no_consent_day"))
    elif consent.day < listing.drawn_up_on:
        found.append(Problem("consent_before_list"))
    elif consent.day > day:
        found.append(Problem("consent_in_future"))
    return tuple(found)


def answer_problems(numbers, count):
    """Return what is wrong with the rows that an answer names, as a tuple of ``Problem``.

    Parameters:
        numbers: numbers of the rows (lp.) that are excluded or refused.
        count: how many rows the list has.
    """
    if not count:
        return (Problem("list_has_no_rows"),)
    return (Problem("unknown_row"),) if any(not 1 <= number <= count for number in numbers) else ()


def outcome(numbers, count):
    """Return the state of a list after an answer: ``consented``, ``partly`` or ``refused``.

    Parameters:
        numbers: numbers of the rows that are excluded, each of them on the list.
        count: how many rows the list has.
    """
    excluded = len(set(numbers))
    if not excluded:
        return "consented"
    return "refused" if excluded == count else "partly"


def after_refusal(state, left):
    """Return the state of a list after the archive refused some of its rows, or all (§ 10 and 11 of the regulation).

    Parameters:
        state: state id of the list before.
        left: how many rows are left that were neither refused nor excluded.
    """
    if not left:
        return "refused"
    return "partly" if state == "consented" else state
