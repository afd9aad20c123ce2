"""Which signatures of an edition stand, and who of a stage has signed (SIG-2)."""

REVIEW = "review"
APPROVAL = "approve"

#: State of an edition → kind of signature given in it.
SIGNED_IN = {"in_review": REVIEW, "pending_approval": APPROVAL}


def standing(signatures, act):
    """Return the signatures of one kind that are not void, oldest first."""
    return [signature for signature in signatures if signature["act"] == act and not signature["void"]]


def stage(people, signatures, act):
    """Return ``(login, standing signature or None)`` for everybody of a stage, in the order of the route."""
    by_login = {signature["login"]: signature for signature in standing(signatures, act)}
    return [(login, by_login.get(login)) for login in people]


def short_digest(digest):
    """Return a digest for people to compare: its first twelve and last four digits, in groups of four."""
    return f"{digest[:4]} {digest[4:8]} {digest[8:12]} … {digest[-4:]}"
