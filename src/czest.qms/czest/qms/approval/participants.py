"""Those asked on a route, as the organisation knows them today."""

from czest.qms.documents.rules.route import Participant
from czest.qms.documents.rules.route import PERSON
from czest.qms.documents.rules.route import POST
from czest.qms.documents.rules.route import title_of
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import account_exists
from czest.qms.organisation.people import introduction
from zope.component import getUtility


def participant_named(text):
    """Return the participant that a login or a key such as ``post:radca-prawny`` names, or None.

    Parameters:
        text: what a person or a client wrote.
    """
    key = text.strip() if ":" in text else f"{PERSON}:{text.strip()}"
    try:
        participant = Participant.of_key(key)
    except ValueError:
        return None
    return participant if exists(participant) else None


def exists(participant):
    """Tell whether the organisation knows somebody asked."""
    organisation = getUtility(IDirectory).organisation()
    if participant.kind == PERSON:
        return account_exists(participant.id)
    return participant.id in (organisation.posts if participant.kind == POST else organisation.units)


def in_words(participant):
    """Return who is asked, as people call him: the post with the name, the title of the post, the title of the unit."""
    if participant.kind == PERSON:
        return introduction(participant.id)
    return title_of(participant, getUtility(IDirectory).organisation())
