"""Answers kept under the client's Idempotency-Key, so that a repeated request has one effect."""

from BTrees.OOBTree import OOBTree
from czest.qms import clock
from czest.qms.operations.interfaces import IIdempotencyStore
from dataclasses import asdict
from dataclasses import dataclass
import datetime
import hashlib
import json
from persistent import Persistent
from zope.interface import implementer


#: How long an answer is kept.
KEPT_FOR = datetime.timedelta(days=7)


def key_of(idempotency_key, login):
    """Return the storage key: a hash, because clients may put anything into theirs."""
    return hashlib.sha256(f"{login}\0{idempotency_key}".encode()).hexdigest()


def request_digest(method, path, body):
    """Return the digest that tells one request from another under the same key.

    Parameters:
        method: HTTP method.
        path: path of the request.
        body: raw bytes of the body.
    """
    return hashlib.sha256(b"\0".join([method.encode(), path.encode(), body])).hexdigest()


@dataclass(frozen=True)
class Answer:
    """An answer to a request.

    Parameters:
        status: HTTP status.
        body: JSON-compatible dict.
        headers: headers of its own, by name.
        about: path of the object that was changed or made.
    """

    status: int
    body: dict
    headers: dict
    about: str


@implementer(IIdempotencyStore)
class IdempotencyStore(Persistent):
    """Answers by key; written in the transaction of the operation itself."""

    def __init__(self):
        self._answers = OOBTree()

    def find(self, key):
        """Return ``(request digest, Answer)``, or None."""
        stored = self._answers.get(key)
        if stored is None:
            return None
        if len(stored) == 4:
            # Kept before answers had headers; seven days after an upgrade there is none of these.
            _moment, digest, status, body = stored
            return digest, Answer(status, json.loads(body), {}, "")
        _moment, digest, answer = stored
        return digest, Answer(**json.loads(answer))

    def keep(self, key, digest, answer):
        """Keep the answer of a request.

        Parameters:
            key: from :func:`key_of`.
            digest: from :func:`request_digest`.
            answer: the Answer.
        """
        self._answers[key] = (clock.now(), digest, json.dumps(asdict(answer)))

    def prune(self):
        """Forget what is older than seven days; return how many answers that were."""
        limit = clock.now() - KEPT_FOR
        old = [key for key, stored in self._answers.items() if stored[0] < limit]
        for key in old:
            del self._answers[key]
        return len(old)
