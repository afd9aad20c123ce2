"""Who gets which local role on a document (DESIGN §4), computed from plain data."""

from czest.qms.documents.rules.route import Participant
from czest.qms.documents.rules.route import PERSON
from czest.qms.documents.rules.route import POST
from czest.qms.documents.rules.route import UNIT
from czest.qms.organisation.rules.organisation import deputy_group
from czest.qms.organisation.rules.organisation import DEPUTY_PREFIX
from czest.qms.organisation.rules.organisation import post_group
from czest.qms.organisation.rules.organisation import unit_group


AUTHOR_ROLE = "Editor"
REVIEWER_ROLE = "Reviewer"
APPROVER_ROLE = "Approver"
READER_ROLE = "Reader"

#: Token of a distribution list that means all staff.
EVERYBODY = "all"
ALL_STAFF_GROUP = "AuthenticatedUsers"


def group_of(distribution_token):
    """Return the group of a distribution token: a unit's symbol or ``all``."""
    return ALL_STAFF_GROUP if distribution_token == EVERYBODY else f"unit-{distribution_token}"


def principals(participant, kind):
    """Return the logins and groups for which somebody asked on a route stands: himself and his deputies.

    Parameters:
        participant: a ``rules.route.Participant``.
        kind: kind of the document, for which a deputy may be appointed.
    """
    principal = {PERSON: str, POST: post_group, UNIT: unit_group}[participant.kind](participant.id)
    return (principal, deputy_group(principal), deputy_group(principal, kind))


def participant_of(principal):
    """Return the participant that a login or group stands for, None for a group of deputies.

    Parameters:
        principal: one of those that :func:`principals` gives.
    """
    if principal.startswith(DEPUTY_PREFIX):
        return None
    for kind, prefix in ((POST, post_group("")), (UNIT, unit_group(""))):
        if principal.startswith(prefix):
            return Participant(kind, principal.removeprefix(prefix))
    return Participant(PERSON, principal)


def asked(stages, act, kind):
    """Return everybody who is asked for one kind of signature, as logins and groups.

    Parameters:
        stages: stages of a route.
        act: ``review`` or ``approve``.
        kind: kind of the document.
    """
    return [
        principal
        for stage in stages
        if stage.act == act
        for participant in stage.participants
        for principal in principals(participant, kind)
    ]


def local_roles(*, owner_unit, access, distribution, authors=(), reviewers=(), approvers=(), readers=()):
    """Return the local roles of a document or an edition as ``{principal: sorted tuple of roles}``.

    Parameters:
        owner_unit: symbol of the unit that owns the document.
        access: ``staff`` or ``distribution``.
        distribution: tokens of the distribution list.
        authors: logins of the open edition, or of the registrar before there is one.
        reviewers, approvers: logins and groups of the route of the open edition.
        readers: logins of those who wrote or signed what is released; they keep reading it where access is restricted.
    """
    granted = {}

    def grant(principal, role):
        granted.setdefault(principal, set()).add(role)

    grant(f"unit-{owner_unit}-authors", AUTHOR_ROLE)
    for login in authors:
        grant(login, AUTHOR_ROLE)
    for login in reviewers:
        grant(login, REVIEWER_ROLE)
    for login in approvers:
        grant(login, APPROVER_ROLE)
    if is_restricted(access):
        grant(group_of(owner_unit), READER_ROLE)
        for token in distribution:
            grant(group_of(token), READER_ROLE)
        for login in readers:
            grant(login, READER_ROLE)
    return {principal: tuple(sorted(roles)) for principal, roles in granted.items()}


def reads_anyway(participant, organisation, owner_unit, distribution):
    """Tell whether a unit or a post is among those who read a restricted document without being asked.

    A unit counts where it, or one above it, is the owner or on the distribution list; a post counts by its unit. A unit
    above does not: people work there who are not on the list.

    Parameters:
        participant: a ``rules.route.Participant``; a person is never among them, since only units are on the list.
        organisation: the ``Organisation``, which knows the participant.
        owner_unit, distribution: as in :func:`local_roles`.
    """
    if EVERYBODY in distribution:
        return True
    if participant.kind == PERSON:
        return False
    unit = organisation.posts[participant.id].unit if participant.kind == POST else participant.id
    return not {owner_unit, *distribution}.isdisjoint(organisation.ancestors(unit))


def is_restricted(access):
    """Tell whether only the distribution list may read the document."""
    return access == "distribution"
