"""What the server sends: the light shell, Plone's own pages in it, sign-in and errors."""

from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
import pytest
import requests
from support.gallery import screens as gallery
from support.people import PASSWORD
import transaction


@pytest.fixture
def screens(portal, office):
    gallery.register()
    transaction.commit()
    yield
    gallery.unregister()


@pytest.fixture
def get(portal, office):
    """Return a function that fetches a page as a person, or as nobody."""

    def fetch(path, login=None, **options):
        auth = (login, PASSWORD) if login else None
        headers = {"Accept": "text/html", **options.pop("headers", {})}
        return requests.get(f"{portal.absolute_url()}/{path}", auth=auth, headers=headers, **options)

    return fetch


def page(response):
    return html.fromstring(response.text)


def sources(tree):
    return [element.get("src") or element.get("href") for element in tree.cssselect("script, link[rel=stylesheet]")]


def test_a_light_page_links_two_stylesheets_and_one_script(screens, get):
    answer = get("@@qms-sample-document", "pracownik")
    assert answer.status_code == 200
    names = [source.rsplit("/", 1)[1] for source in sources(page(answer))]
    assert names == ["barceloneta.css", "qms.css", "qms.js"]
    assert "portlet" not in answer.text
    assert "plone-toolbar" not in answer.text


def test_a_light_page_is_smaller_than_thirty_kilobytes(screens, get):
    assert len(get("@@qms-sample-document", "pracownik").content) < 30_000


@pytest.mark.parametrize(("path", "login"), [("@@qms-sample-document", "pracownik"), ("login", None)])
def test_everything_linked_is_there_for_strangers_too_and_kept_for_a_year(screens, get, path, login):
    for source in sources(page(get(path, login))):
        answer = requests.get(source, allow_redirects=False)
        assert answer.status_code == 200, source
        assert answer.headers["Content-Type"].split(";")[0] in ("text/css", "text/javascript")
        assert "max-age=31536000" in answer.headers["Cache-Control"]
        assert "immutable" in answer.headers["Cache-Control"]


def test_another_digest_is_served_but_not_kept(get):
    answer = get("@@qms-assets/0000/qms.css")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")


@pytest.mark.parametrize("path", ["@@qms-assets", "@@qms-assets/x/y/qms.css", "@@qms-assets/x/shell.pt"])
def test_nothing_else_is_an_asset(get, path):
    assert get(path).status_code == 404


def test_the_bar_introduces_the_person_by_post(screens, get):
    tree = page(get("@@qms-sample-document", "pracownik"))
    assert tree.cssselect(".qms-user-post")[0].text == "Inspektor ds. kancelarii"


def test_nobody_sees_neither_search_nor_navigation(get):
    tree = page(get("login"))
    assert tree.cssselect(".qms-brand")
    assert tree.cssselect(".qms-bar-search, .qms-nav, .qms-user, .qms-trail") == []


def test_the_home_page_sends_nobody_to_sign_in(get):
    answer = get("dokumenty")
    assert "/login" in answer.url
    assert page(answer).cssselect("form.qms-login input[type=password]")


def test_plones_pages_wear_the_shell_and_keep_their_scripts(get):
    tree = page(get("@@personal-information", "pracownik"))
    assert tree.cssselect(".qms-bar") and tree.cssselect(".qms-foot")
    assert any("bundle-plone" in source for source in sources(tree))
    assert tree.body.get("data-portal-url")
    assert tree.cssselect("#content-core")


def test_the_toolbar_is_for_administrators_only(get):
    assert page(get("@@personal-information", "pracownik")).cssselect(".plone-toolbar-container, #edit-bar") == []
    assert "plone-toolbar" not in page(get("@@personal-information", "pracownik")).body.get("class")
    assert page(get("@@personal-information", "administrator")).cssselect("#edit-bar, .plone-toolbar-container")


def test_signing_in(portal, office):
    session = requests.Session()
    address = portal.absolute_url()
    tree = page(session.get(f"{address}/login"))
    form = tree.cssselect("form.qms-login")[0]
    assert form.get("action") == f"{address}/login"
    wrong = session.post(form.get("action"), {"__ac_name": "pracownik", "__ac_password": "x", "buttons.login": "x"})
    assert "/login" in wrong.url and page(wrong).cssselect(".qms-message-void")
    right = session.post(
        form.get("action"), {"__ac_name": "pracownik", "__ac_password": PASSWORD, "buttons.login": "x"}
    )
    assert page(right).cssselect(".qms-user-post")
    assert page(right).cssselect(".qms-message") == []


def test_an_address_that_leads_nowhere(get):
    answer = get("nie-ma-takiej", "pracownik")
    assert answer.status_code == 404
    tree = page(answer)
    assert tree.cssselect("h1")[0].text == "There is no such page"
    assert tree.cssselect(".qms-user-post")[0].text == "Inspektor ds. kancelarii"


def test_errors_of_the_rest_api_stay_json(get):
    answer = get("nie-ma-takiej", "pracownik", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, "application/json")
    assert answer.json()["type"] == "NotFound"


def test_a_page_of_others_is_refused_with_a_sentence(get):
    answer = get("@@overview-controlpanel", "pracownik", allow_redirects=False)
    assert answer.status_code in (302, 401, 403)
    refused = get("insufficient-privileges", "pracownik")
    assert refused.status_code == 403
    assert page(refused).cssselect("h1")[0].text == "Not opened"


def test_what_is_forbidden_is_not_opened(screens, get):
    answer = get("@@qms-sample-refusal", "pracownik")
    assert answer.status_code == 403
    assert page(answer).cssselect("h1")[0].text == "Not opened"
    assert "godz." not in answer.text


def test_the_office_is_named_by_the_administrator(portal, get):
    assert get("@@qms-office", "pracownik", allow_redirects=False).status_code != 200
    answer = get("@@qms-office", "administrator")
    assert page(answer).get_element_by_id("form-widgets-name").get("value") == "Dokumenty Urzędu"
    api.portal.set_registry_record("czest.qms.office.name", "Dokumenty Gminy")
    transaction.commit()
    assert page(get("login")).cssselect(".qms-brand-name")[0].text == "Dokumenty Gminy"


def test_a_failure_says_when_and_shows_its_trace_to_managers_only(portal, screens, get):
    answer = get("@@qms-sample-failure", "pracownik")
    assert answer.status_code == 500
    assert "godz." in page(answer).cssselect(".qms-refusal")[0].text_content()
    assert "Traceback" not in answer.text
    seen = requests.get(
        f"{portal.absolute_url()}/@@qms-sample-failure",
        auth=(SITE_OWNER_NAME, SITE_OWNER_PASSWORD),
        headers={"Accept": "text/html"},
    )
    assert "deliberate" in seen.text


def test_a_light_page_that_writes_without_a_token_writes_nothing(portal, screens, get):
    get("@@qms-sample-writing", "pracownik")
    transaction.begin()
    assert portal.title != "written by a reader"


def test_a_form_of_a_light_page_writes_with_its_token_only(portal, screens):
    address = f"{portal.absolute_url()}/@@qms-sample-writing"
    person = ("pracownik", PASSWORD)
    requests.post(address, {"x": "y"}, auth=person)
    transaction.begin()
    assert portal.title != "written by a reader"
    form = page(requests.get(f"{portal.absolute_url()}/@@qms-sample-approval", auth=person))
    token = form.cssselect("form.qms-operation [name=_authenticator]")[0].get("value")
    requests.post(address, {"_authenticator": token}, auth=person)
    transaction.begin()
    assert portal.title == "written by a reader"


def test_a_refused_operation_keeps_what_was_typed(portal, screens):
    address = f"{portal.absolute_url()}/@@qms-sample-approval"
    body = {"form.widgets.comment": "Uwaga Łódź", "form.widgets.password": "x", "form.buttons.approve": "1"}
    tree = page(requests.post(address, body, auth=("pracownik", PASSWORD)))
    assert tree.cssselect("[data-qms-errors]")
    assert tree.cssselect("textarea")[0].text == "Uwaga Łódź"


def test_stock_pages_still_get_tokens_from_plone(get):
    tree = page(get("@@personal-information", "pracownik"))
    assert tree.cssselect("main form [name=_authenticator]")
