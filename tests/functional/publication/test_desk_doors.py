"""Who may open the desk of the BIP editor: its screens and its services, for everybody of the office."""

from czest.qms.publication.requests import keeping
from czest.qms.publication.requests.interfaces import IAccessibilityRequests
import datetime
from plone import api
import pytest
from support.bulletin_desk import EDITORS
from support.bulletin_desk import ledger
import transaction
from zope.component import getUtility


EDITOR_PAGES = (
    "bulletin-pages",
    "bulletin-page?id=redakcja",
    "bulletin-page-edit?id=redakcja",
    "bulletin-page-restore?id=instrukcja&version=1",
    "bulletin-page-review?id=deklaracja-dostepnosci",
    "bulletin-page-preview?id=redakcja&version=1",
    "bulletin-page-compare?id=redakcja&from=1&to=1",
    "bulletin-journal",
)
KEEPER_PAGES = (
    "accessibility-requests",
    "accessibility-request?id=1",
    "accessibility-request-enter",
    "accessibility-request-extend?id=1",
    "accessibility-request-close?id=1",
    "accessibility-request-complaint?id=1",
    "accessibility-request-settle?id=1",
    "accessibility-request-forget?id=1",
)
OTHERS = ("autor", "pracownik", "auditor", "administrator", "manager", None)
CONTACT = "Zofia Wnioskodawczyni"


@pytest.fixture
def request_entered(office, bulletin):
    with api.env.adopt_user(username="pelnomocnik"):
        keeping.enter(datetime.date(2026, 11, 2), contact=CONTACT, element="Plik", wanted="Tekst", preferred="")
    transaction.commit()


@pytest.fixture
def url(portal):
    return lambda page: f"{portal.absolute_url()}/@@{page}"


@pytest.mark.parametrize("login", ["pelnomocnik", *OTHERS])
def test_the_editors_pages_are_closed_to_others(browse, request_entered, url, login):
    reader = browse(login)
    for page in EDITOR_PAGES:
        reader.open(url(page))
        assert reader.status in (401, 403) or "Sign in" in reader.contents or "login" in reader.url, page
        assert not reader.page.xpath("//form[contains(@class, 'qms-form')]//input[@name='seen' or @name='upto']"), page


@pytest.mark.parametrize("login", OTHERS)
def test_requests_are_closed_to_others(browse, request_entered, url, login):
    reader = browse(login)
    for page in KEEPER_PAGES:
        reader.open(url(page))
        assert reader.status in (401, 403) or "login" in reader.url, page
        assert CONTACT not in reader.contents, page


def test_the_editor_and_the_officer_see_their_parts(browse, request_entered, url, portal):
    editor, officer = browse("redaktor-bip"), browse("pelnomocnik")
    for page in EDITOR_PAGES[:3]:
        editor.open(url(page))
        assert editor.status == 200, page
        assert editor.words("nav .qms-tabs a")[:3] == [
            "Journal of the bulletin",
            "Pages of the bulletin",
            "Accessibility requests",
        ] or page.startswith("bulletin-page-edit")
    for reader in (editor, officer):
        reader.open(url("accessibility-request?id=1"))
        assert CONTACT in reader.contents
    assert officer.words("nav .qms-tabs a") == ["Accessibility requests"]
    for login, target in (
        ("redaktor-bip", "bulletin-journal"),
        ("pelnomocnik", "accessibility-requests"),
        ("autor", None),
    ):
        reader = browse(login)
        reader.open(portal.absolute_url())
        found = [link.get("href") for link in reader.page.xpath("//a[normalize-space(text())='BIP editors']")]
        assert found == ([url(target)] if target else []), login


@pytest.mark.parametrize("login", ["pelnomocnik", *OTHERS])
def test_posts_of_others_change_nothing(browse, request_entered, url, login):
    reader = browse(login)
    for page in (*EDITOR_PAGES, *(KEEPER_PAGES if login != "pelnomocnik" else ())):
        reader.post(url(page), "what=x&upto=1&sure=1&title=x&body=x")
    assert all(ledger().pages.newest(page_id).number == 1 for page_id in ledger().pages.ids())
    assert ledger().journal.sign_offs == ()
    assert getUtility(IAccessibilityRequests).request(1).is_open


@pytest.mark.parametrize("login", ["pelnomocnik", *OTHERS])
def test_the_service_is_the_editors(client, bulletin, login):
    refused = 401 if login is None else 403
    caller = client(login)
    for address in ("@bulletin-pages", "@bulletin-pages/redakcja"):
        assert caller.get(address).status_code in (401, 403), address
    assert caller.patch("@bulletin-pages/redakcja", {"facts": EDITORS, "what": "x"}).status_code == refused
    assert ledger().pages.newest("redakcja").number == 1
