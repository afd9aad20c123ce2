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
        connection.connect()
        self.socket = connection.sock
        self.answer = self.socket.makefile("rb")
        lines = (f"GET {path} HTTP/1.1", f"Host: {host}", "Accept: text/html", "Accept-Language: pl", "", "")
        self.request = "\r\n".join(lines).encode()

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
        length = None
        while (line := self.answer.readline()) not in (b"\r\n", b""):
            if line[:15].lower() == b"content-length:":
                length = int(line[15:])
        if not status.startswith(b"HTTP/1.1 200 ") or length is None:
            raise RuntimeError(f"Answered {status!r}.")
        body = self.answer.read(length)
        return time.perf_counter() - begun, body
