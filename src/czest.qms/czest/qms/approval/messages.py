"""Sentences about routes and their templates, for what the rules name by codes and ids."""

from czest.qms import _
from czest.qms.documents.rules import route
from czest.qms.documents.settings import setting
from czest.qms.language.numerals import counted
from czest.qms.organisation.messages import PROBLEMS as ORGANISATION_PROBLEMS
from zope.i18nmessageid import Message


PURPOSES = {
    route.CHECK: _("Check"),
    route.OPINION: _("Opinion"),
    route.APPROVING: _("Approval"),
}

RULES = {
    route.ALL: _("all must sign"),
    route.ANY: _("one of them must sign"),
    route.QUORUM: _("so many of them must sign"),
}

OWNER_HEAD_TITLE = _("Head of the owner unit")
OWNER_HEAD_HINT = _("Found at submit: who heads the owner unit, or the nearest unit above that has a head.")

#: Problems of a template; those that it shares with the organisation have its sentences.
PROBLEMS = {
    **{name: ORGANISATION_PROBLEMS[name] for name in ("required", "too_long", "text_form")},
    **{name: ORGANISATION_PROBLEMS[name] for name in ("unknown_unit", "unknown_post", "unknown_account")},
    "wrong_type": _("The value is of the wrong type."),
    "control": _("Write no control characters."),
    "unknown_field": _("There is no such field."),
    "unknown_kind": _("There is no kind of document ${kind}."),
    "unknown_process": _("There is no process ${process}."),
    "tie": _(
        "The template ${template} applies to the same documents equally closely. Change the kinds, units or processes."
    ),
    "no_stages": _("Add at least one stage."),
    "no_check": _("A route needs a check."),
    "no_approval": _("A route needs an approval."),
    "order": _("Checks and opinions come before approvals."),
    "nobody": _("Name somebody to be asked."),
    "twice": _("The same one is asked twice."),
    "no_participant": _(
        "${text} names nobody. Write owner-head, or post, unit or person with a colon and its identifier."
    ),
    "no_approver": _("The post ${post} does not entitle to approve."),
    "quorum": _("Between 1 and ${count}: no more signatures can be needed than there are people asked."),
    "days": _("Between 1 and ${limit} days."),
    "opinion_without_days": _("An opinion needs days: when they are over, silence counts as no remarks."),
}


#: Problems of an office's text of a letter.
LETTER_PROBLEMS = {
    "required": ORGANISATION_PROBLEMS["required"],
    "lines": _("The subject is one line."),
    "too_long": _("At most ${limit} characters."),
    "control": _("Write no control characters."),
    "malformed": _("${text} is no field. Write a field as a name in braces after a dollar, such as the address."),
    "unknown": _("This letter has no field ${field}. It has: ${fields}."),
    "missing": _("The text must name the field ${field}."),
    "together": _(
        "The field ${field} is not always known: put it into a paragraph of its own, which is left out without it."
    ),
    "alone": _("The field ${field} is a list: put it into a paragraph of its own."),
}


def letter_sentence(problem):
    """Return the translatable sentence for a ``Problem`` of the text of a letter."""
    return Message(LETTER_PROBLEMS[problem.code], mapping=problem.values)


def sentence(problem):
    """Return the translatable sentence for a ``Problem`` of a template."""
    return Message(PROBLEMS[problem.code], mapping=problem.values)


def notes_of(stage):
    """Return what is to be known of a stage besides who is asked, as a list of Messages.

    Parameters:
        stage: a ``Stage`` of a route or a ``TemplateStage`` made like one.
    """
    notes = []
    if len(stage.participants) > 1:
        quorum = _("${count} of them must sign", mapping={"count": stage.needed})
        notes.append(quorum if stage.rule == route.QUORUM else RULES[stage.rule])
    if stage.in_sequence and len(stage.participants) > 1:
        notes.append(_("one after another"))
    if stage.days:
        notes.append(counted(stage.days, _("${count} day"), _("${count} days (few)"), _("${count} days (many)")))
    if stage.purpose == route.OPINION and setting("silence_ends_opinions"):
        notes.append(_("silence counts as no remarks"))
    return notes
