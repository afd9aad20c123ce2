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
