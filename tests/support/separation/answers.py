"""What a web server answered, and the canaries in it."""

from dataclasses import dataclass
from functools import lru_cache
from support.separation.decoding import texts


@dataclass(frozen=True)
class Answer:
    """One answer.

    Parameters:
        status: of HTTP.
        reason: words after the status.
        headers: ``(name, value)`` pairs in their order, without ``Date``.
        body: bytes.
    """

    status: int
    reason: str
    headers: tuple
    body: bytes

    def header(self, name):
        """Return the value of a header, or an empty text."""
        return next((value for each, value in self.headers if each.lower() == name), "")


def leaks(canaries, answer):
    """Return the places of the canaries in an answer: in its status line, its headers and its body, decoded.

    Parameters:
        canaries: Canaries.
        answer: Answer.
    """
    head = "\n".join([answer.reason, *(f"{name}: {value}" for name, value in answer.headers)])
    found = set()
    for data in (head.encode("latin-1", "replace"), answer.body):
        found.update(_leaks(canaries, data))
    return sorted(found)


def _leaks(canaries, data):
    return {place for text in texts_of(data) for place in canaries.found_in(text)}


@lru_cache(maxsize=64)
def texts_of(data):
    """Return the texts of some bytes; the page of what does not exist is the same a thousand times."""
    return tuple(texts(data))
