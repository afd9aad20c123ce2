"""Telling people what waits for them: whoever performs an operation puts the messages into the outbox with it."""

from czest.qms.approval.claiming import claim_of
from czest.qms.approval.claiming import claim_to_answer
from czest.qms.approval.claiming import holders_of
from czest.qms.approval.claiming import logins_of
from czest.qms.approval.interfaces import INotificationPreferences
from czest.qms.approval.letters import author_letter
from czest.qms.approval.letters import consultation_letter
from czest.qms.approval.letters import task_letter
from czest.qms.approval.rules.mailing import AT_ONCE
from czest.qms.approval.rules.mailing import round_of
from czest.qms.documents.content import running_consultation
from czest.qms.documents.indexers import running_stage
from czest.qms.documents.indexers import waiting_now
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
    letter_id = letter_to_authors(edition, event)
    if letter_id is not None:
        tell_authors(edition, letter_id, event.entry.actor)
    running = running_now(edition)
    write = consultation_letter if running_consultation(edition) is not None else task_letter
    for login, claim in asked_people(edition):
        key = key_of(edition, f"asked-{running.id}", login)
        tell_at_once(login, key, lambda claim=claim: write(edition, running, claim), about=uid_of(edition))


def letter_to_authors(edition, event):
    """Return the id of the letter that the authors get after an operation, or None."""
    if event.operation_id in GIVEN_BACK:
        return "returned"
    if event.operation_id == "end-formal-check":
        return "formally_right" if event.entry.details["is_right"] else "returned"
    if event.operation_id == "end-agreement":
        return "agreement_over"
    consultation = running_consultation(edition)
    all_have_answered = consultation is not None and not consultation.waiting
    return "agreement_over" if event.operation_id == "answer-agreement" and all_have_answered else None


def tell_authors(edition, letter_id, actor):
    """Tell the authors of an edition, but not the one who did it."""
    for login in edition.authors:
        if login != actor:
            key = key_of(edition, letter_id.replace("_", "-"), login)
            tell_at_once(login, key, lambda: author_letter(letter_id, edition), about=uid_of(edition))


def running_now(edition):
    """Return the stage that somebody has to sign, or the consultation that somebody has to answer, or None."""
    return running_consultation(edition) or running_stage(edition)


def asked_people(edition):
    """Return ``(login, claim)`` of everybody who may sign or answer today, deputies included, by login."""
    if running_now(edition) is None:
        return []
    is_consultation = running_consultation(edition) is not None
    holders, claim_by = (logins_of, claim_to_answer) if is_consultation else (holders_of_running(edition), claim_of)
    people = {login for asked in waiting_now(edition) for login in holders(asked)}
    directory = getUtility(IDirectory)
    people |= {deputyship.deputy for login in people for deputyship in directory.deputies_of(login)}
    claims = ((login, claim_by(edition, login)) for login in sorted(people))
    return [(login, claim) for login, claim in claims if claim is not None]


def holders_of_running(edition):
    """Return a function that gives the logins which may sign the running stage for a participant today."""
    return holders_of(running_stage(edition))


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
