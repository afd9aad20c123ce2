"""What a request may bring in through the outermost door, and what an answer may give away."""

from czest.qms.bulletin.outermost import FOUND
from czest.qms.bulletin.outermost import HEADERS_LET_IN
from czest.qms.bulletin.outermost import HEADERS_LET_OUT
from czest.qms.bulletin.outermost import is_plain_address
from czest.qms.bulletin.outermost import let_in
from czest.qms.bulletin.outermost import OutermostDoor
from czest.qms.bulletin.outermost import STATUSES_LET_OUT
from hypothesis import given
from hypothesis import strategies
import pytest
from urllib.parse import quote


SECRET = b"Traceback of the inside"
MISSING_PAGE = b"<p>the page that was drawn inside</p>"

parts = strategies.text(strategies.characters(exclude_characters="/\0", exclude_categories=("Cs",)), max_size=20)
plain_parts = parts.filter(lambda part: not part.startswith(("_", "++")))
names = strategies.text(
    strategies.characters(exclude_characters=":", exclude_categories=("Cs",)), min_size=1, max_size=10
)


def environ(path="/bip", query="", method="GET", **headers):
    """Return the environment of a request as WSGI has it: bytes as Latin-1."""
    given = {"REQUEST_METHOD": method, "PATH_INFO": path.encode().decode("latin-1"), "QUERY_STRING": query}
    return {**given, **headers}


class Inside:
    """An application behind the door: it answers one thing, and its page of what is missing.

    Parameters:
        status: words of the status, or an exception that it raises.
        is_door: True where a public door answers.
        missing: status of the page of what is missing.
        is_ours: True where that page is the bulletin's own.
    """

    def __init__(self, status, is_door=True, headers=(), missing="404 Not Found", is_ours=True):
        self.status, self.is_door, self.headers, self.missing = status, is_door, headers, missing
        self.is_ours = is_ours
        self.asked = []

    def __call__(self, environ, start_response):
        self.asked.append(environ)
        if environ["PATH_INFO"].endswith("/-"):
            environ[FOUND].extend([True] * self.is_ours)
            start_response(self.missing, [("Content-Type", "text/html"), ("X-Secret", "x")])
            return [MISSING_PAGE]
        if self.is_door:
            environ[FOUND].append(True)
        if isinstance(self.status, Exception):
            raise self.status
        start_response(self.status, [("Content-Type", "text/html"), ("X-Secret", "x"), *self.headers])
        return [SECRET]


def answer(inside, **question):
    """Return the status, the names of the headers and the body that come out."""
    given = []
    body = b"".join(OutermostDoor(inside)(environ(**question), lambda status, headers: given.extend([status, headers])))
    status, headers = given
    return int(status.split()[0]), {name.lower() for name, _value in headers}, body


@given(strategies.lists(plain_parts, max_size=6), strategies.dictionaries(names, parts, max_size=3))
@pytest.mark.hypothesis
def test_any_name_in_any_language_is_a_plain_address(path, query):
    words = "&".join(f"{quote(name)}={quote(value)}" for name, value in query.items())
    assert is_plain_address(environ("/" + "/".join(path), words))


@given(
    strategies.lists(plain_parts, max_size=3),
    strategies.one_of(
        parts.map("_{}".format), parts.map("++{}".format), strategies.tuples(parts, parts).map("\0".join)
    ),
    strategies.lists(plain_parts, max_size=3),
)
@pytest.mark.hypothesis
def test_no_part_is_private_or_a_namespace(before, wrong, after):
    assert not is_plain_address(environ("/" + "/".join([*before, wrong, *after])))


@given(strategies.text(max_size=10), strategies.sampled_from(["int", "method", "action", "record", "date", ""]))
@pytest.mark.hypothesis
def test_no_parameter_says_how_it_is_to_be_read(name, converter):
    # Zope reads "x:method=y" as another address, and fails over "q:int=a".
    name = name.encode(errors="ignore").decode()
    assert not is_plain_address(environ(query=f"a=1&{quote(f'{name}:{converter}')}=a"))
    assert not is_plain_address(environ(query=f"{quote(name, safe='')}:{converter}"))


@pytest.mark.parametrize("path", ["/bip/\xc0\xae\xc0\xae/", "/\xff", "/bip/\xed\xa0\x80"])
def test_bytes_that_are_no_text_are_no_address(path):
    assert not is_plain_address({"PATH_INFO": path, "QUERY_STRING": ""})


def test_an_address_has_a_length():
    assert is_plain_address(environ("/" + "a" * 1900))
    assert not is_plain_address(environ("/" + "a" * 2000))
    assert not is_plain_address(environ(query="q=" + "a" * 2000))


@given(strategies.dictionaries(strategies.from_regex("HTTP_[A-Z_]{1,20}", fullmatch=True), strategies.text()))
@pytest.mark.hypothesis
def test_nothing_is_brought_in_that_a_reader_does_not_need(headers):
    kept = let_in(environ(method="HEAD", REMOTE_USER="x", CONTENT_LENGTH="1", CONTENT_TYPE="x", **headers))
    ours = {"HTTP_ACCEPT": "text/html", "HTTP_ACCEPT_LANGUAGE": "pl"}
    wanted = {name: value for name, value in headers.items() if name in HEADERS_LET_IN}
    assert {name: value for name, value in kept.items() if name.startswith("HTTP_")} == {**wanted, **ours}
    assert kept["REQUEST_METHOD"] == "GET"
    assert not {"REMOTE_USER", "CONTENT_LENGTH", "CONTENT_TYPE"} & set(kept)


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "PATCH", "DELETE", "PROPFIND", "OPTIONS", "TRACE", "MKCOL", "LOCK", "get", ""]
)
def test_another_method_does_not_come_in(method):
    inside = Inside("200 OK")
    status, headers, body = answer(inside, method=method, path="/bip/@@x?y", query="x:method=y")
    assert (status, inside.asked) == (405, [])
    assert headers == {"allow", "cache-control", "content-length", "content-type", "x-content-type-options"}
    assert SECRET not in body


@given(strategies.integers(200, 599), strategies.booleans(), strategies.sampled_from(["GET", "HEAD"]))
@pytest.mark.hypothesis
def test_only_the_answers_of_public_doors_come_out(code, is_door, method):
    status, headers, body = answer(Inside(f"{code} X", is_door), method=method)
    assert headers <= HEADERS_LET_OUT | {"retry-after"}
    if not is_door and code >= 400:
        assert (status, body) == (404, MISSING_PAGE if method == "GET" else b"")
    elif code in STATUSES_LET_OUT:
        assert (status, body) == (code, SECRET if method == "GET" else b"")
    else:
        assert status == (503 if code >= 500 else 404)
        assert SECRET not in body


def test_an_error_of_the_application_tells_nothing():
    status, _headers, body = answer(Inside(RuntimeError(SECRET.decode())))
    assert status == 503
    assert SECRET not in body


@pytest.mark.parametrize("missing", ["500 Internal Server Error", "503 Service Unavailable"])
def test_what_is_not_found_because_nothing_works_is_not_said_to_be_missing(missing):
    status, _headers, body = answer(Inside("503 X", is_door=False, missing=missing))
    assert status == 503
    assert SECRET not in body


@pytest.mark.parametrize(
    "path", ["/++etc++site", "/_x/y", "/\0", "/a\ud8ff".encode("utf-8", "surrogatepass").decode("latin-1")]
)
def test_nothing_inside_is_asked_for_an_address_that_cannot_be(path):
    inside = Inside("200 OK")
    given = []
    asked = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": ""}
    OutermostDoor(inside)(asked, lambda status, headers: given.append(status))
    assert (given, inside.asked) == (["404 Not Found"], [])


def test_the_page_of_what_is_missing_is_never_that_of_zope():
    status, _headers, body = answer(Inside("404 Not Found", is_door=False, is_ours=False))
    assert status == 404
    assert MISSING_PAGE not in body and SECRET not in body


def test_headers_of_the_inside_stay_inside():
    inside = Inside("200 OK", headers=[("Set-Cookie", "x"), ("X-Powered-By", "Zope"), ("ETag", "1")])
    assert answer(inside)[1] == {"content-type", "etag"}
