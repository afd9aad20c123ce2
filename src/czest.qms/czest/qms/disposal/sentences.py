"""What is told of a problem: one sentence, with the article it comes from."""

from czest.qms import _
from czest.qms.language.dates import long_date


#: Code of a problem → Message; ``${day}`` is filled in where the problem has one.
SENTENCES = {
    "archival": _("Archival material (category A) is never destroyed: it goes to the state archive (${article})."),
    "not_archival": _("Only category A goes to the state archive (${article})."),
    "closed_in_future": _("The day on which the case was closed has not come yet: ${day} (${article})."),
    "consent_before_list": _("The consent is older than the list (${article})."),
    "consent_in_future": _("The day of the consent has not come yet (${article})."),
    "excluded": _("The row was excluded from the list (${article})."),
    "list_has_no_rows": _("The list has no rows (${article})."),
    "no_consent_day": _("The date of the archive's consent is missing (${article})."),
    "no_consent_number": _("The sign of the archive's consent is missing (${article})."),
    "no_schedule": _("The schedule is missing: without class and category nothing is disposed of (${article})."),
    "not_appraised": _("The archive has not appraised records of category BE yet (${article})."),
    "not_closed": _("The case is not closed: its years are not counted yet (${article})."),
    "not_due": _("The time of keeping is not over: due from ${day} (${article})."),
    "not_filed": _("The record is not filed (${article})."),
    "not_on_this_list": _("The record is not on this list any more (${article})."),
    "on_another_list": _("The record is on another list (${article})."),
    "on_hold": _("The record is on hold until ${day}; a hold wins over every list (${article})."),
    "other_kind": _("A list holds records of one kind only; this one is of another category (${article})."),
    "published": _("The record is shown in the bulletin: it is taken off there first (${article})."),
    "refused": _("The archive refused its consent (${article})."),
    "unknown_row": _("There is no such row on the list (${article})."),
}

ON_HOLD_WITHOUT_END = _("The record is on hold; a hold wins over every list (${article}).")


def sentence_of(problem):
    """Return the Message that tells of a ``rules.problems.Problem``."""
    mapping = {"article": problem.citation}
    if problem.day is None:
        message = ON_HOLD_WITHOUT_END if problem.code == "on_hold" else SENTENCES[problem.code]
        return _(message, mapping=mapping)
    return _(SENTENCES[problem.code], mapping={**mapping, "day": long_date(problem.day)})


def about(subject, problem):
    """Return the Message that tells of a problem of a record or a row.

    Parameters:
        subject: symbol of the record, or number of the row.
        problem: a ``rules.problems.Problem``.
    """
    return _("${subject}: ${sentence}", mapping={"subject": str(subject), "sentence": sentence_of(problem)})
