"""The outermost door of the public process, before Zope: what a request may bring in and what an answer may give away.

A WSGI filter, named ``bulletin`` in the entry points of the product.
"""

from http import HTTPStatus
import logging
import os
from urllib.parse import parse_qsl
from urllib.parse import urlsplit


logger = logging.getLogger(__name__)

#: Nothing else is asked of a reader's request (BIP-10: no login, no state): no cookie, no password, no other format.
HEADERS_LET_IN = frozenset(
    {
        "HTTP_HOST",
        "HTTP_IF_MODIFIED_SINCE",
        "HTTP_IF_NONE_MATCH",
        "HTTP_RANGE",
        "HTTP_X_FORWARDED_FOR",
        "HTTP_X_FORWARDED_HOST",
        "HTTP_X_FORWARDED_PROTO",
    }
)

#: What an answer may say of itself.
HEADERS_LET_OUT = frozenset(
    {
        "accept-ranges",
        "cache-control",
        "content-disposition",
        "content-language",
        "content-length",
        "content-range",
        "content-security-policy",
        "content-type",
        "etag",
        "expires",
        "last-modified",
        "link",
        "location",
        "referrer-policy",
        "vary",
        "x-content-type-options",
        "x-frame-options",
        "x-robots-tag",
    }
)

METHODS = ("GET", "HEAD")

#: An answer of another status is replaced as a whole.
STATUSES_LET_OUT = frozenset({200, 206, 301, 304, 400, 404, 416})

LONGEST_ADDRESS = 2000

#: Environment variable with the public address of the bulletin, such as ``https://bip.example.pl``, where a server
#: before this one answers under it and writes it into the path of each request.
ADDRESS_VARIABLE = "BIP_PUBLIC_ADDRESS"

SITE = "bip"
PORTS = {"http": 80, "https": 443}

#: Names in a path by which Zope is told of another public address.
_REWRITING = {"VirtualHostBase", "VirtualHostRoot", "virtual_hosting"}

#: Key of the environment of a request: a list that gets something in it by what is public, and is empty for what is not.
FOUND = "czest.qms.bulletin.found"

#: A name that nothing in the bulletin has: names of Zope's content do not begin so.
MISSING = "-"

_PAGE = """<!DOCTYPE html>
<html lang="pl"><head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1><p>{sentence}</p><p><a href="/">Strona główna</a></p></body></html>
"""

NOT_ALLOWED = ("Tej czynności tu nie ma", "Biuletyn można tylko czytać.")
NOT_FOUND = ("Nie ma takiej strony", "Sprawdź adres albo poszukaj w Biuletynie.")
UNAVAILABLE = ("Biuletyn chwilowo nie odpowiada", "Spróbuj ponownie za chwilę.")


class OutermostDoor:
    """Lets reading requests in, and public answers out.

    Parameters:
        application: the WSGI application behind.
        public_address: under which a server before this one answers, without a path; empty where there is none.

    Raises:
        ValueError: when the address is no address of a host.
    """

    def __init__(self, application, public_address=""):
        self.application = application
        self.rewritten = rewritten_start(public_address)

    def __call__(self, environ, start_response):
        method = environ["REQUEST_METHOD"]
        if method not in METHODS:
            return _answer(start_response, HTTPStatus.METHOD_NOT_ALLOWED, NOT_ALLOWED, [("Allow", ", ".join(METHODS))])
        if not is_plain_address(environ, self.rewritten):
            return self._replace(start_response, HTTPStatus.NOT_FOUND, environ)
        inner = let_in(environ)
        status, headers, parts = self._ask(inner)
        code = int(status.split()[0])
        if code >= HTTPStatus.BAD_REQUEST and not inner[FOUND]:
            # Whatever failed on the way to something that is no public door: there is no such door.
            code = HTTPStatus.NOT_FOUND
        if code not in STATUSES_LET_OUT or code == HTTPStatus.NOT_FOUND and not inner[FOUND]:
            _close(parts)
            return self._replace(start_response, code, environ)
        start_response(status, [(name, value) for name, value in headers if name.lower() in HEADERS_LET_OUT])
        if method == "HEAD":
            _close(parts)
            return []
        return parts

    def _ask(self, environ):
        """Return the status, the headers and the body that the application answers, or those of an error."""
        given = []

        def remember(status, headers, exc_info=None):
            given[:] = [status, headers]
            return given.append

        try:
            parts = self.application(environ, remember)
        except Exception:
            logger.exception("The bulletin did not answer")
            return "500 Internal Server Error", [], []
        return given[0], given[1], parts

    def _replace(self, start_response, code, environ):
        """Answer in place of the application: what needs a login does not exist here, and errors tell nothing."""
        body = environ["REQUEST_METHOD"] == "GET"
        if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return _unavailable(start_response, body)
        # The same page as for what was never there, so that the two cannot be told apart.
        missing = {**environ, "PATH_INFO": missing_path(environ.get("PATH_INFO", "")), "QUERY_STRING": ""}
        if not is_plain_address(missing):
            return _answer(start_response, HTTPStatus.NOT_FOUND, NOT_FOUND, body=body)
        inner = let_in(missing)
        status, headers, parts = self._ask(inner)
        code = int(status.split()[0])
        if code != HTTPStatus.NOT_FOUND or not inner[FOUND]:
            _close(parts)
            if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                return _unavailable(start_response, body)
            return _answer(start_response, HTTPStatus.NOT_FOUND, NOT_FOUND, body=body)
        start_response(status, [(name, value) for name, value in headers if name.lower() in HEADERS_LET_OUT])
        if body:
            return parts
        _close(parts)
        return []


def missing_path(path):
    """Return a path in the same site at which nothing is.

    Parameters:
        path: of the request, as a server before Zope may have written it (``…/VirtualHostRoot/…``).
    """
    above, marker, _below = path.partition("/VirtualHostRoot")
    if marker:
        return f"{above}{marker}/{MISSING}"
    return f"/{path.split('/')[1] if path.startswith('/') else ''}/{MISSING}"


def rewritten_start(public_address):
    """Return how the paths of requests begin that a server before this one has rewritten, or an empty text for none.

    Parameters:
        public_address: such as ``https://bip.example.pl``, or empty.

    Raises:
        ValueError: when it is no address of a host, or has a path.
    """
    if not public_address:
        return ""
    parts = urlsplit(public_address)
    if parts.scheme not in PORTS or not parts.hostname or parts.path.strip("/") or parts.query or parts.username:
        raise ValueError(f"{ADDRESS_VARIABLE} must be like https://bip.example.pl, not {public_address!r}.")
    port = parts.port or PORTS[parts.scheme]
    return f"/VirtualHostBase/{parts.scheme}/{parts.hostname}:{port}/{SITE}/VirtualHostRoot/"


def is_plain_address(environ, rewritten=""):
    """Tell whether an address could be one of ours: short, text, without namespaces, private names and converters.

    Parameters:
        environ: of the request.
        rewritten: what :func:`rewritten_start` gave; nobody else may choose the address that our pages show.
    """
    path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    if len(path) + len(query) > LONGEST_ADDRESS:
        return False
    try:
        path.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return False
    if rewritten:
        path = path.removeprefix(rewritten)
    # With @@ every door would have a second address.
    if any(part.startswith(("_", "++", "@@")) or "\0" in part or part in _REWRITING for part in path.split("/")):
        return False
    # With a colon Zope is told how to read a parameter, or to call another method: no reader needs that.
    return not any(":" in name for name, _value in parse_qsl(query, keep_blank_values=True))


def let_in(environ):
    """Return the environment of a request with what may come in, asking for a page by GET."""
    kept = {name: value for name, value in environ.items() if not name.startswith("HTTP_") or name in HEADERS_LET_IN}
    kept.update({"REQUEST_METHOD": "GET", "HTTP_ACCEPT": "text/html", "HTTP_ACCEPT_LANGUAGE": "pl", FOUND: []})
    for name in ("REMOTE_USER", "CONTENT_LENGTH", "CONTENT_TYPE"):
        kept.pop(name, None)
    return kept


def filter_application(application, _global_configuration, **_options):
    """Return an application behind the filter, for PasteDeploy (``paste.filter_app_factory``)."""
    # Zope has read its configuration by now, with the environment that it sets.
    return OutermostDoor(application, os.environ.get(ADDRESS_VARIABLE, ""))


def _answer(start_response, status, words, headers=(), body=True):
    title, sentence = words
    data = _PAGE.format(title=title, sentence=sentence).encode()
    fixed = [
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Length", str(len(data))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    start_response(f"{status.value} {status.phrase}", [*fixed, *headers])
    return [data] if body else []


def _unavailable(start_response, body):
    return _answer(start_response, HTTPStatus.SERVICE_UNAVAILABLE, UNAVAILABLE, [("Retry-After", "60")], body=body)


def _close(parts):
    close = getattr(parts, "close", None)
    if close is not None:
        close()
