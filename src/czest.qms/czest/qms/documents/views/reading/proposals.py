"""Proposals of change with their answers: one's own, or all for those who may answer."""

from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.language.dates import day_of


#: Whoever may open a revision answers proposals, and so sees all of them.
ANSWERING_PERMISSION = "czest.qms: Open revision"


def proposals(facts):
    """Return the proposals that the person may see, newest first.

    Each is a dict with ``number``, ``who`` (a Person, None for one's own), ``day``, ``text``, ``answer`` (or None) and
    ``answered`` (day of the answer, or None).
    """
    answers = facts.may(ANSWERING_PERMISSION, facts.document)
    return [
        {
            "number": proposal["number"],
            "who": None if proposal["login"] == facts.login else facts.person(proposal["login"]),
            "day": long_date(day_of(proposal["time"])),
            "text": proposal["proposal"],
            "answer": proposal["answer"],
            "answered": long_date(day_of(proposal["answered_at"])) if proposal["answer"] else None,
        }
        for proposal in reversed(facts.document.proposals)
        if answers or proposal["login"] == facts.login
    ]
