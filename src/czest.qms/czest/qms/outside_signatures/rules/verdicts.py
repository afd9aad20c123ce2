"""The verdict on a signature, and on a file with its signatures."""

from czest.qms.outside_signatures.rules import facts
from czest.qms.outside_signatures.rules.kinds import HANDWRITTEN


#: Verdicts, the worst first. Only VALID says that a signature holds; TAMPERED and DAMAGED are not taken in.
TAMPERED, DAMAGED, NOT_VERIFIED, UNSUPPORTED, NO_SIGNATURE, SCAN, VALID = (
    "tampered",
    "damaged",
    "not-verified",
    "unsupported",
    "no-signature",
    "scan",
    "valid",
)
VERDICTS = (TAMPERED, DAMAGED, NOT_VERIFIED, UNSUPPORTED, NO_SIGNATURE, SCAN, VALID)
#: Whoever gives such a file is told so at the field: what it holds is not what was signed, or nobody can tell.
REFUSED = frozenset({TAMPERED, DAMAGED})

#: Why a signature is not verified, or is tampered with.
CHANGED_CONTENT, CHANGED_LATER, WRONG_KEY = "changed-content", "changed-later", "wrong-key"
NO_ANCHOR, EXPIRED, NOT_YET_VALID, REVOKED = "no-anchor", "expired", "not-yet-valid", "revoked"
BAD_TIMESTAMP, WEAK_ALGORITHM, WRONG_USE, UNCERTAIN = "bad-timestamp", "weak-algorithm", "wrong-use", "uncertain"
PROBLEMS = (
    CHANGED_CONTENT,
    CHANGED_LATER,
    WRONG_KEY,
    NO_ANCHOR,
    EXPIRED,
    NOT_YET_VALID,
    REVOKED,
    BAD_TIMESTAMP,
    WEAK_ALGORITHM,
    WRONG_USE,
    UNCERTAIN,
)
TAMPERING = frozenset({CHANGED_CONTENT, CHANGED_LATER, WRONG_KEY})


def problem_of(signature):
    """Return why a signature is not valid, or None for a valid one.

    ``bottom_line`` decides: no other fact makes a signature valid, and where one speaks against it, it is not.

    Parameters:
        signature: ``facts.SignatureFacts``.
    """
    if not signature.is_intact:
        return CHANGED_CONTENT
    if not signature.is_sound:
        return WRONG_KEY
    if signature.later_changes == facts.OTHER:
        return CHANGED_LATER
    if signature.revocation == facts.REVOKED:
        return REVOKED
    if signature.problem is not None:
        return signature.problem
    if signature.timestamp is not None and not signature.timestamp.is_trusted:
        return BAD_TIMESTAMP
    if not signature.is_trusted:
        return NO_ANCHOR
    return None if signature.bottom_line else UNCERTAIN


def verdict_of(signature):
    """Return VALID, NOT_VERIFIED or TAMPERED for one signature."""
    problem = problem_of(signature)
    if problem is None:
        return VALID
    return TAMPERED if problem in TAMPERING else NOT_VERIFIED


def verdict_of_file(found, declared=None):
    """Return the verdict on a file: the worst of its signatures, or why there is nothing to verify.

    Parameters:
        found: ``facts.FileFacts``.
        declared: kind of signature that whoever gave the file named, or None.
    """
    if found.is_damaged:
        return DAMAGED
    if found.signatures:
        return min((verdict_of(signature) for signature in found.signatures), key=VERDICTS.index)
    if found.format in (facts.XADES, facts.UNKNOWN_FORMAT):
        return UNSUPPORTED
    return SCAN if declared == HANDWRITTEN else NO_SIGNATURE
