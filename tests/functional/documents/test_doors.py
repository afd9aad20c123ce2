"""No stock door changes a controlled object, whoever knocks, over real HTTP (DESIGN §4)."""

from OFS.CopySupport import _cb_encode
from OFS.Moniker import Moniker
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.protect.authenticator import createToken
from plone.protect.utils import getRootKeyManager
import pytest
from support.client import Client
from support.doors import all_doors
from support.doors import filled
import transaction
from urllib.parse import quote


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


@pytest.fixture
def places(office):
    """Return the words that fill the addresses of doors."""
    released = office.in_force(office.register())
    draft = office.draft(office.register(title="Projekt"))
    act = office.record_act()
    portal = office.portal
    # WebDAV gives the site its first entity tag when it is asked for, which is no change of content.
    portal.http__etag()
    transaction.commit()
    last = portal._p_jar.db().undoInfo(0, 1)
    held = {
        "released": released,
        "document": released.document,
        "library": office.library,
        "act": act,
        "portal": portal,
    }
    clipboards = {
        f"{verb}-{name}": clipboard(number, content) for name, content in held.items() for number, verb in VERBS
    }
    return {
        **clipboards,
        "portal-id": portal.getId(),
        "root": portal.aq_parent.absolute_url(),
        "portal": portal.absolute_url(),
        "library": office.library.absolute_url(),
        "document": released.document.absolute_url(),
        "released": released.absolute_url(),
        "draft": draft.absolute_url(),
        "acts": office.acts.absolute_url(),
        "act": act.absolute_url(),
        "act-id": act.getId(),
        "uid-of-acts-child": act.UID(),
        "document-id": released.document.getId(),
        "uid-of-portal-child": office.library.UID(),
        "uid-of-library-child": released.document.UID(),
        "uid-of-document-child": released.UID(),
        "tid": last[0]["id"].decode("latin-1").strip() if last else "AAAAAAAAAAE=",
        "undo": f"{last[0]['id'].decode('latin-1').strip()} x" if last else "AAAAAAAAAAE= x",
    }


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
    return client.call(door.method, address, body, **options)


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
    if "__cp" in door.headers.get("Cookie", "") and (answer.status_code == 302 or answer.status_code >= 400):
        # A forged clipboard: no page puts a controlled object into one. Plone fails over some of them.
        return None
    if answer.status_code == 207 and "403 Forbidden" in answer.text:
        return None
    if not 400 <= answer.status_code < 500:
        return f"{answer.status_code} {answer.headers.get('Location', '')} {answer.text[:150]!r}"
    if door.is_rest and not says_why(answer):
        return f"{answer.status_code} without a sentence: {answer.text[:100]!r}"
    return None


@pytest.mark.parametrize("person", PEOPLE)
def test_stock_doors_are_shut(portal, places, person):
    if person is ROOT_ACCOUNT:
        client = Client(portal.absolute_url(), SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    else:
        client = Client(portal.absolute_url(), person)
    in_site, at_root = tokens(portal, person) if person else (None, None)
    transaction.commit()
    database = portal._p_jar.db()
    last = database.lastTransaction()
    open_doors = []
    for door in all_doors():
        wrong = complaint(door, knock(client, door, places, in_site, at_root))
        if changes(database.storage, last):
            wrong = f"{wrong or ''} and something was written"
            last = database.lastTransaction()
        if wrong:
            open_doors.append(f"{door}: {wrong}")
    assert open_doors == [], "\n".join(open_doors)
