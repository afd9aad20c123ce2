"""The crawler follows every link on the same server, and asks for every name."""

import pytest
from support.separation.answers import Answer
from support.separation.asking import crawl
from support.separation.asking import links
from support.separation.asking import Question
from support.separation.canaries import Canaries
from support.separation.everything import everything
from support.separation.everything import forbidden
from support.separation.leaking import leaking_front
from support.separation.leaking import planted
import threading
from wsgiref.simple_server import make_server
from wsgiref.simple_server import WSGIRequestHandler


SERVER = "127.0.0.1:1"
NAMES = {
    "views": ["@search", "sitemap.xml", "żółty widok"],
    "root": ["acl_users"],
    "site": ["portal_catalog"],
    "attributes": ["title"],
    "indexes": ["UID", "Title"],
    "uids": ["1" * 32],
    "paths": ["/bip/dokumenty", "/bip/dokumenty/PS-01", "/bip/dokumenty/PS-01/wydanie-6"],
}
LINKED = ["/bip", "/bip/mapa-strony"]


def found(body, media_type="text/html", **headers):
    answer = Answer(200, "OK", (("Content-Type", media_type), *headers.items()), body)
    return sorted(links(SERVER, Question("/bip/a?x=1"), answer))


def test_links_of_a_page_are_followed_on_the_same_server():
    page = b"""<a href="b">1</a><a href="/c?q=\xc5\x82#d">2</a><img src="e.svg"><form action="?f"></form><link href="//h/x">
    <a href="https://isap.example/">3</a><a href="mailto:a@b.example">4</a><a href="http://[">5</a>"""
    assert found(page) == ["/bip/a?f", "/bip/b", "/bip/e.svg", "/c?q=%C5%82"]


def test_addresses_are_found_in_anything():
    assert found(b'{"@id": "http://127.0.0.1:1/bip/x"}', "application/json") == ["/bip/x"]
    assert found(b"", Location="http://127.0.0.1:1/bip/y") == ["/bip/y"]
    assert found(b"%PDF http://127.0.0.1:1/bip/z)", "application/pdf") == ["/bip/z"]


@pytest.mark.parametrize("full", [False, True])
def test_every_name_is_asked_for_and_always_in_the_same_order(full):
    asked = [each.target for each in everything(NAMES, LINKED, ["s" * 32], full)]
    assert asked == [each.target for each in everything(NAMES, LINKED, ["s" * 32], full)]
    wanted = ["search", "sitemap.xml", "%C5%BC%C3%B3%C5%82ty%20widok", "acl_users", "portal_catalog", "title"]
    for name in (*wanted, "UID=", "Title=", "1" * 32, "s" * 32, *LINKED):
        assert any(name in target for target in asked), name
    assert len(everything_of(True)) > len(everything_of(False))


def everything_of(full):
    return list(everything(NAMES, LINKED, ["s" * 32], full))


def test_every_method_but_two_is_forbidden():
    methods = {each.method for each in forbidden(["/"])}
    assert {"POST", "PUT", "PATCH", "DELETE", "PROPFIND", "OPTIONS", "TRACE", "MKCOL", "LOCK"} <= methods
    assert not methods & {"GET", "HEAD"}


class Silent(WSGIRequestHandler):
    def log_message(self, *_arguments):
        """Say nothing."""


@pytest.fixture
def small_site():
    """The ``host:port`` of a site of two pages and a feed that link to each other."""

    def application(environ, start_response):
        path = environ["PATH_INFO"]
        host = environ["HTTP_HOST"]
        pages = {
            "/bip": f'<a href="http://{host}/bip/feed.atom">x</a><a href="/bip/nie-ma">y</a>',
            "/bip/feed.atom": "<feed></feed>",
        }
        start_response("200 OK" if path in pages else "404 Not Found", [("Content-Type", "text/html")])
        return [f"<html><body>{pages.get(path, '')}</body></html>".encode()]

    server = make_server("127.0.0.1", 0, application, handler_class=Silent)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_crawl_reaches_everything_once_also_through_a_server_that_leaks(small_site):
    paths = {"/bip", "/bip/feed.atom", "/bip/nie-ma"}
    assert {question.target for question in crawl(small_site, "/bip")} == paths
    canaries = Canaries("front")
    with leaking_front(small_site, canaries) as front:
        answers = crawl(front, "/bip")
    assert {question.target for question in answers} == paths
    told = {place for answer in answers.values() for place in canaries.found_in(answer.body.decode())}
    assert told == {planted("feed"), planted("text of an error")}
