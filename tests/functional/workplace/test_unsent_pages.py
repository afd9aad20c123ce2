"""The screens of messages not sent: for the officer and the administrator, with a reason, and reading writes nothing."""

from czest.qms.jobs.interfaces import IOutbox
import pytest
import transaction
from zope.component import getUtility


@pytest.fixture
def outbox(office):
    outbox = getUtility(IOutbox)
    for key, recipient in (("a", "radca"), ("b", "autor")):
        outbox.put(key, f"{recipient}@urzad.example", f"Temat {key}", "Treść", recipient=recipient)
        outbox.mark(key)
    outbox.give_up("a", "550 no such mailbox")
    outbox.uncertain("b", "crashed")
    transaction.commit()
    return outbox


def counts(outbox):
    transaction.begin()
    return {state: count for state, count in outbox.counts().items() if count}


@pytest.mark.parametrize("login", ["pelnomocnik", "administrator"])
def test_a_message_is_sent_again_from_the_inbox(browse, portal, outbox, login):
    browser = browse(login)
    browser.open(f"{portal.absolute_url()}/@@tasks")
    browser.getLink("Messages not sent (2)").click()
    rows = browser.words("tbody tr")
    assert len(rows) == 2
    (row,) = [row for row in rows if "Radca prawny" in row]
    assert "Temat a" in row and "Not sent" in row and "550 no such mailbox" in row
    browser.getLink("Send again Radca prawny").click()
    assert "radca" not in browser.url
    assert "Temat a" in " ".join(browser.words("main"))
    browser.getForm(index=1).submit()
    assert browser.status == 400
    assert counts(outbox) == {"failed": 1, "unknown": 1}
    browser.getControl(name="reason").value = "Skrzynka działa"
    browser.getForm(index=1).submit()
    assert "The message waits to be sent." in browser.contents
    assert counts(outbox) == {"waiting": 1, "unknown": 1}


def test_a_message_of_unknown_fate_is_set_aside_after_a_warning(browse, portal, outbox):
    browser = browse("pelnomocnik")
    browser.open(f"{portal.absolute_url()}/@@unsent")
    browser.getLink("Send again Główny specjalista").click()
    assert "may get it twice" in " ".join(browser.words("main"))
    browser.open(f"{portal.absolute_url()}/@@unsent")
    browser.getLink("Set aside Główny specjalista").click()
    address = browser.url
    browser.getControl(name="reason").value = "Adresat wie"
    browser.getForm(index=1).submit()
    assert counts(outbox) == {"failed": 1}
    browser.open(address)
    assert browser.url.endswith("@@unsent")
    assert "not among those not sent any more" in browser.contents


def test_without_any_the_officer_sees_no_link(browse, portal, office):
    browser = browse("pelnomocnik")
    browser.open(f"{portal.absolute_url()}/@@tasks")
    assert "Messages not sent" not in browser.contents


@pytest.mark.parametrize("login", ["autor", "radca", "auditor", "manager", None])
@pytest.mark.parametrize("page", ["@@unsent", "@@unsent-again", "@@unsent-aside"])
def test_others_do_not_get_the_pages(client, outbox, login, page):
    address = f"{page}?id={outbox.unsent()[0].id}"
    assert client(login).get(address, headers={"Accept": "text/html"}).status_code in (302, 401, 403)
    answer = client(login).call("POST", address, data={"reason": "x"}, headers={"Accept": "text/html"})
    assert answer.status_code in (302, 401, 403)
    assert counts(outbox) == {"failed": 1, "unknown": 1}


def test_nothing_is_done_without_the_token_of_the_form(client, outbox):
    message_id = outbox.unsent()[0].id
    for page in ("@@unsent-again", "@@unsent-aside"):
        answer = client("pelnomocnik").call(
            "POST", page, data={"reason": "x", "id": message_id}, headers={"Accept": "text/html"}
        )
        assert answer.status_code == 403
    assert counts(outbox) == {"failed": 1, "unknown": 1}


def test_reading_writes_nothing(client, outbox):
    message_id = outbox.unsent()[0].id
    before = outbox._p_jar.db().lastTransaction()
    for address in (
        "@@unsent",
        f"@@unsent-again?id={message_id}",
        f"@@unsent-aside?id={message_id}",
        "@@sent",
        "@@tasks",
    ):
        assert client("pelnomocnik").get(address, headers={"Accept": "text/html"}).status_code == 200
    assert client("pelnomocnik").get("@tasks").status_code == 200
    assert outbox._p_jar.db().lastTransaction() == before
