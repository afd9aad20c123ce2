"""A draft is edited on its page, by hand and by the script of the page."""

from czest.qms.documents.interfaces import IPresence
import json
import pytest
import requests
from support.people import PASSWORD
import transaction
from zope.component import getUtility


EVIL = '<script>alert("x")</script>'


@pytest.fixture
def edition(office):
    found = office.draft(office.register())
    transaction.commit()
    return found


def edit(content):
    return f"{content.absolute_url()}/edit"


@pytest.fixture
def session(portal, browse):
    """Return a function that signs a person in with a cookie and gives the session and the token of its pages."""

    def sign_in(login):
        session = requests.Session()
        values = {"__ac_name": login, "__ac_password": PASSWORD, "buttons.login": "1"}
        answer = session.post(f"{portal.absolute_url()}/login", data=values)
        assert "__ac" in session.cookies, answer.text
        session.headers["Accept"] = "application/json"
        return session

    return sign_in


def token(session, content):
    page = session.get(edit(content), headers={"Accept": "text/html"})
    return page.text.split('name="_authenticator"')[1].split('value="')[1].split('"')[0]


def test_a_draft_is_saved_by_the_button(browse, edition):
    author = browse("autor")
    author.open(edit(edition))
    assert author.status == 200
    author.getControl(name="form.widgets.title").value = EVIL
    author.getControl(name="form.widgets.body").value = f"<h2>1. Cel</h2><p>Nowa treść</p>{EVIL}"
    author.getControl(name="form.widgets.effective_from").value = "2099-01-31"
    author.getControl(name="form.widgets.reviewers:list").value = ["radca"]
    author.getControl(name="form.widgets.distribution").value = "PJ\nOR\n"
    author.attach("attachments", ("karta.txt", b"Karta"))
    author.press("Save the draft")
    assert "Saved." in author.contents
    assert EVIL not in author.contents
    transaction.begin()
    assert edition.title == EVIL
    assert "Nowa treść" in edition.body.raw
    assert "script" not in edition.body.raw
    assert edition.reviewers == ["radca"]
    assert edition.distribution == ["PJ", "OR"]
    assert edition.effective_from.isoformat() == "2099-01-31"
    assert [file.filename for file in edition.attachments] == ["karta.txt"]


def test_files_are_kept_added_and_removed(browse, edition):
    author = browse("autor")
    author.open(edit(edition))
    for name in ("a.txt", "b.txt"):
        author.attach("attachments", (name, name.encode()))
        author.getControl(name="form.widgets.source_file").add_file(name.encode(), "text/plain", f"source-{name}")
        author.press("Save the draft")
        author.open(edit(edition))
    transaction.begin()
    assert [file.filename for file in edition.attachments] == ["a.txt", "b.txt"]
    assert edition.source_file.filename == "source-b.txt"
    first = edition.attachments[0].sha256
    author.getControl(name="form.widgets.attachments.keep:list").value = [first]
    author.getControl(name="form.widgets.source_file.keep:list").value = []
    author.press("Save the draft")
    transaction.begin()
    assert [file.filename for file in edition.attachments] == ["a.txt"]
    assert edition.source_file is None


def test_a_bad_file_is_an_error_at_its_field_and_the_rest_is_kept(browse, edition):
    author = browse("autor")
    author.open(edit(edition))
    author.getControl(name="form.widgets.title").value = "Nowy tytuł"
    author.attach("attachments", ("program.exe", b"MZ"))
    author.press("Save the draft")
    assert author.status == 400
    assert "attachments" in author.errors()
    assert "Choose again: program.exe" in author.words("[data-fieldname='form.widgets.attachments'] .qms-error")
    assert author.getControl(name="form.widgets.title").value == "Nowy tytuł"
    transaction.begin()
    assert edition.title != "Nowy tytuł"


def test_the_work_of_others_is_not_overwritten(browse, office, edition):
    author = browse("autor")
    author.open(edit(edition))
    office.do("autor", edition, "save", title="Zmieniony gdzie indziej")
    transaction.commit()
    author.getControl(name="form.widgets.title").value = "Mój tytuł"
    author.press("Save the draft")
    assert author.status == 409
    assert "somebody changed the content meanwhile" in author.words("[data-qms-errors]")[0]
    assert author.getControl(name="form.widgets.title").value == "Mój tytuł"
    transaction.begin()
    assert edition.title == "Zmieniony gdzie indziej"


def test_only_those_who_may_save_get_the_page(browse, office, edition):
    for login in ("auditor", "manager", "administrator", "sprawdzajacy"):
        browser = browse(login)
        browser.open(edit(edition))
        assert browser.status in (401, 403), login
        assert not browser.page.cssselect("[data-qms-autosave]")
    office.do("autor", edition, "submit")
    author = browse("autor")
    author.open(edit(edition))
    assert author.status == 409
    author.open(edit(edition.document))
    assert author.status == 403
    assert "a registered document changes by a new edition" in author.words(".qms-refusal")[0]
    author.open(f"{edit(edition)}/cokolwiek")
    assert author.status == 404


def test_the_script_saves_with_the_cookie_and_the_token(session, edition):
    author = session("autor")
    address = edition.absolute_url()
    for headers in ({}, {"X-CSRF-TOKEN": "zgadywany"}):
        answer = author.patch(address, json={"title": "Cudzy"}, headers=headers)
        assert answer.status_code == 403, answer.text
        assert author.post(f"{address}/@presence", json={}, headers=headers).status_code == 403
    transaction.begin()
    assert edition.title != "Cudzy"
    headers = {"X-CSRF-TOKEN": token(author, edition), "If-Match": f'"{edition.digest}"'}
    answer = author.patch(address, json={"title": "Zapisany", "reviewers": ["radca"]}, headers=headers)
    assert answer.status_code == 200, answer.text
    transaction.begin()
    assert (edition.title, edition.reviewers) == ("Zapisany", ["radca"])
    assert answer.json()["digest"] == edition.digest
    answer = author.patch(address, json={"title": "Spóźniony"}, headers=headers)
    assert answer.status_code == 409
    assert "Główny specjalista ds. SZJ" in answer.json()["message"]
    transaction.begin()
    assert edition.title == "Zapisany"


def test_editors_learn_of_one_another(client, edition):
    address = f"{edition.absolute_url()}/@presence"
    before = edition._p_serial
    assert client("autor").post(address).json() == {"others": []}
    transaction.begin()
    assert getUtility(IPresence).others(edition.UID(), "ktoś") == ["autor"]
    assert edition._p_serial == before
    assert client("manager").post(address).status_code in (401, 403)
    assert client("pracownik").post(address).status_code in (401, 403)


def test_the_symbol_is_previewed(browse, office):
    author = browse("autor")
    preview = f"{office.library.absolute_url()}/@@symbol-preview"
    author.open(f"{preview}?kind=Procedure&unit=OR")
    assert json.loads(author.contents) == {"symbol": "P-OR-01"}
    author.open(f"{preview}?kind=Procedure&unit={EVIL}")
    assert json.loads(author.contents) == {"symbol": None}
    author.open(f"{office.library.absolute_url()}/@@operation/register")
    assert author.words(".qms-symbol-preview") == ["P-PJ-01"]
    staff = browse("pracownik")
    staff.open(f"{preview}?kind=Procedure&unit=OR")
    assert staff.status in (401, 403)


def test_saving_has_a_page_of_its_own(browse, edition):
    author = browse("autor")
    author.open(f"{edition.absolute_url()}/@@operation/save")
    assert author.url == edit(edition)
    assert author.status == 200
