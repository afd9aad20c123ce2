"""A forged clipboard puts nothing anywhere, whoever pastes, over real HTTP (DESIGN §4).

No page puts a controlled object into a clipboard; but it is a cookie, which anybody can write.
"""

import base64
from plone import api
import pytest
from support.doors import Door
from support.doors import filled
from support.knocking import changes
from support.knocking import client_of
from support.knocking import clipboard
from support.knocking import forged
from support.knocking import knock
from support.knocking import PEOPLE
from support.knocking import tokens
import transaction
from urllib.parse import quote
from urllib.parse import unquote
import zlib


#: Clipboards that no Zope ever wrote.
GARBAGE = {
    "nothing": "",
    "no base64": "śmieci;=".encode().decode("latin-1"),
    "deleted": "deleted",
    "not compressed": base64.b64encode(b"xyz").decode(),
    "no JSON": base64.b64encode(zlib.compress(b"\xff{")).decode(),
    "a number": forged(5),
    "a text": forged("xy"),
    "another verb": forged([7, [["", "plone"]]]),
    "verb of text": forged(["copy", [["", "plone"]]]),
    "no list": forged([0, 5]),
    "numbers for paths": forged([0, [5, None]]),
    "a mapping": forged([1, [{"a": 1}]]),
    "empty path": forged([0, [[]]]),
    "nobody there": forged([1, [["", "plone", "nie-ma"]]]),
    "the root": forged([1, [[""]]]),
    "a tool": forged([0, [["", "plone", "portal_workflow"]]]),
    "a method": forged([0, [["", "plone", "manage_delObjects"]]]),
    "a bomb": forged([0, ["a" * 1_000_000]]),
}
#: At how many doors each person knocks in a sampled run.
KNOCKS = 60
HELD = ("released", "document", "library", "portal")


def clipboards(places):
    """Yield ``(name, cookie)`` of every forged clipboard."""
    for name in HELD:
        for verb in ("copied", "cut"):
            yield f"{verb}-{name}", places[f"{verb}-{name}"]
    for name, content in GARBAGE.items():
        yield name, quote(content)


def doors(places):
    """Yield ``(name of the clipboard, door)``."""
    for name, content in clipboards(places):
        cookie = {"Cookie": f"__cp={content}"}
        for place in ("{portal}", "{library}", "{document}", "{released}", "{draft}"):
            for page in ("manage_pasteObjects", "object_paste", "@@object_paste", "@@fc-paste", "@@paste"):
                folder = place.strip("{}") + "-path"
                yield name, Door("POST", f"{place}/{page}", form={"folder": "{" + folder + "}"}, headers=cookie)
            yield name, Door("POST", f"{place}/manage_pasteObjects?cb_copy_data={content}", form={})
            yield name, Door("GET", f"{place}/object_paste", headers={**cookie, "Accept": "text/html"})
        if name not in ("a tool", "a method"):
            # Zope's own failure at its root, over what is none of ours.
            yield name, Door("POST", "{root}/manage_pasteObjects", form={}, headers=cookie)
    for page in ("manage_pasteObjects", "object_paste", "@@fc-paste"):
        yield "no clipboard", Door("POST", "{portal}/" + page, form={"folder": "/dokumenty"})
        yield "no clipboard", Door("POST", "{library}/" + page, form={"folder": "/dokumenty"})


def complaint(answer):
    """Return what is wrong with the answer to a forged clipboard, or None."""
    if 400 <= answer.status_code < 500:
        return None
    location = answer.headers.get("Location", "")
    if answer.status_code == 302 and "require_login" in location:
        return None
    if answer.status_code == 302 and says_no(answer):
        return None
    if answer.status_code == 200 and answer.headers["Content-Type"].startswith("application/json"):
        return None if answer.json().get("status") == "warning" else answer.text
    return f"{answer.status_code} {location} {answer.text[:150]!r}"


def says_no(answer):
    """Tell whether the message for the next page says anything but that it was pasted."""
    message = base64.b64decode(unquote(answer.cookies.get("statusmessages", "")).strip('"')).decode(errors="replace")
    return bool(message) and "pasted." not in message


@pytest.mark.parametrize("person", PEOPLE)
def test_a_forged_clipboard_puts_nothing_anywhere(portal, places, person, sampled):
    client = client_of(portal, person)
    in_site, at_root = tokens(portal, person) if person else (None, None)
    transaction.commit()
    database = portal._p_jar.db()
    last = database.lastTransaction()
    open_doors = []
    for name, door in sampled(doors(places), KNOCKS):
        answer = knock(client, door, places, in_site, at_root)
        wrong = complaint(answer)
        if changes(database.storage, last):
            wrong = f"{wrong or ''} and something was written"
            last = database.lastTransaction()
        if wrong:
            open_doors.append(f"{name} {door.method} {filled(door.address, places)[:80]}: {wrong}")
    assert open_doors == [], "\n".join(open_doors)


def test_what_is_no_controlled_document_is_pasted_as_ever(portal, places):
    """The refusals above would be worth nothing if everything were refused."""
    with api.env.adopt_user(username="manager"):
        page = api.content.create(portal, "Document", "strona")
    transaction.commit()
    in_site, at_root = tokens(portal, "manager")
    door = Door("POST", "{portal}/object_paste", form={}, headers={"Cookie": f"__cp={clipboard(0, page)}"})
    answer = knock(client_of(portal, "manager"), door, places, in_site, at_root)
    assert answer.status_code == 302, answer.text
    transaction.begin()
    assert "copy_of_strona" in portal.objectIds()
