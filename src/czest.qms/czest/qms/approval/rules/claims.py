"""Who may sign a stage, for himself or for another: four eyes hold for the hand and for whom it stands (SIG-5)."""

from dataclasses import dataclass


#: Why somebody may not sign.
AUTHOR, NOT_ASKED, SIGNED, DONE, NOT_YET = "author", "not-asked", "signed", "done", "not-yet"


@dataclass(frozen=True)
class Claim:
    """One way in which a person may sign a stage.

    Parameters:
        participant: the ``Participant`` that the signature is given for.
        on_behalf_of: login of the person represented, or None.
        mandate: by virtue of what, as text, or None.
    """

    participant: object
    on_behalf_of: str | None = None
    mandate: str | None = None


def claims(participants, login, *, authors, signed, holders, mandates):
    """Return the ways in which a person may sign for some of those asked, his own first.

    Nobody signs twice in one stage, by his own hand or by that of a deputy: two signatures are two people.

    Parameters:
        participants: those whose turn it is.
        login: of the person.
        authors: logins of the authors of the edition.
        signed: logins behind the signatures of the stage so far.
        holders: function that gives the logins for which a participant stands today.
        mandates: ``(login, mandate)`` of those whom the person represents today.
    """
    barred = set(authors) | set(signed)
    if login in barred:
        return ()
    own = [Claim(asked) for asked in participants if login in holders(asked)]
    others = [
        Claim(asked, represented, mandate)
        for asked in participants
        for represented, mandate in mandates
        if represented not in barred and represented in holders(asked)
    ]
    return (*own, *others)


@dataclass(frozen=True)
class Refusal:
    """Why somebody may not sign; ``signature`` is the one by which it was done already, where it was."""

    code: str
    signature: dict | None = None


def refusal(course, act, login, knowledge):
    """Return why a person may not give a kind of signature now, or None.

    Parameters:
        course: how far the edition has come on its route.
        act: ``review`` or ``approve``.
        login: of the person.
        knowledge: function of a stage that gives ``authors``, ``holders`` and ``mandates`` of :func:`claims`.
    """
    stages = [stage for stage in course.stages if stage.act == act]
    if any(login in knowledge(stage)["authors"] for stage in stages):
        return Refusal(AUTHOR)
    asked = [stage for stage in stages if claims(stage.participants, login, signed=(), **knowledge(stage))]
    if not asked:
        return Refusal(NOT_ASKED)
    running = course.current
    if running in asked:
        return _refusal_of_stage(course, running, login, knowledge(running))
    done = [signature for stage in asked if course.is_met(stage) for signature in course.signed(stage).values()]
    if done:
        return Refusal(DONE, max(done, key=lambda signature: signature["time"]))
    return Refusal(NOT_YET)


def _refusal_of_stage(course, stage, login, known):
    signed = course.behind(stage)
    if claims(course.waiting(stage), login, signed=signed, **known):
        return None
    if any(signature["login"] == login for signature in course.signed(stage).values()):
        return Refusal(SIGNED)
    ways = claims(stage.participants, login, signed=(), **known)
    done = [
        signature for asked, signature in course.signed(stage).items() if any(way.participant == asked for way in ways)
    ]
    return Refusal(DONE, done[-1]) if done else Refusal(NOT_YET)
