"""Five hundred internal objects that carry canaries everywhere: most written in batches, some by the real operations."""

from czest.qms.documents.making import make
from czest.qms.operations import gate
import datetime
from functools import partial
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from support.separation import records
from support.separation.performing import performed


#: Documents written in batches, each with one edition, and those that go through operations, with one edition each;
#: records are beside them.
WRITTEN, OPERATED = 210, 20
BATCH = 42
ACCOUNTS = 20

OFFICER = "pelnomocnik"


def uids(canaries):
    """Return the UIDs of the objects that are written in batches, whether they are there yet or not."""
    documents = [(kind, number) for number in range(WRITTEN) for kind in ("document", "edition")]
    return [canaries.uid(f"uid of {kind} {number}") for kind, number in documents] + records.uids(canaries)


def symbols(canaries):
    """Return the symbols, which are the last parts of addresses, of all the documents."""
    return [_symbol(canaries, number) for number in range(WRITTEN + OPERATED)]


def _symbol(canaries, number):
    return canaries.word(f"symbol {number}").upper()


def add_accounts(canaries):
    """Add people whose logins, names and addresses are canaries."""
    for number in range(ACCOUNTS):
        login = canaries.word(f"login {number}")
        api.portal.get_tool("acl_users").userFolderAddUser(login, canaries.word(f"password {number}"), ["Member"], [])
        email = f"{canaries.word(f'address {number}')}@urzad.example"
        api.user.get(userid=login).setMemberProperties({"fullname": canaries.word(f"name {number}"), "email": email})


def batches(portal, canaries):
    """Yield functions that write some objects each."""
    library = portal["dokumenty"]
    for start in range(0, WRITTEN, BATCH):
        yield partial(_write, library, canaries, range(start, min(start + BATCH, WRITTEN)))
    for number in range(WRITTEN, WRITTEN + OPERATED):
        yield partial(_operate, library, canaries, number)
    yield partial(records.write, portal, canaries)
    for number in range(records.WRITTEN, records.WRITTEN + records.OPERATED):
        yield partial(records.hand_in, portal, canaries, number)


def _write(library, canaries, numbers):
    with gate.opened("register"):
        for number in numbers:
            document = make(library, "Procedure", _symbol(canaries, number), _document(canaries, number))
            make(document, "Edition", "wydanie-1", _edition(canaries, number))


def _document(canaries, number):
    return {
        "_plone.uuid": canaries.uid(f"uid of document {number}"),
        "symbol": _symbol(canaries, number),
        "title": canaries.word(f"title of document {number}"),
        "description": canaries.word(f"purpose of document {number}"),
        "process_owner": canaries.word(f"process owner of document {number}"),
        "creators": (canaries.word(f"creator of document {number}"),),
        "openness": "bip",
    }


def _edition(canaries, number):
    word = lambda place: canaries.word(f"{place} of edition {number}")  # noqa: E731 (short for what it is)
    return {
        "_plone.uuid": canaries.uid(f"uid of edition {number}"),
        "number": "1",
        "title": word("title"),
        "body": RichTextValue(f"<p>{word('text')}</p>", "text/html", "text/x-html-safe"),
        "change_description": word("description of the change"),
        "approval_basis": word("basis"),
        "authors": (word("author"),),
        "source_file": NamedBlobFile(word("file").encode(), "text/plain", f"{word('name of the file')}.txt"),
    }


def _operate(library, canaries, number):
    """Take an edition over, then amend its document with a reason."""
    word = lambda place: canaries.word(f"{place} of document {number}")  # noqa: E731
    symbol = _symbol(canaries, number)
    values = {
        "title": word("title"),
        "description": word("purpose"),
        "owner_unit": "OR",
        "effective_from": datetime.date(2024, 1, 2),
        "change_description": word("description of the change"),
        "prepared_by": word("who prepared"),
        "checked_by": word("who checked"),
        "approved_by": word("who approved"),
        "body": RichTextValue(f"<p>{word('text')}</p>", "text/html", "text/x-html-safe"),
    }
    with api.env.adopt_user(username=OFFICER):
        performed(library, "take-over", type="Procedure", symbol=symbol, number="1", **values)
        performed(library[symbol], "amend-control-data", review_interval=12, reason=word("reason"))
