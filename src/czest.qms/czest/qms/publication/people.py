"""People as they stand in the bulletin: the name, always with the post, and never a login (art. 8 ust. 6)."""

from czest.qms.bulletin.snapshot import Person
from czest.qms.evidence.interfaces import SCHEDULER
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import account_exists
from czest.qms.organisation.people import full_name
from zope.component import getUtility


BIP_EDITOR = "bip_editor"
#: Who did what no person did: the passing of a day.
SYSTEM = Person("system", "Biuletyn Informacji Publicznej")


def person(login):
    """Return a person as the bulletin names him; a login is never a name."""
    if login == SCHEDULER or not account_exists(login):
        return SYSTEM
    name = full_name(login)
    post = getUtility(IDirectory).post_title(login, entitlement=BIP_EDITOR)
    return Person(str(post if name == login else name), str(post))
