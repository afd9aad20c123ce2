"""*Kto teraz działa*: everybody of the present stage, and whom it lacks."""

from czest.qms import _
from czest.qms.documents.rules.lifecycle import STATES_BEFORE_ROUTE
from czest.qms.documents.rules.optional_states import AGREED
from czest.qms.documents.rules.optional_states import OPTIONAL_STATES
from czest.qms.documents.rules.optional_states import WITH_REMARKS
from czest.qms.documents.rules.route import PERSON
from czest.qms.documents.rules.route import POST
from czest.qms.documents.rules.route import title_of
from czest.qms.documents.rules.signatures import APPROVAL
from czest.qms.documents.rules.signatures import REVIEW
from czest.qms.documents.rules.signatures import SIGNED_IN
from czest.qms.documents.views.reading.people import Person
from czest.qms.documents.views.reading.people import signer
from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.documents.views.reading.rules.dates import short_date
from czest.qms.language.dates import day_of
from czest.qms.organisation.rules.organisation import unit_group
from dataclasses import replace


#: The entitlement by which a person's post is chosen, by kind of signature.
ENTITLEMENTS = {REVIEW: "reviewer", APPROVAL: "approver"}
#: Answer in an agreement → what is said of who gave it.
ANSWERS = {AGREED: _("agreed, no remarks"), WITH_REMARKS: _("agreed with remarks")}
#: How many members of a post or unit are named.
NAMED = 3


def people_now(facts, edition):
    """Return ``people`` of the present stage, ``lacks`` (sentences) and ``officers`` to turn to when it lacks some."""
    state_id = facts.state_of(edition)
    if state_id in SIGNED_IN:
        people, lacks = people_of_stage(facts, edition)
    elif state_id in OPTIONAL_STATES and edition.consultation.waiting:
        people, lacks = people_of_consultation(facts, edition.consultation)
    elif state_id in STATES_BEFORE_ROUTE:
        people, lacks = authors(facts, edition)
    else:
        people, lacks = [waiting_for_the_day(edition)], []
    return {"people": people, "lacks": lacks, "officers": officers(facts) if lacks else []}


def people_of_stage(facts, edition):
    """Return those asked in the running stage: done with their remark, or waiting; and sentences about those who left."""
    course = edition.course
    stage = course.current
    signed, waiting = course.signed(stage), course.waiting(stage)
    people, lacks = [], []
    for asked in stage.participants:
        if asked in signed:
            people.append(done(signed[asked], signed[asked]["login"] == facts.login))
            continue
        somebody = somebody_asked(facts, asked, stage)
        if somebody.has_left and asked in waiting:
            lacks.append(lack(somebody))
        people.append(still_to_sign(somebody, facts, is_turn=asked in waiting))
    return people, lacks


def people_of_consultation(facts, consultation):
    """Return those asked before the route begins: with their answer, or waiting; and who of them cannot answer."""
    people, lacks = [], []
    for asked in consultation.participants:
        somebody, answer = post_or_unit(facts, asked), consultation.answers.get(asked.key)
        if answer is not None:
            note = ANSWERS[answer["answer"]]
            people.append(acting(somebody, note, "check-circle-fill", waits=False, is_mine=False))
            continue
        if somebody.has_left:
            lacks.append(lack(somebody))
        note = _("nobody holds this post") if somebody.has_left else _("to answer")
        is_mine = somebody.login == facts.login
        people.append(acting(somebody, note, "hourglass-split", waits=True, is_mine=is_mine))
    return people, lacks


def somebody_asked(facts, asked, stage):
    """Return the Person who is asked by name, or the post or unit as one; with its holders of today."""
    entitlement = ENTITLEMENTS[stage.act]
    if asked.kind == PERSON:
        somebody = facts.person(asked.id, entitlement)
        return somebody if facts.directory.is_entitled(asked.id, entitlement) else replace(somebody, has_left=True)
    return post_or_unit(facts, asked)


def post_or_unit(facts, asked):
    """Return a post or unit that is asked as one Person, with its holders of today."""
    if asked.kind == POST:
        logins = sorted(facts.directory.holders(asked.id))
    else:
        logins = sorted(facts.directory.group_members(unit_group(asked.id)))
    title = title_of(asked, facts.directory.organisation())
    names = ", ".join(facts.person(login).name for login in logins[:NAMED])
    return Person(logins[0] if len(logins) == 1 else "", names, title, not logins)


def done(signature, is_mine):
    """Return the view-model of a person who has signed."""
    somebody = signer(signature)
    mapping = {"day": short_date(day_of(signature["time"]))}
    note = _("no remarks, ${day}", mapping=mapping)
    if signature["comment"]:
        note = _("with a remark, ${day}", mapping=mapping)
    return acting(somebody, note, "check-circle-fill", waits=False, is_mine=is_mine)


def still_to_sign(somebody, facts, *, is_turn):
    """Return the view-model of a person, post or unit that has not signed."""
    if somebody.has_left:
        note = _("holds no such post any more") if somebody.login else _("nobody holds this post")
    else:
        note = _("to sign") if is_turn else _("signs after the others")
    is_mine = somebody.login == facts.login
    return acting(somebody, note, "hourglass-split" if is_turn else "hourglass", waits=is_turn, is_mine=is_mine)


def authors(facts, edition):
    """Return the authors of a draft; somebody of them must still be there."""
    people = [facts.person(login, "author") for login in edition.authors]
    lacks = [lack(somebody) for somebody in people] if all(somebody.has_left for somebody in people) else []
    note = _("writes the draft")
    return [acting(one, note, "pencil-fill", waits=True, is_mine=one.login == facts.login) for one in people], lacks


def waiting_for_the_day(edition):
    """Return the line of an approved edition: nobody has to act."""
    if edition.awaits_act:
        note = _("waits for the legal act that brings it into force")
    else:
        note = _("comes into force by itself on ${day}", mapping={"day": long_date(edition.effective_from)})
    return {
        "heading": _("Nobody"),
        "detail": "",
        "note": note,
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
