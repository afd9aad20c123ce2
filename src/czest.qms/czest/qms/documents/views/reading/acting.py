"""*Kto teraz działa*: everybody of the present stage, and whom it lacks."""

from czest.qms import _
from czest.qms.documents.rules.signatures import SIGNED_IN
from czest.qms.documents.rules.signatures import stage
from czest.qms.documents.views.reading.people import signer
from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.documents.views.reading.rules.dates import short_date
from czest.qms.language.dates import day_of


#: State → field of the route with its people, and the entitlement their posts must give.
STAGES = {"in_review": ("reviewers", "reviewer"), "pending_approval": ("approvers", "approver")}


def people_now(facts, edition):
    """Return ``people`` of the present stage, ``lacks`` (sentences) and ``officers`` to turn to when it lacks some."""
    state_id = facts.state_of(edition)
    if state_id in STAGES:
        people, lacks = people_of_stage(facts, edition, state_id)
    elif state_id == "draft":
        people, lacks = authors(facts, edition)
    else:
        people, lacks = [waiting_for_the_day(edition)], []
    return {"people": people, "lacks": lacks, "officers": officers(facts) if lacks else []}


def people_of_stage(facts, edition, state_id):
    """Return reviewers or approvers: done with their remark, or waiting; and sentences about those who have left."""
    field, entitlement = STAGES[state_id]
    people, lacks = [], []
    for login, signature in stage(getattr(edition, field), edition.signatures, SIGNED_IN[state_id], edition.digest):
        if signature is not None:
            people.append(done(signature, login == facts.login))
            continue
        somebody = facts.person(login, entitlement)
        if not facts.directory.is_entitled(login, entitlement):
            lacks.append(lack(somebody))
        people.append(waiting(somebody, login == facts.login))
    return people, lacks


def done(signature, is_mine):
    """Return the view-model of a person who has signed."""
    somebody = signer(signature)
    mapping = {"day": short_date(day_of(signature["time"]))}
    note = _("no remarks, ${day}", mapping=mapping)
    if signature["comment"]:
        note = _("with a remark, ${day}", mapping=mapping)
    return acting(somebody, note, "check-circle-fill", waits=False, is_mine=is_mine)


def waiting(somebody, is_mine):
    """Return the view-model of a person whose turn it is."""
    note = _("holds no such post any more") if somebody.has_left else _("to sign")
    return acting(somebody, note, "hourglass-split", waits=True, is_mine=is_mine)


def authors(facts, edition):
    """Return the authors of a draft; somebody of them must still be there."""
    people = [facts.person(login, "author") for login in edition.authors]
    lacks = [lack(somebody) for somebody in people] if all(somebody.has_left for somebody in people) else []
    note = _("writes the draft")
    return [acting(one, note, "pencil-fill", waits=True, is_mine=one.login == facts.login) for one in people], lacks


def waiting_for_the_day(edition):
    """Return the line of an approved edition: nobody has to act."""
    mapping = {"day": long_date(edition.effective_from)}
    return {
        "heading": _("Nobody"),
        "detail": "",
        "note": _("comes into force by itself on ${day}", mapping=mapping),
        "icon": "calendar-check-fill",
        "waits": False,
        "is_mine": False,
    }


def acting(somebody, note, icon, *, waits, is_mine):
    """Return the view-model of one person."""
    return {
        "heading": somebody.heading,
        "detail": somebody.detail,
        "note": note,
        "icon": icon,
        "waits": waits,
        "is_mine": is_mine and waits,
    }


def lack(somebody):
    """Return the sentence that names a person who can no longer act."""
    mapping = {"person": ", ".join(part for part in (somebody.heading, somebody.detail) if part)}
    return _("Lacking: ${person} can no longer act here.", mapping=mapping)


def officers(facts):
    """Return the quality officers of today, who can put somebody else in place."""
    logins = sorted(facts.directory.entitled("quality_officer"))
    return [facts.person(login, "quality_officer") for login in logins]
