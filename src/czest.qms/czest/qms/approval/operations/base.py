"""What the operations of review and approval share."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval import rules
from czest.qms.approval.passwords import is_password_of_current_user
from czest.qms.approval.signatures import ENTITLEMENTS
from czest.qms.approval.signatures import sign
from czest.qms.approval.signatures import signatory
from czest.qms.documents.access import apply_access
from czest.qms.documents.checks import raise_all
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.transitions import move
from czest.qms.language.dates import long_date
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import InvalidInput
from czest.qms.organisation.interfaces import IDirectory
from plone.supermodel import model
from zope import schema
from zope.component import getUtility


class ISignature(model.Schema):
    """Input of a signature."""

    meaning = schema.TextLine(title=_("Meaning of the signature"), required=False, max_length=200)
    comment = schema.Text(title=_("Remark"), required=False, max_length=2000, default="")
    password = schema.Password(title=_("Password to the system"))


def change_state(operation, transition=None):
    """Move the edition of an operation, refresh rights and index."""
    edition = operation.context
    move(edition, transition or operation.id)
    apply_access(operation.document)
    edition.reindexObject()


class SigningOperation(EditionOperation):
    """Review or approve with a signature; the stage is complete when everybody of it has signed."""

    schema = ISignature
    not_done = _("Not signed.")
    busy = _("Signing…")
    icon = "qms-pending-approval"
    opposite = "return"
    #: ``review`` or ``approve``.
    act = ""
    usual_meaning = ""

    def people(self):
        """Return the logins of the stage."""
        raise NotImplementedError

    def person_refusal(self):
        login = actor()
        if rules.breaks_four_eyes(login, self.context.authors):
            return _("An author neither reviews nor approves his own work.")
        if login not in self.people():
            return _("This task belongs to somebody else.")
        if not getUtility(IDirectory).is_entitled(login, ENTITLEMENTS[self.act]):
            return _("You hold no post entitled to this today.")
        return None

    def state_refusal(self):
        refusal = super().state_refusal()
        if refusal:
            return refusal
        if actor() in rules.signers(self.context.signatures, self.act, self.context.digest):
            return _("Signed already; others of this stage are still to sign.")
        return None

    def defaults(self):
        return {"meaning": self.usual_meaning}

    def signature(self):
        person = signatory(actor(), self.act)
        who = ", ".join(dict.fromkeys(part for part in (person["post"], person["name"]) if part))
        return (
            _("Signature: ${who}, ${day}", mapping={"who": who, "day": long_date(clock.now())}),
            _("An electronic signature in the system, bound to the digest of the content."),
        )

    def check(self, data):
        if not is_password_of_current_user(data["password"]):
            raise InvalidInput(_("Not signed: the password is wrong."), [("password", _("The password is wrong."))])

    def write(self, data):
        signature = sign(self.context, self.act, data["meaning"] or self.usual_meaning, data["comment"])
        if rules.is_complete(self.people(), self.context.signatures, self.act, self.context.digest):
            self.complete(data)
        else:
            self.context.reindexObject()
        details = {"post": signature["post"], "meaning": signature["meaning"], **self.details()}
        return Outcome(self.context, reason=data["comment"] or "", details=details)

    def complete(self, data):
        """Lead the edition on when the stage is complete."""
        change_state(self)

    def details(self):
        """Return further values for the trail."""
        return {}


def check_route(edition):
    """Check that an edition can go on its way.

    Raises:
        InvalidInput: naming the field of each problem.
    """
    sentences = {
        "nobody": _("Name at least one person."),
        "author": _("An author neither reviews nor approves his own work."),
    }
    problems = rules.route_problems(edition.reviewers, edition.approvers, edition.authors)
    raise_all([(field, sentences[problem]) for field, problem in problems])
