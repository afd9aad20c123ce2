"""Answers kept under the client's Idempotency-Key, so that a repeated request has one effect."""

from BTrees.OOBTree import OOBTree
from czest.qms import clock
from czest.qms.operations.interfaces import IIdempotencyStore
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


@implementer(IIdempotencyStore)
class IdempotencyStore(Persistent):
    """Answers by key; written in the transaction of the operation itself."""

    def __init__(self):
        self._answers = OOBTree()

    def find(self, key):
        """Return ``(request digest, status, answer)``, or None."""
        stored = self._answers.get(key)
        if stored is None:
            return None
        _moment, digest, status, answer = stored
        return digest, status, json.loads(answer)

    def keep(self, key, digest, status, answer):
        """Keep the answer of a request.

        Parameters:
            key: from :func:`key_of`.
            digest: from :func:`request_digest`.
            status: HTTP status.
            answer: JSON-compatible dict.
        """
        self._answers[key] = (clock.now(), digest, status, json.dumps(answer))

    def prune(self):
        """Forget what is older than seven days; return how many answers that were."""
        limit = clock.now() - KEPT_FOR
        old = [key for key, stored in self._answers.items() if stored[0] < limit]
        for key in old:
            del self._answers[key]
        return len(old)
