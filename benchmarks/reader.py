"""The reader: one connection, signed in to both sites by their sign-in forms, asking one page after another."""

import http.client
from http.cookies import SimpleCookie
import time
from urllib.parse import urlencode


#: What a browser of a Polish office sends with every request.
HEADERS = {"Accept": "text/html", "Accept-Language": "pl"}

#: Seconds that one answer may take; the first pages of a fresh process take some.
PATIENCE = 120


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
        """Ask for a Page; return the seconds it took, the status and the bytes of the answer."""
        headers = {**HEADERS, "Cookie": self.cookies[page.site]}
        begun = time.perf_counter()
        status, _answer, body = self._ask("GET", page.address, None, headers)
        return time.perf_counter() - begun, status, body

    def _ask(self, method, address, body, headers):
        self.connection.request(method, address, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read()
