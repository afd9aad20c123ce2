"""Verification of signed files: their bytes are the ones that were taken in, and none has gone or come unseen."""

from czest.qms import _
from czest.qms.outside_signatures.keeping import attached_to
from czest.qms.outside_signatures.keeping import sha256_of


GONE = _("A signed file that was attached is not here any more.")
CHANGED = _("A signed file is not the one that was attached.")
UNKNOWN = _("A signed file is here that nobody attached.")
#: Name of the value in the details of the trail: what ``keeping.traced`` says.
DETAIL = "outside_signature"


def broken_files(content, entries):
    """Yield ``(seq, message)`` for each signed file that is not what the trail says.

    Parameters:
        content: edition or act.
        entries: entries of the trail about it, oldest first.
    """
    here = {entry["id"]: entry for entry in attached_to(content)}
    for entry in entries:
        recorded = entry.details.get(DETAIL)
        if recorded is None:
            continue
        found = here.pop(recorded["id"], None)
        if found is None:
            yield entry.seq, GONE
        elif digests(found) != (recorded["sha256"], recorded["signature_sha256"]):
            yield entry.seq, CHANGED
    for _number in here:
        yield None, UNKNOWN


def digests(entry):
    """Return the SHA-256 of a signed file and of the signature beside it, read again from the blobs."""
    signature = entry["signature"]
    return sha256_of(entry["file"]), None if signature is None else sha256_of(signature)
