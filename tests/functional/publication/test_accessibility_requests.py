"""The register of accessibility requests (A11Y-5)."""

from czest.qms import clock
from czest.qms.publication.requests.interfaces import IAccessibilityRequests
import datetime
import logging
import pytest
from support.bulletin_desk import fill
from support.bulletin_desk import page_errors
from support.bulletin_desk import tasks_of
from support.bulletin_desk import traced
import transaction
from zope.component import getUtility


CONTACT = "Zofia Wnioskodawczyni, tel. 600 100 200"
REQUEST = {
    "received_on": "2026-11-02",
    "contact": CONTACT,
    "preferred": "telefon",
    "element": "Plik PS-01",
    "wanted": "Tekst zamiast skanu",
}


@pytest.fixture
def url(portal):
    return lambda page="accessibility-requests": f"{portal.absolute_url()}/@@{page}"


@pytest.fixture
def keeper(browse, url):
    reader = browse("pelnomocnik")
    with clock.stopped_at(datetime.date(2026, 11, 3)):
        reader.open(url())
        reader.getLink("Enter a request").click()
        fill(reader, REQUEST)
        reader.getControl("Enter the request").click()
    assert "The request was entered." in reader.contents
    return reader


def stored(number=1):
    transaction.begin()
    return getUtility(IAccessibilityRequests).request(number)


def test_a_request_is_entered_and_its_deadline_is_counted(keeper, url):
    request = stored()
    assert (request.due, request.entered_by, request.contact) == (datetime.date(2026, 11, 9), "pelnomocnik", CONTACT)
    for day, words in (
        (3, "6 days left (many)"),
        (8, "1 day left"),
        (9, "the last day"),
        (11, "2 days past the deadline (few)"),
    ):
        with clock.stopped_at(datetime.date(2026, 11, day)):
            keeper.open(url())
        assert keeper.words(".qms-tag") == [words]
    assert "1 request is past its deadline." in keeper.contents
    assert CONTACT not in keeper.contents
    keeper.getLink("Request 1").click()
    assert CONTACT in keeper.contents


def test_personal_data_is_neither_in_the_trail_nor_in_the_log(keeper, url, caplog):
    caplog.set_level(logging.DEBUG)
    keeper.open(url("accessibility-request-close?id=1"))
    fill(keeper, {"outcome": "refused", "answer": "Zofia W. nie podała pliku.", "closed_on": "2026-11-04"})
    keeper.getControl("Note the outcome").click()
    entries = traced()
    assert [entry.operation for entry in entries] == ["enter-accessibility-request", "close-accessibility-request"]
    told = f"{entries} {caplog.text}"
    for word in ("Zofia", "600 100 200", "telefon", "Tekst zamiast", "nie podała"):
        assert word not in told
    assert entries[1].details["outcome"] == "refused"


def test_the_deadline_is_extended_within_two_months_and_with_notice(keeper, url):
    keeper.open(url("accessibility-request-extend?id=1"))
    fill(keeper, {"extended_to": "2027-01-03", "notified_on": "2026-11-01"})
    keeper.getControl("Extend the deadline").click()
    assert page_errors(keeper) == {
        "extended_to": "The deadline may be set to 2027-01-02 at the latest: two months from the request.",
        "notified_on": "The day is before the request.",
        "reason": "This field must be filled in.",
    }
    fill(keeper, {"extended_to": "2026-11-09", "notified_on": "2026-11-05", "reason": "Tekst liczy 300 stron."})
    keeper.getControl("Extend the deadline").click()
    assert set(page_errors(keeper)) == {"extended_to"}
    fill(keeper, {"extended_to": "2027-01-02"})
    keeper.getControl("Extend the deadline").click()
    assert stored().due == datetime.date(2027, 1, 2)
    assert not keeper.page.xpath("//a[contains(@href, 'request-extend')]")
    keeper.open(url("accessibility-request-extend?id=1"))
    assert "not in the state for it any more" in keeper.contents


def test_from_the_refusal_to_the_end(keeper, url):
    keeper.getLink("Request 1").click()
    keeper.getLink("Note the outcome").click()
    fill(keeper, {"closed_on": "2026-11-01"})
    keeper.getControl("Note the outcome").click()
    assert set(page_errors(keeper)) == {"outcome", "answer", "closed_on"}
    fill(keeper, {"outcome": "refused", "answer": "Mapa.", "closed_on": "2026-11-04"})
    keeper.getControl("Note the outcome").click()
    keeper.getLink("Note a complaint").click()
    fill(keeper, {"day": "2026-11-10"})
    keeper.getControl("Note the complaint").click()
    assert stored().has_open_complaint
    keeper.open(url())
    assert "complaint to be settled" in keeper.contents
    keeper.open(url("accessibility-request-forget?id=1"))
    assert "not in the state for it any more" in keeper.contents
    keeper.getLink("Note that the complaint was settled").click()
    fill(keeper, {"day": "2026-11-20"})
    keeper.getControl("Note that the complaint was settled").click()
    keeper.getLink("Remove the contact data").click()
    keeper.getControl("Remove the contact data").click()
    assert set(page_errors(keeper)) == {"sure"}
    keeper.getControl(name="sure").value = ["1"]
    keeper.getControl("Remove the contact data").click()
    request = stored()
    assert (request.contact, request.preferred, request.contact_removed_on) == ("", "", clock.today())
    assert CONTACT not in keeper.contents
    assert request.element == "Plik PS-01"


def test_what_is_wrong_is_said_at_the_field(keeper, url):
    keeper.open(url("accessibility-request-enter"))
    fill(keeper, {"received_on": "2999-01-01", "contact": CONTACT})
    keeper.getControl("Enter the request").click()
    assert keeper.status == 400
    assert set(page_errors(keeper)) == {"received_on", "element", "wanted"}
    assert keeper.getControl(name="contact").value == CONTACT


@pytest.mark.parametrize("number", ["", "2", "x", "-1", "9999999999999999999999"])
def test_what_is_not_there_is_not_found(keeper, url, number):
    for page in ("accessibility-request", "accessibility-request-close"):
        keeper.open(url(f"{page}?id={number}"))
        assert keeper.status == 404


def test_a_pressing_request_is_a_task_of_those_who_keep_the_register(keeper, browse, portal):
    for day, waiting in ((4, False), (7, True), (12, True)):
        with clock.stopped_at(datetime.date(2026, 11, day)):
            for login in ("pelnomocnik", "redaktor-bip"):
                tasks = tasks_of(browse(login), portal.absolute_url())
                found = [(task["operation"], task["due"], task["title"]) for task in tasks]
                assert found == [("answer-request", "2026-11-09", "Accessibility request no. 1")] * waiting
            assert tasks_of(browse("pracownik"), portal.absolute_url()) == []


def test_the_inbox_shows_the_task(keeper, url):
    with clock.stopped_at(datetime.date(2026, 11, 12)):
        keeper.open(url("tasks"))
    assert "Accessibility request no. 1" in " ".join(keeper.words(".qms-inbox-title"))
    assert ", edition" not in " ".join(keeper.words(".qms-inbox-title"))
    keeper.getLink("Accessibility request no. 1").click()
    assert keeper.url == url("accessibility-request?id=1")
