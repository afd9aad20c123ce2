"""Copies on servers before the bulletin: what has changed is told after the commit, twice, and until it is heard."""

from contextlib import contextmanager
from czest.qms import clock
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.purging import ADDRESS_VARIABLE
from czest.qms.publication.purging import PurgeCopies
import datetime
from http.server import BaseHTTPRequestHandler
from http.server import HTTPServer
import pytest
from support.machine import free_port
from support.office import file_named
from support.people import PASSWORD
from support.publishing import ALL_NO
import threading
import transaction
from zope.component import getUtility


REQUEST = {
    "produced_on": "2026-11-02",
    "responsible_name": "Anna Przykładowa",
    "responsible_post": "Pełnomocnik ds. SZJ",
    "bip_until": "2031-12-31",
}
ENTRY = "/dokumenty/P-PJ-01/wydanie-1"
OWN = {ENTRY, "/dokumenty/P-PJ-01", f"{ENTRY}/paczka.zip", f"{ENTRY}/pliki/p-pj-01-wydanie-1.txt"}


@contextmanager
def server(status=200):
    """Give the address of a server, and what it is asked, while the ``with`` block runs."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            asked.append(self.path)
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_words):
            """Keep the terminal clean."""

    running = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_port}", asked
    finally:
        running.shutdown()
        running.server_close()
        thread.join()


@pytest.fixture
def edition(office, client, bulletin):
    """An edition with a file, asked for."""
    edition = office.in_force(office.register(title="Nadzór"), attachments=[file_named("karta zmian.txt")])
    transaction.commit()
    assert client("autor").operate(edition.absolute_url(), "request-publication", **REQUEST).status_code == 200
    return edition


@pytest.fixture
def publish(edition, client):
    def publish(**more):
        body = {"password": PASSWORD, "checklist": ALL_NO, **more}
        answer = client("redaktor-bip").operate(edition.absolute_url(), "publish", **body)
        transaction.begin()
        return answer.status_code

    return publish


def noted():
    transaction.begin()
    return [each.path for each in getUtility(IPublicationLedger).outdated().values()]


def test_a_change_is_noted_with_itself_and_told_after_it(publish, monkeypatch):
    assert publish(checklist={**ALL_NO, "whistleblowers": True}) == 400
    assert noted() == []
    assert publish() == 200
    assert noted() == [ENTRY[1:]]
    job = PurgeCopies()
    with server() as (address, asked):
        monkeypatch.setenv(ADDRESS_VARIABLE, address)
        job.run()
        assert {*OWN, "/", "/wykaz-dokumentow", "/menu/procedury", "/feed.atom", "/sitemap.xml"} <= set(asked)
        told = len(asked)
        job.run()
        assert len(asked) == told
        with clock.stopped_at(clock.now() + datetime.timedelta(seconds=61)):
            job.run()
        assert len(asked) == 2 * told
    assert noted() == []


def test_the_files_of_what_was_withdrawn_are_known(edition, publish, client, monkeypatch):
    publish()
    PurgeCopies().run()
    assert noted() == []
    client("redaktor-bip").operate(edition.absolute_url(), "unpublish", reason="Opublikowano omyłkowo.")
    with server(status=404) as (address, asked):
        monkeypatch.setenv(ADDRESS_VARIABLE, address)
        assert noted() == [ENTRY[1:]]
        PurgeCopies().run()
        assert set(asked) > OWN


@pytest.mark.parametrize("status", [None, 403, 503])
def test_a_server_that_does_not_do_it_is_told_again(publish, monkeypatch, status):
    publish()
    job = PurgeCopies()
    monkeypatch.setenv(ADDRESS_VARIABLE, f"http://127.0.0.1:{free_port()}")
    with server(status or 200) as (address, _asked):
        if status:
            monkeypatch.setenv(ADDRESS_VARIABLE, address)
        assert "cannot be reached" in job.run()
        assert job.run() is None
    assert noted() == [ENTRY[1:]]
    with server() as (address, asked):
        monkeypatch.setenv(ADDRESS_VARIABLE, address)
        job.run()
        assert set(asked) > OWN


def test_what_is_superseded_is_outdated_too(edition, publish, office):
    publish()
    PurgeCopies().run()
    office.in_force(edition.document)
    transaction.commit()
    assert noted() == [ENTRY[1:]]


def test_a_page_that_was_edited_is_outdated(client, bulletin):
    body = {"title": "Jak korzystać", "what": "Nowy tytuł."}
    assert client("redaktor-bip").patch("@bulletin-pages/instrukcja", body).status_code == 200
    assert noted() == ["strony/instrukcja"]
