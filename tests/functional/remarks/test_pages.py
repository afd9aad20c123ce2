"""Remarks on the pages of those who work on an edition, and at no door for anybody else, over real HTTP."""

import pytest
from support.knocking import client_of
from support.knocking import ROOT_ACCOUNT
from support.office import text
from support.people import PASSWORD
import transaction


BODY = (
    "<h2>1. Cel</h2><p>Procedura określa sposób postępowania z <em>niezgodnościami</em>.</p>"
    "<h2>2. Terminy</h2><p>Naczelnik ustala przyczynę w terminie 7 dni od nadania numeru.</p>"
)
SAID = "Termin jest za krótki: zażółć."
EXPORTS = tuple(f"@@remarks-export.{kind}" for kind in ("csv", "json", "ods", "xml"))


@pytest.fixture
def edition(office):
    edition = office.submitted(office.register(), body=text(BODY))
    transaction.commit()
    return edition


@pytest.fixture
def remarked(office, edition):
    office.do("sprawdzajacy", edition, "add-remark", quote="w terminie 7 dni", text=SAID)
    transaction.commit()
    return edition


def fill(browser, **values):
    for name, value in values.items():
        browser.getControl(name=f"form.widgets.{name}").value = value


def test_a_paragraph_is_chosen_without_a_script(browse, edition):
    browser = browse("sprawdzajacy")
    browser.open(edition.absolute_url())
    browser.getLink("Add a remark").click()
    assert browser.url == f"{edition.absolute_url()}/@@add-remark"
    labels = [label.partition(" (")[0] for label in browser.words("main .qms-label")]
    assert labels == ["Paragraph", "Passage", "Remark"]
    paragraphs = browser.getControl(name="form.widgets.paragraph:list")
    assert paragraphs.displayOptions[1] == "1. Cel"
    paragraphs.value = ["4"]
    fill(browser, text=SAID)
    browser.press("Add a remark")
    assert browser.url == f"{edition.absolute_url()}#uwaga-1"
    assert browser.words(".qms-thread .qms-thread-quote") == [
        "Naczelnik ustala przyczynę w terminie 7 dni od nadania numeru."
    ]
    assert "1 open remark" in browser.words(".qms-strip-remarks")[0]
    assert len(browser.page.cssselect(".qms-text mark.qms-passage")) == 1
    assert browser.page.cssselect(".qms-text a.qms-passage-number")[0].get("aria-label") == "Remark 1 on this passage"


def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(browse, edition):
    browser = browse("sprawdzajacy")
    browser.open(f"{edition.absolute_url()}/@@add-remark")
    fill(browser, quote="w terminie 30 dni", text=SAID)
    browser.press("Add a remark")
    assert (browser.status, browser.errors()) == (400, {"quote": "The text has no such passage."})
    assert browser.getControl(name="form.widgets.text").value == SAID


def test_a_form_filled_in_on_an_earlier_text_is_kept(browse, office, edition):
    browser = browse("sprawdzajacy")
    browser.open(f"{edition.absolute_url()}/@@add-remark")
    office.do("autor", edition, "retract")
    office.do("autor", edition, "save", body=text(BODY.replace("7 dni", "14 dni")))
    office.do("autor", edition, "submit")
    transaction.commit()
    fill(browser, quote="ustala przyczynę w terminie 7 dni", text=SAID)
    browser.press("Add a remark")
    assert browser.words(".qms-thread-change") == ["The passage has changed since. ustala przyczynę w terminie 14 dni"]


def test_a_thread_is_answered_settled_and_opened_again(browse, remarked):
    author, reviewer = browse("autor"), browse("sprawdzajacy")
    author.open(remarked.absolute_url())
    author.getLink("Answer the remark").click()
    assert "w terminie 7 dni" in author.words(".qms-subject")[0]
    fill(author, text="Wydłużę.")
    author.press("Answer the remark")
    author.getLink("Settle the remark").click()
    author.getControl(name="form.widgets.how:list").value = ["accepted"]
    author.press("Settle the remark")
    assert author.words(".qms-thread-title .qms-tag") == ["taken into account"]
    assert author.words(".qms-text mark") == []
    reviewer.open(remarked.absolute_url())
    reviewer.getLink("Open again").click()
    fill(reviewer, text="Jednak nie.")
    reviewer.press("Open again")
    assert reviewer.words(".qms-saying-text") == [SAID, "Wydłużę.", "Jednak nie."]


def test_the_author_finds_what_waits_among_his_tasks_until_he_has_answered(browse, client, portal, remarked):
    author, tasks = browse("autor"), f"{portal.absolute_url()}/@@tasks"
    author.open(tasks)
    assert author.words(".qms-inbox-task .qms-quiet") == ["1 remark waits for your answer · waits since today"]
    assert author.words(".qms-tabs a")[:2] == ["All (tab) 1", "Remarks to answer 1"]
    (item,) = client("autor").get("@tasks").json()["items"]
    assert (item["operation"], item["remarks"]) == ("answer-remark", 1)
    assert SAID not in str(item) + author.contents
    author.getLink("Read and answer").click()
    assert author.url == f"{remarked.absolute_url()}#uwagi"
    author.getLink("Answer the remark").click()
    fill(author, text="Wydłużę.")
    author.press("Answer the remark")
    author.open(tasks)
    assert author.words(".qms-inbox-task") == []
    (item,) = [one for one in client("sprawdzajacy").get("@tasks").json()["items"] if one["remarks"]]
    assert (item["operation"], item["remarks"]) == ("answer-remark", 1)
    assert [one["operation"] for one in client("pracownik").get("@tasks").json()["items"]] == []


def test_an_unknown_thread_is_a_sentence(browse, remarked):
    browser = browse("autor")
    for address in ("@@answer-remark", "@@answer-remark?thread=7", "@@answer-remark?thread:list=1"):
        browser.open(f"{remarked.absolute_url()}/{address}")
        assert (browser.status, "This edition has no such remark." in browser.contents) == (400, True)


def test_dialogs_and_the_authors_page_tell_of_open_remarks(browse, office, remarked):
    reviewer, author = browse("sprawdzajacy"), browse("autor")
    reviewer.open(f"{remarked.absolute_url()}/@@operation/review")
    assert "Remarks 1 open remark · look at them" in reviewer.words(".qms-subject")[0]
    office.do("sprawdzajacy", remarked, "return", reason="Do poprawy")
    author_words = "The passage has changed since."
    office.do("autor", remarked, "save", body=text(BODY.replace("7 dni", "14 dni")))
    author = browse("autor")
    author.open(f"{remarked.absolute_url()}/edit")
    assert SAID in author.words(".qms-author-remarks")[0] and author_words in author.words(".qms-author-remarks")[0]
    author.open(f"{remarked.absolute_url()}/@@operation/submit")
    assert "1 open remark" in author.words(".qms-subject")[0]


def test_looking_writes_nothing(client, remarked):
    database = remarked._p_jar.db()
    before = database.lastTransaction()
    reviewer = client("sprawdzajacy")
    address = remarked.absolute_url()
    pages = ("", "/@@add-remark", "/@@answer-remark?thread=1", "/@@resolve-remark?thread=1", "/@@remarks-export.ods")
    for page in pages:
        assert reviewer.get(f"{address}{page}", headers={"Accept": "text/html"}).status_code == 200, page
    assert reviewer.get(f"{address}/@remarks").status_code == 200
    assert database.lastTransaction() == before


def test_as_a_file(client, office, remarked):
    office.do("autor", remarked, "answer-remark", id="1", text="=Wydłużę")
    office.do("autor", remarked, "resolve-remark", id="1", how="rejected", text="Norma.")
    transaction.commit()
    answer = client("sprawdzajacy").get(f"{remarked.absolute_url()}/@@remarks-export.json")
    (row,) = answer.json()["items"]
    assert (row["section"], row["passage"], row["remark"]) == ("2. Terminy", "w terminie 7 dni", SAID)
    assert (row["state"], row["how"], row["explanation"]) == ("settled (remark)", "not taken into account", "Norma.")
    assert "no-store" in answer.headers["Cache-Control"]
    table = client("sprawdzajacy").get(f"{remarked.absolute_url()}/@@remarks-export.csv").text
    assert SAID in table
    assert client("sprawdzajacy").get(f"{remarked.absolute_url()}/@@remarks-export.ods").content[:2] == b"PK"


READERS = ("pracownik", "redaktor-bip", "archiwista", "administrator", "manager", None, ROOT_ACCOUNT)


def leaks(portal, edition, person):
    """Return the doors that tell a person of a remark, or let him say something."""
    client, address, found = client_of(portal, person), edition.absolute_url(), []
    document = edition.document.absolute_url()
    shown = [address, document, f"{address}/edit", f"{document}/@@compare", f"{address}/@@add-remark"]
    shown += [f"{address}/@@{name}-remark?thread=1" for name in ("answer", "resolve", "reopen")]
    shown += [f"{address}/{name}" for name in EXPORTS]
    asked = [address, f"{address}/@remarks", f"{address}/@operations", f"{document}/@editions", f"{address}/@trail"]
    asked += [f"{portal.absolute_url()}/@search?SearchableText=zażółć&fullobjects=1"]
    answers = [(page, client.get(page, headers={"Accept": "text/html"})) for page in shown]
    answers += [(page, client.get(page)) for page in asked]
    for page, answer in answers:
        if "zażółć" in answer.text.replace(page, "") and "@search" not in page:
            found.append(page)
        if "zażółć" in answer.text.replace("za%C5%BC%C3%B3%C5%82%C4%87", "").replace("SearchableText=zażółć", ""):
            found.append(page)
        if "qms-passage" in answer.text or "uwaga-1" in answer.text or "open remark" in answer.text:
            found.append(page)
    for page, answer in answers:
        if ("@remarks" in page or "remarks-export" in page) and not (
            answer.status_code in (401, 403) or "require_login" in answer.headers.get("Location", "")
        ):
            found.append(f"{answer.status_code} {page}")
    for name, body in (("add", {"quote": "Cel"}), ("answer", {"id": "1"}), ("reopen", {"id": "1"})):
        answer = client.operate(address, f"{name}-remark", text="Wtręt", **body)
        if answer.status_code not in (401, 403):
            found.append(f"{answer.status_code} {name}")
    return found


@pytest.mark.parametrize("is_released", [False, True], ids=["in review", "in force"])
def test_nobody_else_gets_anything(portal, office, remarked, is_released):
    people = READERS
    if is_released:
        office.do("sprawdzajacy", remarked, "review", password=PASSWORD)
        office.do("zatwierdzajacy", remarked, "approve", password=PASSWORD)
        office.do("pelnomocnik", remarked, "release")
        transaction.commit()
        people = (*READERS, "sprawdzajacy", "zatwierdzajacy")
    assert {person: found for person in people if (found := leaks(portal, remarked, person))} == {}


def test_afterwards_author_officer_and_auditor_still_read_them(portal, client, office, remarked):
    office.do("sprawdzajacy", remarked, "review", password=PASSWORD)
    office.do("zatwierdzajacy", remarked, "approve", password=PASSWORD)
    office.do("pelnomocnik", remarked, "release")
    transaction.commit()
    for login in ("autor", "pelnomocnik", "auditor"):
        assert client(login).get(f"{remarked.absolute_url()}/@remarks").json()["items"][0]["entries"][0]["text"] == SAID
        page = client(login).get(remarked.absolute_url(), headers={"Accept": "text/html"}).text
        assert "zażółć" in page
        assert "qms-passage" not in page


def test_bad_input_over_rest_is_named(client, edition):
    reviewer, address = client("sprawdzajacy"), edition.absolute_url()
    wrong = {
        "quote": {"quote": "nie ma tego", "text": SAID},
        "text": {"quote": "Cel"},
        "digest": {"quote": "Cel", "text": SAID, "digest": "0" * 64},
        "paragraph": {"paragraph": "drugi", "text": SAID},
    }
    for field, body in wrong.items():
        answer = reviewer.operate(address, "add-remark", **body)
        assert (answer.status_code, [error["field"] for error in answer.json()["errors"]]) == (400, [field])
    stale = reviewer.operate(address, "add-remark", quote="Cel", text=SAID, expected_digest="0" * 64)
    assert stale.status_code == 409
