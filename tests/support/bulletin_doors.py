"""The public doors over HTTP: a furnished bulletin in the application of the functional tests, and a reader of it."""

from contextlib import contextmanager
from czest.qms.bulletin.doors import require_public_door
from czest.qms.bulletin.outermost import OutermostDoor
from dataclasses import dataclass
import http.client
from support.bulletin_site import make_bulletin
import transaction
from urllib.parse import urlsplit
from webtest.http import StopableWSGIServer
from zope.component import getGlobalSiteManager
from zope.component.hooks import setSite
from ZPublisher.httpexceptions import HTTPExceptionHandler
from ZPublisher.interfaces import IPubAfterTraversal
from ZPublisher.WSGIPublisher import publish_module


@dataclass(frozen=True)
class Answer:
    """What a door answered.

    Parameters:
        status: of HTTP.
        headers: by name in lower case.
        body: bytes.
    """

    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        """The body as text."""
        return self.body.decode()


@dataclass(frozen=True)
class Bulletin:
    """A furnished bulletin that answers over HTTP.

    Parameters:
        address: of the site, without a slash at the end.
    """

    address: str

    def get(self, path="", method="GET", **headers):
        """Return the Answer to a request.

        Parameters:
            path: below the site, such as ``/feed.atom``, or a whole address.
            method: of HTTP.
            headers: further headers, with ``_`` for ``-``.
        """
        parts = urlsplit(path if "://" in path else self.address + path)
        connection = http.client.HTTPConnection(parts.netloc, timeout=60)
        query = f"?{parts.query}" if parts.query else ""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, parts.path + query, headers=sent)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)


@contextmanager
def opened(layer):
    """Furnish a bulletin in a functional layer and give it; afterwards the layer is as before.

    Parameters:
        layer: of plone.testing, set up.
    """
    layer.testSetUp()
    try:
        make_bulletin(layer["app"])
        setSite(layer["portal"])
        transaction.commit()
        manager = getGlobalSiteManager()
        manager.registerHandler(require_public_door, (IPubAfterTraversal,))
        server = StopableWSGIServer.create(OutermostDoor(HTTPExceptionHandler(publish_module)))
        try:
            yield Bulletin(f"http://127.0.0.1:{server.effective_port}/bip")
        finally:
            server.shutdown()
            manager.unregisterHandler(require_public_door, (IPubAfterTraversal,))
    finally:
        layer.testTearDown()
