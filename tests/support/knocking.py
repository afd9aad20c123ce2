"""Knocking at doors: the people, their form tokens, forged clipboards, and what the database says afterwards."""

from czest.qms.evidence.interfaces import ITrail
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.journal.attempts import CHAIN
from OFS.CopySupport import _cb_encode
from OFS.Moniker import Moniker
from persistent import Persistent
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.protect.authenticator import createToken
from plone.protect.utils import getRootKeyManager
from support.client import Client
from support.doors import filled
import transaction
from urllib.parse import quote
from zope.component import getUtility


ROOT_ACCOUNT = "the account of the Zope root"
PEOPLE = (
    "manager",
    "administrator",
    "pelnomocnik",
    "autor",
    "sprawdzajacy",
    "zatwierdzajacy",
    "auditor",
    "pracownik",
    None,
    ROOT_ACCOUNT,
)


#: Numbers by which a clipboard tells what is meant.
VERBS = ((0, "copied"), (1, "cut"))


def clipboard(verb, content):
    """Return the cookie of Zope's clipboard with an object in it."""
    return quote(_cb_encode((verb, [Moniker(content).dump()])))


def forged(content):
    """Return a clipboard with anything in it, as Zope would encode it."""
    return _cb_encode(content).decode()


def client_of(portal, person):
    """Return the REST client of a person of the office, of nobody, or of the account of the root."""
    if person is ROOT_ACCOUNT:
        return Client(portal.absolute_url(), SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    return Client(portal.absolute_url(), person)


def tokens(portal, person):
    """Return the form tokens of a person: in the site, and at the root."""
    root = portal.aq_parent
    users = root.acl_users if person is ROOT_ACCOUNT else portal.acl_users
    user = users.getUser(SITE_OWNER_NAME if person is ROOT_ACCOUNT else person)
    with api.env.adopt_user(user=user.__of__(users)):
        return createToken(), createToken(manager=getRootKeyManager(root))


def knock(client, door, places, in_site, at_root):
    """Send the request of a door and return the answer."""
    address = filled(door.address, places)
    body = filled(door.json, places) if door.json is not None else None
    headers = filled(door.headers, places)
    options = {"headers": headers}
    if door.form is not None:
        token = in_site if address.startswith(places["portal"]) else at_root
        options["headers"] = {"Accept": "text/html", "X-CSRF-TOKEN": token or "", **headers}
        options["data"] = {**filled(door.form, places), "_authenticator": token or ""}
        options["files"] = door.files or None
    return client.call(door.method, address, body, **options)


def attempts():
    """Return the object ids of what notes who tried to publish without the right: a row in the journal of the bulletin
    and an entry in the chain of its trail.
    """
    transaction.begin()
    trail = getUtility(ITrail)
    noted = [getUtility(IPublicationLedger).journal._rows, trail._chains]
    if CHAIN in trail._chains:
        chain = trail._chains[CHAIN]
        chain._p_activate()
        noted += [chain, *(each for each in vars(chain).values() if isinstance(each, Persistent))]
    return {each._p_oid for each in noted}


def changes(storage, last):
    """Return the object ids whose stored state was changed after a transaction.

    WebDAV stores some objects again just as they were.
    """
    return [
        record.oid
        for stored in storage.changes.iterator()
        if stored.tid > last
        for record in stored
        if record.data != (storage.loadBefore(record.oid, stored.tid) or (None,))[0]
    ]


def did_nothing(answer):
    """Tell whether a stock page or service that always answers 200 says that nothing was done."""
    try:
        found = answer.json()
    except ValueError:
        return False
    return found == [] or (isinstance(found, dict) and found.get("status") == "warning")


def says_why(answer):
    """Tell whether a JSON answer carries a sentence."""
    try:
        found = answer.json()
    except ValueError:
        return False
    if not isinstance(found, dict):
        return False
    error = found.get("error")
    return bool(found.get("message") or (error.get("message") if isinstance(error, dict) else error))


def complaint(door, answer):
    """Return what is wrong with the answer of a shut door, or None."""
    asks_to_log_in = answer.status_code == 302 and "require_login" in answer.headers.get("Location", "")
    if asks_to_log_in and not door.is_rest:
        return None
    if answer.status_code == 200 and did_nothing(answer):
        return None
    if answer.status_code == 207 and "403 Forbidden" in answer.text:
        return None
    if not 400 <= answer.status_code < 500:
        return f"{answer.status_code} {answer.headers.get('Location', '')} {answer.text[:150]!r}"
    if door.is_rest and not says_why(answer):
        return f"{answer.status_code} without a sentence: {answer.text[:100]!r}"
    return None


def open_doors(portal, person, places, doors):
    """Knock at doors as a person and return those that opened, or after which something was written, as texts."""
    client = client_of(portal, person)
    in_site, at_root = tokens(portal, person) if person else (None, None)
    transaction.commit()
    database = portal._p_jar.db()
    last = database.lastTransaction()
    found = []
    for door in doors:
        wrong = complaint(door, knock(client, door, places, in_site, at_root))
        # An attempt to publish leaves its row in the journal, and nothing else.
        if set(changes(database.storage, last)) - attempts():
            wrong = f"{wrong or ''} and something was written"
        last = database.lastTransaction()
        if wrong:
            found.append(f"{door}: {wrong}")
    return found
