"""*Gdzie jest*: the five steps of the open edition in words."""

from czest.qms import _
from czest.qms.appearance.states import state
from czest.qms.documents.history import moves_of
from czest.qms.documents.interfaces import IRouteAhead
from czest.qms.documents.rules.optional_states import OPTIONAL_STATES
from czest.qms.documents.rules.route import PERSON
from czest.qms.documents.rules.route import title_of
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.rules.signatures import SIGNED_IN
from czest.qms.documents.views.reading.people import post_of
from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.documents.views.reading.rules.dates import short_date
from czest.qms.documents.views.reading.rules.steps import steps
from czest.qms.language.dates import office_day
from czest.qms.language.numerals import counted
from czest.qms.language.office_words import is_adjusted


WORDS = {
    "draft": _("Draft"),
    "in_agreement": _("Agreement"),
    "in_formal_check": _("Formal check"),
    "in_review": _("Review"),
    "pending_approval": _("Approval"),
    "approved": _("Waiting for the day"),
    "in_force": _("In force"),
}


def steps_now(facts, edition):
    """Return the steps of the open edition, each a dict with ``word``, ``position`` and ``notes``."""
    found = steps(moves_of(edition), facts.state_of(edition))
    return [
        {"word": word_of(step.state), "position": step.position, "notes": notes_of(step, facts, edition)}
        for step in found
    ]


def word_of(state_id):
    """Return what a step is called: the office's own word for the state where it has one."""
    word = state(state_id).word
    return word if is_adjusted(word) else WORDS[state_id]


def notes_of(step, facts, edition):
    """Return the small words beside a step, as a list of texts and Messages."""
    if step.position == "done":
        return [period(step, facts.today)] if step.since else []
    if step.position == "present":
        return present_notes(step, facts, edition)
    if step.state == "pending_approval":
        return [post_asked(facts.directory, asked) for asked in asked_to_approve(edition)]
    if step.state == "approved":
        return [long_date(edition.effective_from)] if edition.effective_from else []
    if step.state == "in_force" and facts.in_force is not None:
        return [_("will supersede edition ${number}", mapping={"number": facts.in_force.number})]
    return []


def present_notes(step, facts, edition):
    """Return since when the edition stands here, for how long, and how many have signed."""
    notes = []
    if step.since:
        notes.append(_("since ${day}", mapping={"day": day_in_sentence(step.since, facts.today)}))
        days = (facts.today - office_day(step.since)).days
        if days:
            notes.append(counted(days, _("${count} day"), _("${count} days (few)"), _("${count} days (many)")))
    if step.state in SIGNED_IN:
        notes += notes_of_stage(edition, facts.today)
    elif edition.consultation is not None and step.state in OPTIONAL_STATES:
        notes += notes_of_consultation(edition.consultation, facts.today)
    return notes


def notes_of_consultation(consultation, today):
    """Return how many of those asked have answered, where several are, and until when they may."""
    asked, waiting = len(consultation.participants), len(consultation.waiting)
    notes = [_("${done} of ${all}", mapping={"done": asked - waiting, "all": asked})] if asked > 1 else []
    return notes + notes_of_deadline(consultation.due, today)


def notes_of_stage(edition, today):
    """Return how many of those needed have signed the running stage, and until when it runs."""
    course = edition.course
    stage = course.current
    notes = [_("${done} of ${all}", mapping={"done": len(course.signed(stage)), "all": stage.needed})]
    return notes + notes_of_deadline(stage.due, today)


def notes_of_deadline(due, today):
    """Return until when something runs, in a list; empty where it has no deadline."""
    if due is None:
        return []
    mapping = {"day": short_date(due)}
    return [_("was due by ${day}", mapping=mapping) if due < today else _("until ${day}", mapping=mapping)]


def asked_to_approve(edition):
    """Return those who approve: by the route, or those proposed while there is none."""
    stages = edition.route or IRouteAhead(edition).stages()
    return [asked for stage in stages if stage.act == APPROVAL for asked in stage.participants]


def post_asked(directory, asked):
    """Return the title of a post or unit that is asked, or the post of a person."""
    return (
        post_of(directory, asked.id, "approver") if asked.kind == PERSON else title_of(asked, directory.organisation())
    )


def period(step, today):
    """Return the days of a finished step: "12–18 listopada"."""
    since, until = office_day(step.since), office_day(step.until or step.since)
    last = day_in_sentence(step.until or step.since, today)
    if since == until:
        return last
    if (since.year, since.month) == (until.year, until.month):
        return f"{since.day}–{last}"
    return f"{day_in_sentence(step.since, today)} – {last}"


def day_in_sentence(moment, today):
    """Return a day, with its year only when that is another than the present one."""
    day = office_day(moment)
    return short_date(day) if day.year == today.year else long_date(day)
