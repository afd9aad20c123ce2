"""Which signatures of an edition stand, and who of a stage has signed (SIG-2)."""

REVIEW = "review"
APPROVAL = "approve"

#: State of an edition → kind of signature given in it.
SIGNED_IN = {"in_review": REVIEW, "pending_approval": APPROVAL}


def standing(signatures, act, digest):
    """Return the signatures of one kind that are bound to a content and not void, oldest first.

    Parameters:
        signatures: dicts with ``act``, ``login``, ``digest`` and ``void``.
        act: ``review`` or ``approve``.
        digest: SHA-256 of the content.
    """
    return [
        signature
        for signature in signatures
        if signature["act"] == act and signature["digest"] == digest and not signature["void"]
    ]
