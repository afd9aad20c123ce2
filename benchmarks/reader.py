"""The reader: one connection, signed in to both sites by their sign-in forms, asking one page after another."""

from dataclasses import dataclass
import http.client
from http.cookies import SimpleCookie
import re
import time
from urllib.parse import urlencode


#: What a browser of a Polish office sends with every request.
HEADERS = {"Accept": "text/html", "Accept-Language": "pl"}

#: Seconds that one answer may take; the first pages of a fresh process take some.
PATIENCE = 120


#: What the server says of its own time.
PROCESSOR = re.compile(r"cpu;dur=([0-9.]+)")


@dataclass(frozen=True)
class Answer:
    """An answer of the server.

    Parameters:
        status: number of the HTTP status.
        body: bytes of the page.
        seconds: from the question to the last byte.
        processor: seconds that the processor of the server worked for it.
    """

    status: int
    body: bytes
    seconds: float
    processor: float


class Reader:
    """Asks pages over one connection that is kept.

    Parameters:
        port: of the server on 127.0.0.1.
    """

    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.cookies = {}

    def sign_in(self, site, login, password):
        """Sign in to a site through its form and keep its cookie.

        Raises:
            RuntimeError: when the site does not let the person in.
        """
        form = {"__ac_name": login, "__ac_password": password, "buttons.login": "1"}
        headers = {**HEADERS, "Content-Type": "application/x-www-form-urlencoded"}
        status, answer, _body = self._ask("POST", f"/{site}/login", urlencode(form), headers)
        given = SimpleCookie()
        for value in answer.get_all("Set-Cookie", ()):
            given.load(value)
        if "__ac" not in given:
            raise RuntimeError(f"/{site} did not let {login} in: status {status}.")
        self.cookies[site] = f"__ac={given['__ac'].coded_value}"

    def read(self, page):
        """Ask for a Page and return an Answer."""
        headers = {**HEADERS, **page.headers, "Cookie": self.cookies[page.site]}
        begun = time.perf_counter()
        status, answer, body = self._ask("GET", page.address, None, headers)
        seconds = time.perf_counter() - begun
        processor = float(PROCESSOR.fullmatch(answer["Server-Timing"])[1]) / 1000
        return Answer(status, body, seconds, processor)

    def _ask(self, method, address, body, headers):
        self.connection.request(method, address, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read()
