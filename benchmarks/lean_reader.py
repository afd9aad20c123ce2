"""A reader that costs next to nothing itself: one kept connection, one request in bytes, the answer by its length."""

import http.client
import time


class LeanReader:
    """Asks one page over one connection.

    Parameters:
        connection: of http.client, not yet connected.
        host: name that the server is asked for.
        path: of the page, with its question.
    """

    def __init__(self, connection, host, path):
        self.connection = connection
        self._connect()
        lines = (f"GET {path} HTTP/1.1", f"Host: {host}", "Accept: text/html", "Accept-Language: pl", "", "")
        self.request = "\r\n".join(lines).encode()

    def _connect(self):
        self.connection.connect()
        self.socket = self.connection.sock
        self.answer = self.socket.makefile("rb")

    @classmethod
    def plain(cls, port, path):
        """Return a reader of a server of this machine, without encryption."""
        return cls(http.client.HTTPConnection("127.0.0.1", port, timeout=120), "127.0.0.1", path)

    def read(self):
        """Return how many seconds an answer took, and its body.

        Raises:
            RuntimeError: when it is not answered with 200 and a length.
        """
        begun = time.perf_counter()
        self.socket.sendall(self.request)
        status = self.answer.readline()
        length, ends = None, False
        while (line := self.answer.readline()) not in (b"\r\n", b""):
            name = line[:15].lower()
            if name == b"content-length:":
                length = int(line[15:])
            elif name == b"connection: clo":
                ends = True
        if not status.startswith(b"HTTP/1.1 200 ") or length is None:
            raise RuntimeError(f"Answered {status!r}.")
        body = self.answer.read(length)
        seconds = time.perf_counter() - begun
        if ends:
            # nginx ends a connection after a thousand requests; a browser makes the next one meanwhile.
            self._connect()
        return seconds, body
