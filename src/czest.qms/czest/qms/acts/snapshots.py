"""What was recorded of an act as plain values, and its digest."""

from czest.qms.documents.rules.digests import digest_of_snapshot
from czest.qms.documents.snapshots import describe_file
from czest.qms.documents.snapshots import digest_of_file
from czest.qms.documents.snapshots import known_digest


def snapshot(act, digest_of):
    """Return everything that the trail vouches for.

    Parameters:
        act: the act.
        digest_of: function that gives the digest of its file.
    """
    return {
        "number": act.number,
        "title": act.title,
        "date": act.date and act.date.isoformat(),
        "effective_from": act.effective_from and act.effective_from.isoformat(),
        "basis": act.basis,
        "repeals": list(act.repeals),
        "amends": list(act.amends),
        "signed_file": describe_file(act.signed_file, digest_of),
        "editions": list(act.editions),
    }


def digest_of(act):
    """Return the digest of an act from what was noted when its file was stored."""
    return digest_of_snapshot(snapshot(act, known_digest))


def computed_digest(act):
    """Return the digest of an act as it is stored now, its file read again."""
    return digest_of_snapshot(snapshot(act, digest_of_file))
