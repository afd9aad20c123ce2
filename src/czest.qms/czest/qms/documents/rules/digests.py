"""The digest of an edition: what a signature is bound to (21 CFR 11.70 as a model)."""

import hashlib
import json


def digest_of_bytes(data):
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of_snapshot(snapshot):
    """Return the SHA-256 of the content of an edition, in hexadecimal.

    Parameters:
        snapshot: dict of plain values: number, change description, text, files with their digests, control data.
    """
    canonical = json.dumps(snapshot, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return digest_of_bytes(canonical.encode("utf-8"))


def short_digest(digest):
    """Return a digest for people to compare: ``7f3a 91c2 5be0 46d8 … c19e 03fa``, the same on screen and paper."""
    return f"{in_fours(digest[:16])} … {in_fours(digest[-8:])}"


def in_fours(digits):
    """Return digits in groups of four."""
    return " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))
