"""What the operations of review and approval share."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.claiming import claim_of
from czest.qms.approval.claiming import refusal_of
from czest.qms.approval.identity.confirming import require_identity
from czest.qms.approval.identity.confirming import use_up
from czest.qms.approval.identity.detour import IdentityDetour
from czest.qms.approval.identity.schemas import with_identity
from czest.qms.approval.identity.settings import accepted_ways
from czest.qms.approval.identity.settings import PROVIDER
from czest.qms.approval.passwords import forget_wrong_passwords
from czest.qms.approval.progress import advance
from czest.qms.approval.progress import refresh
from czest.qms.approval.rules import claims
from czest.qms.approval.signatures import sign
from czest.qms.approval.signatures import signatory
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.language.dates import long_date
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.organisation.people import full_name
import datetime
from plone.supermodel import model
from zope import schema


class ISignature(model.Schema):
    """Input of a signature, besides what confirms the identity of the person who signs."""

    meaning = schema.TextLine(title=_("Meaning of the signature"), required=False, max_length=200)
    comment = schema.Text(title=_("Remark"), required=False, max_length=2000, default="")


#: Why somebody may not sign because of who he is.
PERSON_REFUSALS = {
    claims.AUTHOR: _("An author neither reviews nor approves his own work."),
    claims.NOT_ASKED: _("This task belongs to somebody else."),
}
#: Why somebody may not sign because of how far the edition has come.
STATE_REFUSALS = {
    claims.SIGNED: _("Signed already; others of this stage are still to sign."),
    claims.NOT_YET: _("Not yet your turn: others of this stage sign first."),
}


class SigningOperation(EditionOperation):
    """Review or approve with a signature; the stage is complete when its rule is met."""

    #: Schemas of what is asked besides identity, by clients and in the form.
    asked = ISignature
    asked_in_form = None
    not_done = _("Not signed.")
    busy = _("Signing…")
    icon = "qms-pending-approval"
    opposite = "return"
    #: ``review`` or ``approve``.
    act = ""
    usual_meaning = ""

    @property
    def schema(self):
        """What is asked, with the fields of the ways to confirm identity that are accepted now."""
        return with_identity(self.asked, accepted_ways())

    @property
    def form_schema(self):
        """The same as a form asks it."""
        return with_identity(self.asked_in_form or self.asked, accepted_ways())

    @property
    def signed_digest(self):
        """Digest of what is signed: the content of the edition."""
        return self.context.digest

    def detour(self, prefix):
        """Return the way to the identity provider where it is asked, or None."""
        return IdentityDetour(self, prefix) if PROVIDER in accepted_ways() else None

    @property
    def claim(self):
        """By what right the current person signs now, or None."""
        return claim_of(self.context, actor())

    def person_refusal(self):
        refusal = refusal_of(self.context, self.act, actor())
        return PERSON_REFUSALS.get(refusal.code) if refusal else None

    def state_refusal(self):
        refusal = refusal_of(self.context, self.act, actor())
        if refusal and refusal.code == claims.DONE:
            return done_already(refusal.signature)
        return super().state_refusal() or (STATE_REFUSALS.get(refusal.code) if refusal else None)

    def defaults(self):
        return {"meaning": self.usual_meaning}

    def signature(self):
        who = in_words(signatory(actor(), self.act))
        claim = self.claim
        day = long_date(clock.now())
        binds = _("An electronic signature in the system, bound to the digest of the content.")
        if claim is None or claim.on_behalf_of is None:
            return (_("Signature: ${who}, ${day}", mapping={"who": who, "day": day}), binds)
        words = {"who": who, "person": full_name(claim.on_behalf_of), "mandate": claim.mandate, "day": day}
        return (_("Signature: ${who} for ${person} (${mandate}), ${day}", mapping=words), binds)

    def check(self, data):
        require_identity(self, data)

    def write(self, data):
        forget_wrong_passwords(actor())
        edition, claim = self.context, self.claim
        stage = edition.course.current
        confirmed = use_up(self, data)
        signature = sign(edition, stage, claim, data["meaning"] or self.usual_meaning, data["comment"], confirmed)
        if edition.course.current is None:
            self.complete(data)
        else:
            advance(edition)
        details = {"post": signature["post"], "meaning": signature["meaning"], "stage": stage.id, **confirmed}
        return Outcome(
            edition,
            reason=data["comment"] or "",
            on_behalf_of=claim.on_behalf_of,
            details={**details, **self.details(), **mandate(claim)},
        )

    def complete(self, data):
        """Lead the edition on when its last stage is met."""
        refresh(self.context)

    def details(self):
        """Return further values for the trail."""
        return {}


def done_already(signature):
    """Return the sentence that says by whom and when a task was done."""
    moment = datetime.datetime.fromisoformat(signature["time"]).astimezone(clock.OFFICE_ZONE)
    return _(
        "Done already by ${who}, ${day} ${time}.",
        mapping={"who": in_words(signature), "day": long_date(moment), "time": f"{moment:%H:%M}"},
    )


def in_words(person):
    """Return post and name of a person, each once."""
    return ", ".join(dict.fromkeys(part for part in (person["post"], person["name"]) if part))


def mandate(claim):
    """Return what the trail keeps of a mandate."""
    return {"mandate": claim.mandate} if claim.on_behalf_of else {}
