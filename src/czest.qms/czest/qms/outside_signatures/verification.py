"""Verification of signed files: their bytes are the ones that were taken in, none has gone or come unseen, and the report
that counts is the one that was made.
"""

from czest.qms import _
from czest.qms.outside_signatures.keeping import attached_to
from czest.qms.outside_signatures.keeping import report_of
from czest.qms.outside_signatures.keeping import sha256_of
from czest.qms.outside_signatures.rules.reports import digest_of_report


GONE = _("A signed file that was attached is not here any more.")
CHANGED = _("A signed file is not the one that was attached.")
UNKNOWN = _("A signed file is here that nobody attached.")
CHANGED_REPORT = _("The report on a signed file is not the one that was made.")
#: Name of the value in the details of the trail: what ``keeping.traced`` says.
DETAIL = "outside_signature"
#: The same where everything attached was validated anew: a list.
DETAIL_OF_ALL = "outside_signatures"


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
    yield from changed_reports(attached_to(content), entries)


def changed_reports(attached, entries):
    """Yield ``(seq, message)`` for each signed file of which the report that counts is not the one traced last.

    Parameters:
        attached: what is attached to the content.
        entries: entries of the trail about it, oldest first; those of before the digest of a report was traced vouch for
            none.
    """
    last = {}
    for entry in entries:
        given = [entry.details[DETAIL]] if DETAIL in entry.details else entry.details.get(DETAIL_OF_ALL, ())
        for recorded in given:
            last[recorded["id"]] = entry.seq, recorded.get("report_sha256")
    for each in attached:
        seq, digest = last.get(each["id"], (None, None))
        if digest is not None and digest != digest_of_report(report_of(each)):
            yield seq, CHANGED_REPORT


def digests(entry):
    """Return the SHA-256 of a signed file and of the signature beside it, read again from the blobs."""
    signature = entry["signature"]
    return sha256_of(entry["file"]), None if signature is None else sha256_of(signature)
