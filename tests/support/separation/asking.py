"""Asking a web server one question, as it is written, and following its links."""

from dataclasses import dataclass
import http.client
from lxml import etree
from lxml import html
import re
from support.separation.answers import Answer
import threading
from urllib.parse import quote
from urllib.parse import urldefrag
from urllib.parse import urljoin
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Question:
    """One question.

    Parameters:
        target: path with query, percent-encoded, beginning with a slash.
        method: of HTTP.
        headers: ``(name, value)`` pairs.
        body: bytes sent with it, or None.
    """

    target: str
    method: str = "GET"
    headers: tuple = ()
    body: bytes | None = None

    def __str__(self):
        return " ".join([self.method, self.target, *(f"{name}: {value}" for name, value in self.headers)])


_connections = threading.local()

#: Seconds to wait for an answer of a machine under load.
PATIENCE = 120


def ask(server, question):
    """Return the Answer to a question; the connection is kept for the next one.

    Parameters:
        server: ``host:port``.
        question: Question.
    """
    connection = getattr(_connections, "open", {}).get(server)
    if connection is None:
        connection = http.client.HTTPConnection(server, timeout=PATIENCE)
        _connections.open = {**getattr(_connections, "open", {}), server: connection}
    try:
        return _asked(connection, question)
    except (http.client.HTTPException, ConnectionError):
        # The server has closed it since the last question.
        connection.close()
        return _asked(connection, question)


def _asked(connection, question):
    given = dict(question.headers)
    connection.putrequest(question.method, question.target, skip_host="Host" in given, skip_accept_encoding=True)
    if question.body is not None:
        connection.putheader("Content-Length", str(len(question.body)))
    for name, value in question.headers:
        connection.putheader(name, value)
    connection.endheaders(question.body)
    answer = connection.getresponse()
    body = answer.read()
    headers = tuple((name, value) for name, value in answer.getheaders() if name.lower() != "date")
    return Answer(answer.status, answer.reason, headers, body)


#: An address in anything that is no HTML.
ADDRESS = re.compile(rb"https?://[^\s\"'<>\\)\]]+")


def links(server, question, answer):
    """Yield the targets on the same server to which an answer leads.

    Parameters:
        server: ``host:port``.
        question: the Question that was answered.
        answer: its Answer.
    """
    base = f"http://{server}{question.target}"
    found = {answer.header("location"), *(each.decode("latin-1") for each in ADDRESS.findall(answer.body))}
    if answer.header("content-type").startswith("text/html") and answer.body.strip():
        try:
            page = html.fromstring(answer.body, parser=html.HTMLParser(encoding="utf-8"))
        except etree.ParserError:
            return
        found.update(each for _element, _attribute, each, _place in page.iterlinks())
    for each in found - {""}:
        try:
            parts = urlsplit(urldefrag(urljoin(base, each.strip())).url)
        except ValueError:
            continue
        if parts.scheme == "http" and parts.netloc == server:
            query = f"?{parts.query}" if parts.query else ""
            yield quote(parts.path or "/", safe="/%:@!$&'()*+,;=~") + quote(query, safe="?/%:@!$&'()*+,;=~")


def crawl(server, start, most=3000):
    """Follow every link from an address; return ``{Question: Answer}``.

    Parameters:
        server: ``host:port``.
        start: target.
        most: how many questions are asked at most.
    """
    waiting, answers = [Question(start)], {}
    while waiting and len(answers) < most:
        question = waiting.pop(0)
        if question in answers:
            continue
        answer = answers[question] = ask(server, question)
        waiting.extend(
            sorted({Question(target) for target in links(server, question, answer)} - answers.keys(), key=str)
        )
    return answers
