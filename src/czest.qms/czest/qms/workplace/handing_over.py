"""What a person who leaves is asked for by name, handed over to a successor: seen before, then done one by one."""

from czest.qms.approval.operations.unblocking import Reassign
from czest.qms.documents.rules.route import Participant
from czest.qms.documents.rules.route import PERSON
from czest.qms.documents.rules.signatures import SIGNED_IN
from czest.qms.operations.errors import OperationRefused
from czest.qms.operations.performing import perform
from czest.qms.operations.performing import require_permitted
from czest.qms.register.catalog_sets import for_current_user
from dataclasses import dataclass
from zope.globalrequest import getRequest


@dataclass(frozen=True)
class Handover:
    """One stage of one edition in which the person who leaves is asked by name.

    Parameters:
        edition: the edition on its way.
        stage: number of the stage.
        refusal: the ``OperationRefused`` that stands in the way, or None.
    """

    edition: object
    stage: str
    refusal: OperationRefused | None = None

    @property
    def reason(self):
        """The sentence that says why it cannot be done, or None."""
        if self.refusal is None:
            return None
        return self.refusal.errors[0][1] if self.refusal.errors else self.refusal.message


def asked_by_name(login):
    """Return ``(edition, stage number)`` of every stage that is not over in which a person is asked and has not signed.

    Whoever is asked by a post changes with the holder of the post.
    """
    leaver = Participant(PERSON, login)
    found = []
    for edition in editions_on_their_way(login):
        course = edition.course
        for stage in edition.route:
            if not course.is_met(stage) and leaver in stage.participants and leaver not in course.signed(stage):
                found.append((edition, stage.id))
    return found


def drafts_of(login):
    """Return the drafts that a person alone has written; whoever writes for the owner unit carries them on."""
    drafts = _editions("draft", "waiting_for", login)
    return [edition for edition in drafts if tuple(edition.authors) == (login,)]


def editions_on_their_way(login):
    """Return the editions in review or pending approval whose reader a person is by name, by symbol.

    Everybody who is asked by name in any stage may read the edition: the catalog knows that of stages to come, too.
    """
    return _editions(list(SIGNED_IN), "allowedRolesAndUsers", f"user:{login}")


def _editions(states, index, value):
    """Return the editions in some states that the person signed in may see and whose index has a value; wakes these."""
    sets = for_current_user()
    editions = sets.narrowed(sets.matching(index, value), "portal_type", "Edition")
    found = sets.permitted(sets.narrowed(editions, "review_state", states))
    return [brain.getObject() for brain in sorted(sets.brains(found), key=lambda brain: brain.getPath())]


def preview(leaver, successor, reason):
    """Return a Handover for every stage, with what stands in its way; nothing is changed.

    Parameters:
        leaver, successor: logins.
        reason: why; it goes to the trail of each edition.
    """
    return [_checked(edition, stage, leaver, successor, reason) for edition, stage in asked_by_name(leaver)]


def hand_over(leaver, successor, reason):
    """Hand over what can be, each by an operation of its own; return the Handovers, those refused with their reason."""
    found = []
    for edition, stage in asked_by_name(leaver):
        data = _input(stage, leaver, successor, reason)
        try:
            perform(Reassign(edition, getRequest()), data, expected_digest=edition.digest)
        except OperationRefused as refusal:
            found.append(Handover(edition, stage, refusal))
        else:
            found.append(Handover(edition, stage))
    return found


def _checked(edition, stage, leaver, successor, reason):
    operation = Reassign(edition, getRequest())
    try:
        require_permitted(operation)
        operation.check(_input(stage, leaver, successor, reason))
    except OperationRefused as refusal:
        return Handover(edition, stage, refusal)
    return Handover(edition, stage)


def _input(stage, leaver, successor, reason):
    return {"stage": stage, "from": leaver, "to": successor, "reason": reason}
