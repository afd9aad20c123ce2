"""Telling people what waits for them: whoever performs an operation puts the messages into the outbox with it."""

from czest.qms.approval.claiming import claim_of
from czest.qms.approval.claiming import holders_of
from czest.qms.approval.interfaces import INotificationPreferences
from czest.qms.approval.letters import returned_letter
from czest.qms.approval.letters import task_letter
from czest.qms.approval.rules.mailing import AT_ONCE
from czest.qms.approval.rules.mailing import round_of
from czest.qms.documents.indexers import running_stage
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.operations.interfaces import IOperationPerformed
from czest.qms.organisation.interfaces import IDirectory
from plone import api
from zope.component import adapter
from zope.component import getUtility
from zope.component import queryUtility


#: Operations by which somebody else makes an edition a draft again.
GIVEN_BACK = frozenset({"return", "revoke-approval"})


@adapter(IOperationPerformed)
def tell_people(event):
    """Tell everybody for whom an edition waits since this operation; who was told before is not told again."""
    edition = event.object
    if not IEditionMarker.providedBy(edition) or queryUtility(IOutbox) is None:
        return
    if event.operation_id in GIVEN_BACK:
        for login in edition.authors:
            key = key_of(edition, "returned", login)
            tell_at_once(login, key, lambda: returned_letter(edition), about=uid_of(edition))
        return
    stage = running_stage(edition)
    for login, claim in asked_people(edition):
        key = key_of(edition, f"asked-{stage.id}", login)
        tell_at_once(login, key, lambda claim=claim: task_letter(edition, stage, claim), about=uid_of(edition))


def asked_people(edition):
    """Return ``(login, claim)`` of everybody who may sign the running stage today, deputies included, by login."""
    stage = running_stage(edition)
    if stage is None:
        return []
    holders = holders_of(stage)
    people = {login for asked in edition.course.waiting(stage) for login in holders(asked)}
    directory = getUtility(IDirectory)
    people |= {deputyship.deputy for login in people for deputyship in directory.deputies_of(login)}
    claims = ((login, claim_of(edition, login)) for login in sorted(people))
    return [(login, claim) for login, claim in claims if claim is not None]


def key_of(edition, what, login):
    """Return the key of a message: the same until everybody is asked anew."""
    uid = uid_of(edition)
    stored = getUtility(ITrail).stored(uid_of(edition.document))
    entries = [entry for _number, entry in stored if entry is not None and entry.object_uid == uid]
    return f"{uid}:{what}:{round_of(entry.operation for entry in entries)}:{login}"


def tell_at_once(login, key, letter, about):
    """Tell a person unless he wants it otherwise; return whether there is a new message.

    Parameters:
        key: see :class:`czest.qms.jobs.interfaces.IOutbox`.
        letter: function that returns subject and text.
        about: UID of the edition.
    """
    return choice_of(login) == AT_ONCE and tell(login, key, letter, about)


def tell(login, key, letter, about=""):
    """Put a message for a person into the outbox; return whether it is a new one."""
    address = address_of(login)
    return bool(address) and getUtility(IOutbox).put(key, address, *letter(), recipient=login, about=about)


def choice_of(login):
    """Return how a person wants to be told."""
    preferences = queryUtility(INotificationPreferences)
    return AT_ONCE if preferences is None else preferences.choice(login)


def address_of(login):
    """Return the electronic address of a person, empty where none is known."""
    member = api.user.get(userid=login)
    return "" if member is None else (member.getProperty("email", "") or "").strip()
