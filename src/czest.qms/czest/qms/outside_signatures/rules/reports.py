"""The report on a file as plain values, as it is kept for ever and given to clients."""

from czest.qms.evidence.rules.sealing import canonical
from czest.qms.evidence.rules.sealing import sha256
from czest.qms.outside_signatures.rules import verdicts
from czest.qms.outside_signatures.rules.kinds import kind_of
from czest.qms.outside_signatures.rules.kinds import SEALS
from czest.qms.outside_signatures.rules.kinds import signer_of
from dataclasses import asdict


#: Version of the shape of a report.
SHAPE = 1


def report_on(found, checked_at, digests, trust_list, declared=None):
    """Return the report on a file.

    Parameters:
        found: ``facts.FileFacts``.
        checked_at: moment of the validation, in ISO 8601 with offset.
        digests: dict with ``sha256`` of the signed file and ``signature_sha256`` of the signature beside it, or None.
        trust_list: digest of the trust list that was asked.
        declared: kind of signature that whoever gave the file named, or None.
    """
    verdict = verdicts.verdict_of_file(found, declared)
    return {
        "shape": SHAPE,
        "verdict": verdict,
        "bottom_line": verdict == verdicts.VALID,
        "format": found.format,
        "declared_kind": declared,
        "checked_at": checked_at,
        **digests,
        "trust_list": trust_list,
        "network": False,
        "revocation_policy": "soft-fail",
        "signatures": [signature_report(each) for each in found.signatures],
    }


def digest_of_report(report):
    """Return the SHA-256 of a report as canonical JSON, in hexadecimal: the trail keeps it beside the verdict."""
    return sha256(canonical(report))


def signature_report(signature):
    """Return what the report says of one signature."""
    certificate = asdict(signature.certificate)
    kind = kind_of(signature.certificate, signature.anchor_uses)
    return {
        "verdict": verdicts.verdict_of(signature),
        "problem": verdicts.problem_of(signature),
        "bottom_line": verdicts.verdict_of(signature) == verdicts.VALID,
        "signer": signer_of(signature),
        "identifier": certificate.pop("identifier"),
        "kind": kind,
        "is_seal": kind in SEALS,
        "time": signature.time,
        "time_source": signature.time_source,
        "claimed_time": signature.claimed_time,
        "timestamp": signature.timestamp and asdict(signature.timestamp),
        "certificate": certificate,
        "is_intact": signature.is_intact,
        "is_sound": signature.is_sound,
        "is_trusted": signature.is_trusted,
        "trust_path": list(signature.trust_path),
        "anchor": signature.anchor,
        "revocation": signature.revocation,
        "covers_all": signature.covers_all,
        "later_changes": signature.later_changes,
    }
