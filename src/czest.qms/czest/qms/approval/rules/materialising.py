"""From a template to the route of one edition: the head of the owner unit becomes a post."""

from czest.qms.approval.rules.templates import OWNER_HEAD
from czest.qms.documents.rules.route import ALL
from czest.qms.documents.rules.route import ANY
from czest.qms.documents.rules.route import Participant
from czest.qms.documents.rules.route import POST
from czest.qms.documents.rules.route import QUORUM
from czest.qms.documents.rules.route import Stage


def ancestors_of(organisation, owner):
    """Return the symbols of a unit and of all above it, the unit first; nothing for a unit that is not there."""
    return organisation.ancestors(owner) if owner in organisation.units else []


def head_post(organisation, owner):
    """Return the id of the head post of a unit, or of the nearest unit above that has one; None when none has."""
    posts = (post for symbol in ancestors_of(organisation, owner) for post in organisation.posts_in(symbol))
    return next((post.id for post in posts if post.head), None)


def materialised(template, owner, organisation):
    """Return the stages of an edition by a template, as a tuple of ``Stage``.

    Whoever is asked twice in a stage because he heads the owner unit, too, is asked once, and then no more signatures
    are needed than people are asked. Where there is no head, the others of the stage are left.

    Parameters:
        owner: symbol of the owner unit.
        organisation: the ``Organisation`` as it is.
    """
    head = head_post(organisation, owner)
    return tuple(_stage(str(number), stage, head) for number, stage in enumerate(template.stages, start=1))


def _stage(stage_id, stage, head):
    participants = tuple(dict.fromkeys(_participant(asked, head) for asked in stage.asked if _is_there(asked, head)))
    quorum = min(stage.quorum, len(participants)) if stage.rule == QUORUM else 0
    return Stage(stage_id, stage.purpose, participants, stage.rule, quorum, stage.in_sequence, stage.days)


def _participant(asked, head):
    return Participant(POST, head) if asked.kind == OWNER_HEAD else Participant(asked.kind, asked.id)


def _is_there(asked, head):
    return asked.kind != OWNER_HEAD or head is not None


def headless(template, owner, organisation):
    """Return the ids of the stages that cannot be met because no unit from the owner up has a head post."""
    if head_post(organisation, owner) is not None:
        return ()
    return tuple(
        str(number)
        for number, stage in enumerate(template.stages, start=1)
        if any(asked.kind == OWNER_HEAD for asked in stage.asked) and _left(stage) < _needed(stage)
    )


def _left(stage):
    return sum(asked.kind != OWNER_HEAD for asked in stage.asked)


def _needed(stage):
    return {ALL: len(stage.asked), ANY: 1, QUORUM: stage.quorum}[stage.rule]
