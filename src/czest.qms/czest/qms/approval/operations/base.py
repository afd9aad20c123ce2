"""What the operations of review and approval share."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.claiming import claim_of
from czest.qms.approval.claiming import refusal_of
from czest.qms.approval.passwords import forget_wrong_passwords
from czest.qms.approval.passwords import is_password_of_current_user
from czest.qms.approval.passwords import locked_until
from czest.qms.approval.passwords import note_wrong_password
from czest.qms.approval.progress import advance
from czest.qms.approval.progress import refresh
from czest.qms.approval.rules import claims
from czest.qms.approval.rules import locking
from czest.qms.approval.signatures import sign
from czest.qms.approval.signatures import signatory
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.language.dates import long_date
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import InvalidInput
from czest.qms.organisation.people import full_name
import datetime
from plone.supermodel import model
from zope import schema


class ISignature(model.Schema):
    """Input of a signature."""

    meaning = schema.TextLine(title=_("Meaning of the signature"), required=False, max_length=200)
    comment = schema.Text(title=_("Remark"), required=False, max_length=2000, default="")
    password = schema.Password(title=_("Password to the system"))


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

    schema = ISignature
    not_done = _("Not signed.")
    busy = _("Signing…")
    icon = "qms-pending-approval"
    opposite = "return"
    #: ``review`` or ``approve``.
    act = ""
    usual_meaning = ""

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
        login = actor()
        require_unlocked(locked_until(login))
        if not is_password_of_current_user(data["password"]):
            require_unlocked(locking.locked_until(note_wrong_password(self.context, login), clock.now()))
            raise InvalidInput(_("Not signed: the password is wrong."), [("password", _("The password is wrong."))])

    def write(self, data):
        forget_wrong_passwords(actor())
        edition, claim = self.context, self.claim
        stage = edition.course.current
        signature = sign(edition, stage, claim, data["meaning"] or self.usual_meaning, data["comment"])
        if edition.course.current is None:
            self.complete(data)
        else:
            advance(edition)
        details = {"post": signature["post"], "meaning": signature["meaning"], "stage": stage.id, **self.details()}
        return Outcome(
            edition,
            reason=data["comment"] or "",
            on_behalf_of=claim.on_behalf_of,
            details={**details, **mandate(claim)},
        )

    def complete(self, data):
        """Lead the edition on when its last stage is met."""
        refresh(self.context)

    def details(self):
        """Return further values for the trail."""
        return {}


def require_unlocked(end):
    """Refuse to sign until an aware time.

    Raises:
        InvalidInput: when there is one.
    """
    if end is not None:
        sentence = _(
            "Too many wrong passwords: signing is locked until ${time}.",
            mapping={"time": f"{end.astimezone(clock.OFFICE_ZONE):%H:%M}"},
        )
        raise InvalidInput(sentence, [("password", sentence)])


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
