"""Places at whose doors the tests knock."""

from czest.qms.acts.finding import act_numbered
import pytest
from support.knocking import clipboard
from support.knocking import VERBS
from support.office import Office


def path_in(portal, content):
    """Return the path of an object in the site, as the page of contents names it."""
    return "/" + "/".join(content.getPhysicalPath()[len(portal.getPhysicalPath()) :])


def make_places(portal, kind="Procedure"):
    """Make a released edition, a draft and an act."""
    office = Office(portal)
    office.in_force(office.register(kind=kind))
    office.draft(office.register(kind=kind, title="Projekt"))
    office.record_act()
    # WebDAV gives the site its first entity tag when it is asked for, which is no change of content.
    portal.http__etag()


def make_places_of_forms(portal):
    """Make the same of forms."""
    make_places(portal, "FormTemplate")


#: Kind of document → step that makes the places, and symbols of the documents.
PLACES = {
    "Procedure": (make_places, ("P-PJ-01", "P-PJ-02")),
    "FormTemplate": (make_places_of_forms, ("F-PJ-01", "F-PJ-02")),
}


@pytest.fixture
def kind():
    """The kind of documents at whose doors the test knocks; tests of several kinds are parametrised by it."""
    return "Procedure"


@pytest.fixture
def site_begins_with(site_begins_with, request, kind):
    return (*site_begins_with, PLACES[kind][0]) if "places" in request.fixturenames else site_begins_with


@pytest.fixture
def places(office, kind):
    """Return the words that fill the addresses of doors."""
    with_edition, with_draft = PLACES[kind][1]
    released = office.library[with_edition].edition_in_force()
    draft = office.library[with_draft].open_edition()
    act = act_numbered("k.14.2024")
    portal = office.portal
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
        **{f"{name}-path": path_in(portal, content) for name, content in (*held.items(), ("draft", draft))},
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
