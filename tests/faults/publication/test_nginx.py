"""The bulletin behind nginx: old copies while Plone is down, none of what was withdrawn, and nothing told of readers."""

from czest.qms.publication.rules.checklist import QUESTIONS
from http.client import HTTPConnection
import os
import pytest
import re
import subprocess
from support.client import Client
from support.client import upload
from support.nginx import ADDRESS


REWRITTEN = "/VirtualHostBase/https/bip.example.pl:443/bip/VirtualHostRoot"
LISTS = ["/", "/wykaz-dokumentow", "/menu/procedury", "/rejestr-zmian", "/feed.atom", "/feed.json", "/sitemap.xml"]
IN_FORCE = {"number": "2", "effective_from": "2025-03-01", "approved_by": "Sekretarz Miasta"}
REQUEST = {
    "produced_on": "2025-02-01",
    "responsible_name": "Anna Przykładowa",
    "responsible_post": "Pełnomocnik ds. SZJ",
    "bip_until": "2031-12-31",
}
SEARCHES = ["/szukaj?q=procedura", "/@search?q=procedura"]


class Office:
    """The people of the demo at the REST API."""

    def __init__(self, system):
        self.system = system

    def do(self, login, address, operation, **body):
        answer = Client(self.system.address, login, self.system.password(login)).operate(address, operation, **body)
        assert answer.status_code in (200, 201), answer.text
        return answer.json()

    def publish(self, symbol):
        """Take a procedure with a file over, and publish it."""
        taken_over = {"type": "Procedure", "symbol": symbol, "title": f"Procedura {symbol}", "owner_unit": "KD"}
        text = upload("wykaz.txt", f"Wykaz pieczęci {symbol}.".encode(), "text/plain")
        self.do("pelnomocnik", "dokumenty", "take-over", **taken_over, **IN_FORCE, source_file=text)
        edition = f"dokumenty/{symbol}/wydanie-2"
        self.do("pelnomocnik", edition, "request-publication", **REQUEST)
        answers = dict.fromkeys(QUESTIONS, False)
        password = self.system.password("redaktor-bip")
        self.do("redaktor-bip", edition, "publish", password=password, checklist=answers)
        return edition

    def withdraw(self, edition):
        """Take it off the bulletin."""
        self.do("redaktor-bip", edition, "unpublish", reason="Opublikowano omyłkowo.")


@pytest.fixture(scope="module")
def office(nginx, system):
    return Office(system)


@pytest.fixture(scope="module")
def edition(office):
    """A procedure with a file that stays published: its address."""
    return office.publish("P-OR-87")


def doors_of(edition):
    """Return the paths at which an entry stands by itself, its package and its file last."""
    subject, _slash, number = edition.rpartition("/")
    page = f"/{edition}"
    file = f"{page}/pliki/{subject.rpartition('/')[2].lower()}-{number}.txt"
    return [f"/{subject}", page, f"{page}/metryczka.json", f"{page}/metryczka.xml", f"{page}/paczka.zip", file]


def from_plone(plone, path):
    connection = HTTPConnection("127.0.0.1", plone.port, timeout=60)
    connection.request("GET", REWRITTEN + path)
    answer = connection.getresponse()
    return answer.status, answer.read()


def tick(system, nginx):
    """Have the jobs done once, as the worker does twice a minute."""
    environ = {**os.environ, "QMS_PURGE_ADDRESS": f"http://127.0.0.1:{nginx.purge_port}"}
    environ.pop("QMS_HEAD_LOG")
    done = subprocess.run([system.command, "tick"], env=environ, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def last_status(nginx):
    """Return what nginx did for the last answer: HIT, MISS, STALE…"""
    return nginx.log()[-1].rpartition(" ")[2]


def test_public_addresses_are_those_of_the_public_host(nginx):
    for path in [*LISTS, *SEARCHES, "/dokumenty/PS-01", "/robots.txt"]:
        status, _headers, body = nginx.get(path)
        assert status == 200
        ours = set(re.findall(rb"https?://[a-z0-9.:-]+", body))
        assert ADDRESS.encode() in ours
        assert not [each for each in ours if b"127.0.0.1" in each or b":443" in each]
    status, headers, _body = nginx.get("/dokumenty")
    assert (status, headers["location"]) == (301, f"{ADDRESS}/wykaz-dokumentow")


def test_nothing_but_reading_is_let_in(nginx, plone):
    page = HTTPConnection("127.0.0.1", plone.port, timeout=60)
    page.request("POST", "/bip")
    plain = page.getresponse().read()
    for method in ("POST", "PUT", "PATCH", "DELETE", "PROPFIND", "OPTIONS", "PURGE"):
        status, headers, body = nginx.get("/", method=method, body=b"x" * 3_000_000 if method == "PUT" else None)
        assert (status, headers["allow"], body) == (405, "GET, HEAD", plain), method
    status, headers, body = nginx.get("/dokumenty/PS-01", method="HEAD")
    assert (status, body) == (200, b"")
    assert nginx.get("/VirtualHostBase/https/evil.example:443/bip/VirtualHostRoot/wykaz-dokumentow")[0] == 404


def test_answers_are_safe_small_and_say_little_of_the_server(nginx):
    _status, headers, body = nginx.get("/dokumenty/PS-01", Accept_Encoding="gzip")
    assert headers["content-encoding"] == "gzip"
    assert headers["server"] == "nginx"
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["cache-control"] == "public, max-age=20, stale-while-revalidate=10"
    assert not {"x-powered-by", "via", "set-cookie", "x-cache"} & set(headers)
    known = nginx.get("/dokumenty/PS-01", If_None_Match=headers["etag"])
    assert (known[0], known[2]) == (304, b"")


def test_one_page_has_one_copy(nginx):
    spellings = [
        "/dokumenty/PS-01?x=1",
        "//dokumenty/./PS-01",
        "/dokumenty/%50S-01",
        "/dokumenty/PS-01/",
        "/@@feed.atom",
    ]
    aliases = ["/dokumenty/PS-01/view", "/dokumenty/PS-01/@@view", "/dokumenty/PS-01%20", "/bip/dokumenty/PS-01"]
    for path in [*spellings, *aliases, *SEARCHES, "/wykaz-dokumentow?b_start=3", "/dokumenty/PS-01?"]:
        nginx.get(path)
    kept = set(nginx.copies())
    assert {path for path in kept if "PS-01" in path} <= {"/dokumenty/PS-01"} | {
        path for path in kept if re.fullmatch(r"/dokumenty/PS-01/wydanie-\d+(/[a-z].*)?", path)
    }
    assert not [path for path in kept if "szukaj" in path or "@" in path or "b_start=3" in path]
    for path in aliases:
        assert nginx.get(path)[0] == 404, path


def test_what_is_missing_is_not_remembered(nginx):
    for _time in range(2):
        assert nginx.get("/dokumenty/NIE-MA")[0] == 404
        assert last_status(nginx) == "MISS"
    assert "/dokumenty/NIE-MA" not in nginx.copies()


def test_the_log_knows_neither_the_reader_nor_what_he_looked_for(nginx):
    nginx.get("/szukaj?q=Jan+Przykladowy")
    assert nginx.log()[-1].startswith("127.0.0.0 [")
    assert not [line for line in nginx.log() if "127.0.0.1" in line or "Przykladowy" in line]


def test_a_withdrawal_is_effective_at_every_door(nginx, plone, system, office):
    edition = office.publish("P-OR-88")
    tick(system, nginx)
    own, paths = doors_of(edition), [*doors_of(edition), *LISTS]
    before = {path: nginx.get(path)[2] for path in paths}
    assert all(b"P-OR-88" in before[path] for path in [*own[:3], *LISTS])
    searched = [nginx.get(path)[2] for path in SEARCHES]
    assert {*paths} <= nginx.copies().keys()
    office.withdraw(edition)
    told = tick(system, nginx)
    assert not {*paths} & nginx.copies().keys(), told
    for path in paths:
        assert nginx.get(path)[::2] == from_plone(plone, path), path
        # A copy may have been renewed meanwhile for whoever asked before; none may be older than the purge.
        assert last_status(nginx) in ("MISS", "HIT"), path
        assert nginx.get(path)[2] != before[path], path
    assert [nginx.get(path)[0] for path in own] == [200, 200, 200, 200, 404, 404]
    assert all(
        b"P-OR-88" in old and b"P-OR-88" not in nginx.get(path)[2] for path, old in zip(SEARCHES, searched, strict=True)
    )


def test_old_copies_are_shown_while_plone_is_down_but_not_of_what_was_withdrawn(nginx, plone, system, office, edition):
    withdrawn = office.publish("P-OR-89")
    gone, kept = doors_of(withdrawn), doors_of(edition)
    tick(system, nginx)
    before = {path: nginx.get(path)[::2] for path in [*gone, *kept, *LISTS]}
    assert {status for status, _body in before.values()} == {200}
    plone.kill()
    nginx.let_grow_old()
    for path, answer in before.items():
        assert nginx.get(path)[::2] == answer, path
        assert last_status(nginx) == "STALE", path
    status, headers, _body = nginx.get("/strony/jak-sprawdzic")
    assert (status, headers["retry-after"], headers["cache-control"]) == (503, "60", "no-store")
    assert [nginx.get(path)[0] for path in SEARCHES] == [503, 503]

    office.withdraw(withdrawn)
    tick(system, nginx)
    for path in [*gone, *LISTS]:
        assert nginx.get(path)[0] == 503, path
    for path in kept:
        assert nginx.get(path)[::2] == before[path], path

    plone.start()
    assert [nginx.get(path)[0] for path in gone] == [200, 200, 200, 200, 404, 404]
    assert "Opublikowano omyłkowo".encode() in nginx.get(gone[1])[2]
    assert nginx.get(SEARCHES[0])[0] == 200


def test_health_is_asked_on_this_machine(nginx, plone):
    def health():
        connection = HTTPConnection("127.0.0.1", nginx.purge_port, timeout=60)
        connection.request("GET", "/-/health")
        return connection.getresponse().status

    assert health() == 200
    plone.kill()
    assert health() == 502
    plone.start()
    assert health() == 200
