"""The bulletin's own pages edited from the intranet: forms, preview, versions, both databases."""

from czest.qms import clock
from czest.qms.bulletin.making import FIRST_TEXT as FIRST
import datetime
import pytest
from support.bulletin_desk import DECLARATION
from support.bulletin_desk import EDITORS
from support.bulletin_desk import fill
from support.bulletin_desk import ledger
from support.bulletin_desk import page_errors
from support.bulletin_desk import public_page
from support.bulletin_desk import tasks_of
from support.bulletin_desk import traced
from urllib.parse import urlencode


@pytest.fixture
def url(portal):
    return lambda page: f"{portal.absolute_url()}/@@{page}"


@pytest.fixture
def editor(browse, bulletin):
    return browse("redaktor-bip")


def save(reader):
    reader.getControl("Save and publish").click()


def test_a_new_bulletin_has_its_pages_and_they_are_version_one(editor, bulletin, url):
    kept = ledger().pages
    for page_id in kept.ids():
        shown = bulletin.look(public_page(page_id))
        draft = kept.newest(page_id).draft
        assert (shown["title"], shown["body"], shown["facts"]) == (draft.title, draft.body, draft.facts)
        assert shown["changes"] == [FIRST]
    editor.open(url("bulletin-pages"))
    assert editor.words("tbody th a") == [kept.newest(page_id).draft.title for page_id in kept.ids()]
    assert len([words for words in editor.words("tbody th p") if "Not complete" in words]) == 2


def test_a_text_is_cleaned_kept_and_public_at_once(editor, bulletin, url):
    editor.open(url("bulletin-page-edit?id=instrukcja"))
    body = '<h2 onclick="x()">Szukanie</h2><p>Wpisz słowo.</p><script>alert(1)</script>'
    fill(editor, {"title": "Instrukcja korzystania", "body": body, "what": "Skrócono tekst."})
    save(editor)
    assert editor.url == url("bulletin-page?id=instrukcja")
    assert "The public reads it at once." in editor.contents
    shown = bulletin.look(public_page("instrukcja"))
    assert shown["title"] == "Instrukcja korzystania"
    assert shown["body"] == "<h2>Szukanie</h2>\n<p>Wpisz słowo.</p>"
    assert shown["changes"] == [FIRST, "Skrócono tekst."]
    version = ledger().pages.newest("instrukcja")
    assert (version.number, version.by, version.post, version.draft.body) == (
        2,
        "redaktor-bip",
        "Redaktor BIP",
        shown["body"],
    )
    entry = traced()[-1]
    assert (entry.operation, entry.actor, entry.digest) == ("edit-bulletin-page", "redaktor-bip", version.draft.digest)
    assert (entry.details["page"], entry.details["version"]) == ("instrukcja", 2)
    assert list(ledger().pages.intents) == []


def test_what_is_wrong_is_said_at_the_field_and_stays(editor, url, bulletin):
    editor.open(url("bulletin-page-edit?id=instrukcja"))
    fill(editor, {"title": " "})
    save(editor)
    assert editor.status == 400
    assert page_errors(editor) == {"title": "This field must be filled in.", "what": "This field must be filled in."}
    editor.open(url("bulletin-page-edit?id=instrukcja"))
    fill(editor, {"what": "Nic."})
    save(editor)
    assert "Nothing has been changed." in editor.contents
    assert ledger().pages.newest("instrukcja").number == 1
    assert traced() == []


def test_somebody_elses_change_is_not_lost(editor, browse, url, bulletin):
    editor.open(url("bulletin-page-edit?id=instrukcja"))
    other = browse("redaktor-bip")
    other.open(url("bulletin-page-edit?id=instrukcja"))
    fill(other, {"body": "<p>Inna treść.</p>", "what": "Inna."})
    save(other)
    fill(editor, {"body": "<p>Moja treść.</p>", "what": "Moja."})
    save(editor)
    assert editor.status == 409
    assert "somebody has changed the page meanwhile; its version is 2" in editor.contents
    assert editor.getControl(name="body").value == "<p>Moja treść.</p>"
    assert bulletin.look(public_page("instrukcja"))["body"] == "<p>Inna treść.</p>"
    save(editor)
    assert bulletin.look(public_page("instrukcja"))["body"] == "<p>Moja treść.</p>"
    assert [version.draft.body for version in ledger().pages.versions("instrukcja")][1:] == [
        "<p>Inna treść.</p>",
        "<p>Moja treść.</p>",
    ]


def test_the_data_of_the_editors(editor, bulletin, url):
    editor.open(url("bulletin-page-edit?id=redakcja"))
    assert editor.getControl(name="office").value == "Urząd Miasta Częstochowy"
    fill(editor, {**EDITORS, "email": "bip", "phone": "brak", "address": "", "what": "Dane redakcji."})
    save(editor)
    assert set(page_errors(editor)) == {"email", "phone", "address"}
    fill(editor, EDITORS)
    save(editor)
    facts = bulletin.look(public_page("redakcja"))["facts"]
    assert facts["name"] == "Redaktor BIP, Jan Próbny"
    assert facts["address"] == EDITORS["address"]
    editor.open(url("bulletin-pages"))
    assert len([words for words in editor.words("tbody th p") if "Not complete" in words]) == 1


@pytest.fixture
def declared(editor, url):
    editor.open(url("bulletin-page-edit?id=deklaracja-dostepnosci"))
    fill(editor, {**DECLARATION, "what": "Pierwsza deklaracja."})
    save(editor)
    assert editor.url == url("bulletin-page?id=deklaracja-dostepnosci"), page_errors(editor)
    return editor


def test_a_declaration_needs_its_facts(editor, bulletin, url):
    editor.open(url("bulletin-page-edit?id=deklaracja-dostepnosci"))
    fill(editor, {**DECLARATION, "status": "conformant", "updated_on": "2025-01-01", "architecture": "", "what": "x"})
    save(editor)
    assert page_errors(editor) == {
        "nonconformities": "A site that conforms has nothing to list here. Empty the field, or choose another status.",
        "updated_on": "The day is before the publication of the site.",
        "architecture": "This field must be filled in.",
    }
    links = {link.get("href")[1:] for link in editor.page.xpath("//*[@data-qms-errors]//a")}
    assert all(editor.page.xpath(f"//*[@id='{target}']") for target in links)
    assert bulletin.look(public_page("deklaracja-dostepnosci"))["facts"] == {}


def test_the_preview_is_what_the_public_reads(editor, bulletin, url, declared):
    editor.open(url("bulletin-page-edit?id=deklaracja-dostepnosci"))
    (button,) = editor.page.xpath("//button[@formaction][@formtarget='_blank']")
    token = editor.getControl(name="_authenticator", index=0).value
    typed = {**DECLARATION, "status": "not_conformant", "what": "Nowa ocena.", "_authenticator": token}
    editor.post(button.get("formaction"), urlencode({**typed, "id": "deklaracja-dostepnosci"}))
    assert editor.status == 200
    assert editor.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert "jest niezgodna" in editor.words("#a11y-status")[0]
    assert "Nowa ocena." in editor.contents
    (sheet,) = editor.page.xpath("//link[@rel='stylesheet']/@href")
    editor.open(sheet)
    assert editor.headers["Content-Type"].startswith("text/css")
    assert bulletin.look(public_page("deklaracja-dostepnosci"))["facts"]["status"] == "partly"
    editor.open(url("bulletin-page-preview?id=deklaracja-dostepnosci&version=2"))
    assert editor.words("#a11y-komunikacja") == ["Tłumacz języka migowego po umówieniu."]
    for address in ("bulletin-page-preview?id=instrukcja&version=9", "bulletin-page-preview/zasoby/x.css"):
        editor.open(url(address))
        assert editor.status == 404


def test_the_review_is_confirmed(declared, bulletin, url):
    declared.getLink("Confirm the review of the declaration").click()
    fill(declared, {"reviewed_on": "2999-01-01"})
    declared.getControl("Confirm the review of the declaration").click()
    assert page_errors(declared) == {"reviewed_on": "The day has not come yet."}
    fill(declared, {"reviewed_on": clock.today().isoformat()})
    declared.getControl("Confirm the review of the declaration").click()
    facts = bulletin.look(public_page("deklaracja-dostepnosci"))["facts"]
    assert facts["reviewed_on"] == clock.today().isoformat()
    assert facts["architecture"] == DECLARATION["architecture"]
    assert traced()[-1].operation == "review-declaration"


def test_a_declaration_that_is_not_there_is_not_reviewed(editor, url, bulletin):
    editor.open(url("bulletin-page-review?id=deklaracja-dostepnosci"))
    assert "The declaration is not complete." in editor.contents
    assert not editor.page.xpath("//main//button[@type='submit']")
    editor.open(url("bulletin-page-review?id=instrukcja"))
    assert editor.status == 404


def test_the_review_is_a_task_until_it_is_done(declared, browse, portal, url):
    def tasks(login="redaktor-bip"):
        found = tasks_of(browse(login), portal.absolute_url())
        return [(task["due"], task["object"]) for task in found if task["operation"] == "review-declaration"]

    with clock.stopped_at(datetime.date(2027, 1, 31)):
        assert tasks() == []
    with clock.stopped_at(datetime.date(2027, 2, 1)):
        address = url("bulletin-page-review?id=deklaracja-dostepnosci")
        assert tasks() == [("2027-03-31", address)]
        assert tasks("pelnomocnik") == []
        declared.open(address)
        declared.getControl("Confirm the review of the declaration").click()
        assert tasks() == []


def test_versions_are_compared_and_restored(editor, bulletin, url):
    first = ledger().pages.newest("instrukcja").draft
    editor.open(url("bulletin-page-edit?id=instrukcja"))
    fill(editor, {"title": "Pomoc", "body": "<p>Tylko to.</p>", "what": "Nowa treść."})
    save(editor)
    editor.getLink("Compare with version 1").click()
    assert editor.words("tbody ins") == ["Pomoc"]
    assert "Tylko to." in " ".join(editor.words(".qms-redline ins"))
    editor.open(url("bulletin-page?id=instrukcja"))
    editor.getLink("Restore version 1").click()
    editor.getControl("Restore and publish").click()
    assert editor.url == url("bulletin-page?id=instrukcja")
    shown = bulletin.look(public_page("instrukcja"))
    assert (shown["title"], shown["body"]) == (first.title, first.body)
    assert shown["changes"][-1] == "Version 1 restored."
    assert [version.number for version in ledger().pages.versions("instrukcja")] == [1, 2, 3]
    assert traced()[-1].details["restored"] == 1
    assert editor.words("tbody tr th") == ["3", "2", "1"]


@pytest.mark.parametrize(
    "address",
    [
        "bulletin-page?id=x",
        "bulletin-page-edit",
        "bulletin-page-edit?id:list=redakcja",
        "bulletin-page-restore?id=redakcja&version=1",
    ]
    + ["bulletin-page-compare?id=redakcja&from=1&to=99999999999", "bulletin-page-restore?id=redakcja&version=-1"],
)
def test_what_is_not_there_is_not_found(editor, url, address):
    editor.open(url(address))
    assert editor.status == 404


def test_a_form_without_its_token_changes_nothing(editor, url):
    editor.post(url("bulletin-page-edit?id=instrukcja"), "title=x&body=x&what=x")
    assert editor.status in (401, 403)
    assert ledger().pages.newest("instrukcja").number == 1
