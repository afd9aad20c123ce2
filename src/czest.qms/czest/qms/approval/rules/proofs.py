"""A proof that identity was confirmed at the identity provider: for whom, for what, until when (21 CFR 11.200)."""

import base64
from dataclasses import asdict
from dataclasses import dataclass
import datetime
import hashlib


#: How long a proof may be used.
VALID_FOR = datetime.timedelta(minutes=5)
#: Bytes of the hash that names what is signed.
TARGET_BYTES = 18

#: Codes of what is wrong with a proof.
OTHER_USER, OTHER_ISSUER, EXPIRED, OTHER_TARGET = "other_user", "other_issuer", "expired", "other_target"


@dataclass(frozen=True)
class Proof:
    """A confirmation of identity, good once for each of its targets.

    Parameters:
        user: id of the person.
        issuer: address of the identity provider.
        nonce: random text, never the same twice.
        expires: seconds since 1970 at which the proof ends.
        targets: what may be signed, from :func:`target`.
    """

    user: str
    issuer: str
    nonce: str
    expires: int
    targets: tuple


def target(operation, uid, digest):
    """Return a short name of one signature: the operation, on this object, with this content.

    Parameters:
        operation: id of the operation.
        uid: UID of the object.
        digest: SHA-256 of the content in hexadecimal.
    """
    whole = hashlib.sha256("\0".join((operation, uid, digest or "")).encode()).digest()
    return base64.urlsafe_b64encode(whole[:TARGET_BYTES]).decode("ascii")


def issued(user, issuer, nonce, targets, now):
    """Return a new proof that begins now."""
    return Proof(user, issuer, nonce, int((now + VALID_FOR).timestamp()), tuple(targets))


def plain(proof):
    """Return a proof as a dict of plain values."""
    return {**asdict(proof), "targets": list(proof.targets)}


def read(values):
    """Return the proof of :func:`plain`.

    Raises:
        ValueError: when the values are those of no proof.
    """
    try:
        proof = Proof(**{**values, "targets": tuple(values["targets"])})
    except (TypeError, KeyError) as error:
        raise ValueError("no proof") from error
    texts = (proof.user, proof.issuer, proof.nonce, *proof.targets)
    if not all(isinstance(text, str) for text in texts) or type(proof.expires) is not int:
        raise ValueError("no proof")
    return proof


def problem(proof, user, issuer, wanted, now):
    """Return the code of what is wrong with using a proof, or None.

    Parameters:
        user: id of the person who signs.
        issuer: address of the identity provider that is asked at present.
        wanted: what is signed, from :func:`target`.
        now: aware time.
    """
    if proof.user != user:
        return OTHER_USER
    if proof.issuer != issuer:
        return OTHER_ISSUER
    if now.timestamp() >= proof.expires:
        return EXPIRED
    return None if wanted in proof.targets else OTHER_TARGET


def end_of(proof):
    """Return the aware time at which a proof ends."""
    return datetime.datetime.fromtimestamp(proof.expires, datetime.UTC)
