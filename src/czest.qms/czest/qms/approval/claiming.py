"""For whom those asked on a route stand today, and by what right the current person signs."""

from czest.qms.approval.proposing import proposed_route
from czest.qms.approval.rules import claims
from czest.qms.documents.rules.route import APPROVING
from czest.qms.documents.rules.route import CHECK
from czest.qms.documents.rules.route import Course
from czest.qms.documents.rules.route import PERSON
from czest.qms.documents.rules.route import POST
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.rules.organisation import unit_group
from zope.component import getUtility


#: Purpose of a stage → entitlement that the post of a person asked by name must give. An opinion asks for none.
ENTITLEMENTS = {CHECK: "reviewer", APPROVING: "approver"}


def logins_of(participant):
    """Return the logins for which somebody asked stands today."""
    directory = getUtility(IDirectory)
    if participant.kind == PERSON:
        return {participant.id}
    if participant.kind == POST:
        return set(directory.holders(participant.id))
    return set(directory.group_members(unit_group(participant.id)))


def holders_of(stage):
    """Return a function that gives the logins which may sign a stage for a participant today.

    Whoever approves must hold a post entitled to it; whoever is named to check, too. A post or unit that the officer
    put into a route checks by virtue of that.
    """
    entitlement = ENTITLEMENTS.get(stage.purpose)

    def holders(participant):
        logins = logins_of(participant)
        if entitlement is None or (stage.purpose == CHECK and participant.kind != PERSON):
            return logins
        directory = getUtility(IDirectory)
        return {login for login in logins if directory.is_entitled(login, entitlement)}

    return holders


def knowledge_of(edition, login):
    """Return a function of a stage that gives what the rules of claims ask about a person."""
    represented = getUtility(IDirectory).represented_by(login, kind=edition.document.portal_type)
    mandates = [(deputyship.person, deputyship.mandate) for deputyship in represented]

    def knowledge(stage):
        return {"authors": edition.authors, "holders": holders_of(stage), "mandates": mandates}

    return knowledge


def claim_of(edition, login):
    """Return the claim by which a person signs the running stage, or None."""
    course = edition.course
    stage = course.current
    if stage is None:
        return None
    known = knowledge_of(edition, login)(stage)
    found = claims.claims(course.waiting(stage), login, signed=course.behind(stage), **known)
    return next(iter(found), None)


def claim_to_answer(edition, login, waiting_only=True):
    """Return the claim by which a person answers a request for agreement, or None.

    Parameters:
        waiting_only: whether those who have answered already do not count.
    """
    consultation = edition.consultation
    if consultation is None:
        return None
    represented = getUtility(IDirectory).represented_by(login, kind=edition.document.portal_type)
    found = claims.claims(
        consultation.waiting if waiting_only else consultation.participants,
        login,
        authors=edition.authors,
        signed=(),
        holders=logins_of,
        mandates=[(deputyship.person, deputyship.mandate) for deputyship in represented],
    )
    return next(iter(found), None)


def refusal_of(edition, act, login):
    """Return why a person may not give a kind of signature now, as a ``Refusal`` of the rules, or None.

    A draft has no route yet: the people proposed in it are those who will be asked.
    """
    stages = edition.route or proposed_route(edition)
    course = Course(stages, edition.signatures, edition.digest)
    return claims.refusal(course, act, login, knowledge_of(edition, login))


def is_on_stage(edition, login):
    """Tell whether a person may sign the running stage, or has signed it."""
    course = edition.course
    stage = course.current
    return stage is not None and _has_way(edition, stage, login)


def is_on_route(edition, login):
    """Tell whether a person is asked anywhere on the route of an edition."""
    return any(_has_way(edition, stage, login) for stage in edition.route)


def _has_way(edition, stage, login):
    return bool(claims.claims(stage.participants, login, signed=(), **knowledge_of(edition, login)(stage)))
