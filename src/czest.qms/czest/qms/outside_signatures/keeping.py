"""Files signed outside as they are kept with an edition or an act: never changed, never replaced, never taken away.

The attribute ``outside_signatures`` of such content is a tuple of dicts, the first attached first:

``id``
    "1", "2" …; stands in addresses.
``file``, ``signature``
    NamedBlobFile of the signed file, and of the detached signature over it or None. Each has its SHA-256 noted.
``attached_by``, ``attached_at``
    login, and moment in ISO 8601.
``digest``
    of the content at that moment; a file attached to former content says nothing of the present one.
``says_the_same``
    True where the signed file is the source file of the content, byte for byte.
``reports``
    tuple of reports (``rules.reports``), the last one counts.
"""

from Acquisition import aq_base
from czest.qms import clock
from czest.qms.operations.base import actor
from czest.qms.operations.interfaces import IStateOf
from czest.qms.outside_signatures.rules.reports import digest_of_report
from czest.qms.outside_signatures.rules.reports import report_on
from czest.qms.outside_signatures.trust_list import present_trust
from czest.qms.outside_signatures.validation import validate
import hashlib


#: Media type under which a detached signature is kept and served (RFC 8551, 3.2.1).
SIGNATURE_TYPE = "application/pkcs7-signature"


def attached_to(content):
    """Return what was attached to an edition or act, oldest first."""
    return getattr(aq_base(content), "outside_signatures", ())


def report_of(entry):
    """Return the report that counts."""
    return entry["reports"][-1]


def is_of_present_content(content, entry):
    """Tell whether what was attached was attached to the content as it is now."""
    return entry["digest"] is None or entry["digest"] == IStateOf(content).digest


def sha256_of(named_file):
    """Return the SHA-256 of the bytes of a file as they are stored now, in hexadecimal."""
    return hashlib.sha256(named_file.data).hexdigest()


def examined(named_file, signature=None, declared=None):
    """Validate a signed file and return the report on it; nothing is kept.

    Parameters:
        named_file: NamedBlobFile.
        signature: NamedBlobFile of the detached signature over it, or None.
        declared: kind of signature that whoever gave the file named, or None.
    """
    moment, trust = clock.now(), present_trust()
    found = validate(named_file.data, None if signature is None else signature.data, trust, moment)
    digests = {
        "sha256": sha256_of(named_file),
        "signature_sha256": None if signature is None else sha256_of(signature),
    }
    return report_on(found, moment.isoformat(), digests, trust.digest, declared)


def keep(content, named_file, signature, report, *, digest=None, says_the_same=False):
    """Attach a signed file for ever and return what the trail says of it.

    Parameters:
        content: edition or act.
        named_file, signature, report: as :func:`examined` took them and gave it.
        digest: of the content that was signed, or None where it cannot change.
        says_the_same: whether the file is known to be the source file of the content, signed.
    """
    named_file.sha256 = report["sha256"]
    if signature is not None:
        signature.sha256 = report["signature_sha256"]
        # What a client says of it is never believed: a browser would act on it.
        signature.contentType = SIGNATURE_TYPE
    before = attached_to(content)
    entry = {
        "id": str(len(before) + 1),
        "file": named_file,
        "signature": signature,
        "attached_by": actor(),
        "attached_at": clock.now().isoformat(),
        "digest": digest,
        "says_the_same": says_the_same,
        "reports": (report,),
    }
    content.outside_signatures = (*before, entry)
    return traced(entry)


def examine_again(content):
    """Validate everything attached to an edition or act anew; earlier reports are kept.

    Returns:
        What the trail says of it, a list.
    """
    renewed = []
    for entry in attached_to(content):
        before = report_of(entry)
        report = examined(entry["file"], entry["signature"], before["declared_kind"])
        renewed.append({**entry, "reports": (*entry["reports"], report)})
    content.outside_signatures = tuple(renewed)
    return [traced(entry) for entry in renewed]


def traced(entry):
    """Return what the trail says of a signed file: digests and the verdict, and nobody's name."""
    report = report_of(entry)
    return {
        "id": entry["id"],
        "sha256": report["sha256"],
        "signature_sha256": report["signature_sha256"],
        "report_sha256": digest_of_report(report),
        "verdict": report["verdict"],
        "kinds": [signature["kind"] for signature in report["signatures"]],
    }
