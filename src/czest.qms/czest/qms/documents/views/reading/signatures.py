"""The table of signatures of an edition (SIG-2)."""

from czest.qms import _
from czest.qms.clock import OFFICE_ZONE
from czest.qms.documents.rules.digests import digest_of_snapshot
from czest.qms.documents.rules.digests import short_digest
from czest.qms.documents.snapshots import snapshot
from czest.qms.documents.views.reading.people import signer
from czest.qms.documents.views.reading.rules.dates import long_date
from czest.qms.language.dates import moment_of
from czest.qms.outside_signatures.views.section import verdicts_of_person
import datetime


#: Reason noted by the operation itself, which asks for none, and its words.
NOTED_REASONS = {
    "retract": _("the author retracted the submission"),
    "content": _("the content was changed"),
    "route": _("the route was changed"),
}


def signature_rows(edition):
    """Return the signatures of an edition, oldest first, the void ones too."""
    digest = digest_of_snapshot(snapshot(edition))
    return [
        {**row(signature, digest), "outside": verdicts_of_person(edition, signature["name"])}
        for signature in edition.signatures
    ]


def row(signature, digest):
    """Return one row of the table."""
    moment = moment_of(signature["time"]).astimezone(OFFICE_ZONE)
    return {
        "who": signer(signature),
        "on_behalf_of": signature["on_behalf_of"] and represented(signature),
        "time": f"{moment:%Y-%m-%d %H:%M:%S}",
        "meaning": signature["meaning"],
        "comment": signature["comment"],
        "confirmed": confirmed(signature),
        "digest": short_digest(signature["digest"]),
        "whole_digest": signature["digest"],
        **verdict(signature, digest),
    }


def represented(signature):
    """Return post and name of the person for whom somebody signed, and the mandate."""
    parts = (signature["on_behalf_post"], signature["on_behalf_name"], signature["mandate"])
    return ", ".join(dict.fromkeys(part for part in parts if part))


def confirmed(signature):
    """Return how the signer confirmed who he is, or None for a signature of before this was noted."""
    way, issuer = signature.get("confirmed_by"), signature.get("identity_issuer")
    if way == "password":
        return _("Identity confirmed by the password to the system")
    return way and _("Identity confirmed at the identity provider ${issuer}", mapping={"issuer": issuer})


def verdict(signature, digest):
    """Return whether a signature stands: ``valid`` and the sentence that says so."""
    if signature["void"]:
        reason = NOTED_REASONS.get(signature["void_reason"], signature["void_reason"])
        return {"valid": False, "verdict": _("Void: ${reason}", mapping={"reason": reason})}
    if signature["digest"] != digest:
        return {"valid": False, "verdict": _("Does not agree with the content")}
    return {"valid": True, "verdict": _("Valid")}


def taken_over_sentence(edition):
    """Return how the edition came to be here without signatures, or None."""
    if edition.taken_over is None:
        return None
    day = long_date(datetime.date.fromisoformat(edition.taken_over["on"]))
    return _(
        "Taken over into the system on ${day} on the evidence of earlier documents; it has no signatures made here.",
        mapping={"day": day},
    )
