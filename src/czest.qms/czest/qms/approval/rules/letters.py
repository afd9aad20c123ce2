"""The letters of routes and of the optional states as they are shipped."""

from czest.qms.approval.rules.letter_texts import ABOUT_EDITION
from czest.qms.approval.rules.letter_texts import Letter
from czest.qms.documents.files.findings import _


BEHALF, DEADLINE, ADDRESS = _("On behalf of: ${behalf}."), _("Deadline: ${day}."), "${address}"

#: Id → letter, in the order in which they are shown.
LETTERS = {
    letter.id: letter
    for letter in (
        Letter(
            "agreement",
            _("To those who are asked for agreement"),
            _("For agreement: ${edition}"),
            (_("You are asked for agreement: ${edition}."), BEHALF, DEADLINE, ADDRESS),
            (*ABOUT_EDITION, "day"),
            ("behalf",),
        ),
        Letter(
            "agreement_over",
            _("To the authors when all have answered or the day has passed"),
            _("Agreement over: ${edition}"),
            (_("All whom you asked for agreement have answered, or their day has passed: ${edition}."), ADDRESS),
        ),
        Letter(
            "formal_check",
            _("To the quality officer who is asked for a formal check"),
            _("To check formally: ${edition}"),
            (_("You are asked for a formal check: ${edition}."), DEADLINE, ADDRESS),
            ABOUT_EDITION,
            ("day",),
        ),
        Letter(
            "formally_right",
            _("To the authors of a draft that is formally right"),
            _("Formally right: ${edition}"),
            (_("Your draft is formally right: ${edition}."), _("You can submit it for review."), ADDRESS),
        ),
        Letter(
            "check",
            _("To those who are asked to check"),
            _("To check: ${edition}"),
            (_("You are asked to check: ${edition}."), BEHALF, DEADLINE, ADDRESS),
            ABOUT_EDITION,
            ("behalf", "day"),
        ),
        Letter(
            "opinion",
            _("To those who are asked for an opinion"),
            _("For an opinion: ${edition}"),
            (_("You are asked for an opinion: ${edition}."), BEHALF, DEADLINE, ADDRESS),
            ABOUT_EDITION,
            ("behalf", "day"),
        ),
        Letter(
            "approval",
            _("To those who are asked to approve"),
            _("To approve: ${edition}"),
            (_("You are asked to approve: ${edition}."), BEHALF, DEADLINE, ADDRESS),
            ABOUT_EDITION,
            ("behalf", "day"),
        ),
        Letter(
            "returned",
            _("To the authors of an edition that is a draft again"),
            _("To correct: ${edition}"),
            (_("Your edition is a draft again: ${edition}."), _("The reason is shown there."), ADDRESS),
        ),
        Letter(
            "remind_before",
            _("To those who are asked, before the deadline"),
            _("Deadline on ${day}: ${edition}"),
            (_("A task waits for you: ${edition}."), BEHALF, DEADLINE, ADDRESS),
            (*ABOUT_EDITION, "day"),
            ("behalf",),
        ),
        Letter(
            "remind_after",
            _("To those who are asked, after the deadline"),
            _("Past the deadline: ${edition}"),
            (_("A task waits for you: ${edition}."), BEHALF, _("The deadline has passed: ${day}."), ADDRESS),
            (*ABOUT_EDITION, "day", "days"),
            ("behalf",),
        ),
        Letter(
            "escalate",
            _("To the quality officers when a deadline has long passed"),
            _("Stuck: ${edition}"),
            (_("Past the deadline since ${day} (days: ${days}): ${edition}."), _("It waits for: ${who}."), ADDRESS),
            (*ABOUT_EDITION, "day", "days", "who"),
        ),
    )
}
