"""Sentences for what the rules of pages and accessibility requests name by codes."""

from czest.qms import _
from czest.qms.organisation import messages
from zope.i18nmessageid import Message


PROBLEMS = {
    "one_line": _("The text must be one line without special characters."),
    "control_characters": _("The text holds characters that cannot be shown."),
    "nothing_changed": _("Nothing has been changed."),
    "email_form": _("${text} is no e-mail address. Write it as name@example.pl."),
    "phone_form": _("${text} is no telephone number. Write digits and spaces, for example 34 370 71 00."),
    "address_form": _("${text} is no address of a page. Write it whole, beginning with https://."),
    "day_ahead": _("The day has not come yet."),
    "conformant_with_gaps": _(
        "A site that conforms has nothing to list here. Empty the field, or choose another status."
    ),
    "gaps_missing": _("Say what is not accessible, or is not covered, or costs too much."),
    "before_published_on": _("The day is before the publication of the site."),
    "before_prepared_on": _("The day is before the declaration was prepared."),
    "incomplete_declaration": _("The declaration is not complete. Fill it in first."),
    "before_request": _("The day is before the request."),
    "not_longer": _("The day is within the 7 days that there are anyhow."),
    "too_far": _("The deadline may be set to ${day} at the latest: two months from the request."),
}


def sentence(problem):
    """Return what is said of a Problem, a Message."""
    if problem.code in PROBLEMS:
        return Message(PROBLEMS[problem.code], mapping=problem.values)
    return messages.sentence(problem)
