"""The decision of the BIP editor: publishing now or on a day, or refusing (BIP-2, RODO-1)."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.identity.confirming import require_identity
from czest.qms.approval.identity.confirming import use_up
from czest.qms.approval.identity.detour import IdentityDetour
from czest.qms.approval.identity.schemas import with_identity
from czest.qms.approval.identity.settings import accepted_ways
from czest.qms.approval.identity.settings import PROVIDER
from czest.qms.approval.passwords import forget_wrong_passwords
from czest.qms.bulletin.snapshot import as_plain
from czest.qms.documents.operations.discard import IReason
from czest.qms.language.dates import long_date
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.roles import REQUESTER
from czest.qms.publication import carrying_out
from czest.qms.publication.operations.base import DecidingOperation
from czest.qms.publication.operations.base import plain_findings
from czest.qms.publication.operations.request import rows_of
from czest.qms.publication.people import person
from czest.qms.publication.preparing import asked_in
from czest.qms.publication.preparing import content_digest
from czest.qms.publication.preparing import draft_of
from czest.qms.publication.preparing import kept
from czest.qms.publication.preparing import prepare
from czest.qms.publication.rules import cases
from czest.qms.publication.rules import Override
from czest.qms.publication.rules.checklist import QUESTIONS
from czest.qms.publication.rules.overrides import faults
from czest.qms.publication.rules.overrides import standing
from dataclasses import asdict
import json
from plone.schema import JSONField
from plone.supermodel import model
from zope import schema


ANSWERS = json.dumps(
    {
        "type": "object",
        "properties": {name: {"type": "boolean"} for name in QUESTIONS},
        "additionalProperties": False,
    }
)


class IPublish(model.Schema):
    """Input of the decision to publish, besides what confirms the identity of the editor."""

    checklist = JSONField(
        title=_("Checklist"),
        description=_("For each question, whether such data is present; every question must be answered (RODO)."),
        schema=ANSWERS,
    )
    overrides = JSONField(
        title=_("Findings answered for"),
        description=_("Findings that block and for which a named person answers, with reason and legal basis."),
        schema=rows_of("rule", "place", "person", "reason", "legal_basis", optional=("alt_access",)),
        required=False,
    )
    content_digest = schema.ASCIILine(
        title=_("Digest of the public form"),
        description=_("As @publication tells it; publishing another form than that is refused."),
        required=False,
        max_length=64,
    )
    publish_on = schema.Date(title=_("Publish on"), description=_("A later day; left empty, at once."), required=False)


class Publish(DecidingOperation):
    """Sign and publish, or set the day."""

    id = "publish"
    title = _("Publish in the BIP")
    headings = (
        _("Publishing edition ${number} of ${symbol} in the BIP"),
        _("Publishing record ${symbol} in the BIP"),
    )
    done = _("Published in the BIP.")
    not_done = _("Not published.")
    busy = _("Publishing…")
    opposite = "refuse-publication"
    order = 20
    emphasis = "primary"
    condition = _("asked for by somebody else, no author; nothing blocks it; signature")
    tells = (REQUESTER,)

    @property
    def address(self):
        """Where the public form and the findings stand beside the decision."""
        return f"{self.context.absolute_url()}/@@publication-review"

    @property
    def schema(self):
        """What is asked, with the fields of the ways to confirm identity that are accepted now."""
        return with_identity(IPublish, accepted_ways())

    @property
    def signed_digest(self):
        """Digest of what is signed: the public form that was asked for, which need not be the whole edition."""
        return content_digest(draft_of(self.open_case))

    def withheld(self):
        return ("content_digest",)

    def detour(self, prefix):
        """Return the way to the identity provider where it is asked, or None."""
        return IdentityDetour(self, prefix) if PROVIDER in accepted_ways() else None

    def state_refusal(self):
        refusal = super().state_refusal()
        if refusal or self.open_case.state == cases.REQUESTED:
            return refusal
        return _("The publication is decided: it takes effect on ${day}.", mapping={"day": self.open_case.publish_on})

    def signature(self):
        who = person(actor())
        words = ", ".join(dict.fromkeys(part for part in (who.post, who.name) if part))
        return (
            _("Signature: ${who}, ${day}", mapping={"who": words, "day": long_date(clock.now())}),
            _("An electronic signature in the system, bound to the digest of the content."),
        )

    def check(self, data):
        require_identity(self, data)
        day = data["publish_on"]
        if day is not None and day <= clock.today():
            raise InvalidInput(_("Not published."), [("publish_on", _("The day must be a later one than today."))])
        if day is not None and cases.is_over(self.open_case.until, day):
            message = _("The last day in the bulletin is ${day}.", mapping={"day": self.open_case.until})
            raise InvalidInput(_("Not published."), [("publish_on", message)])
        self._judge(data)

    def _judge(self, data):
        """Prepare the publication anew and let the rules look at it; what the editor saw must still be so.

        Raises:
            ObjectMovedOn: when the public form is no longer the one that was shown.
            InvalidInput: when something blocks, naming each finding.
        """
        case = self.open_case
        asked = {**asked_in(case), "checklist": data["checklist"], "entered_by": person(actor()).name}
        prepared = prepare(self.context, asked)
        shown = data["content_digest"] or content_digest(draft_of(case))
        if not content_digest(prepared.draft) == content_digest(draft_of(case)) == shown:
            raise ObjectMovedOn(
                _("Not published: what would be public has changed since the request. Ask for the publication anew.")
            )
        given = [Override(**{"alt_access": "", **row}) for row in data["overrides"] or ()]
        wrong = [("overrides", _(fault.message)) for fault in faults(prepared.findings, given)]
        blocking = standing(prepared.findings, given)
        told = [("findings", f"{each['place']}: {each['message']}") for each in plain_findings(blocking, self.request)]
        if told or wrong:
            raise InvalidInput(_("Not published: something blocks it."), [*told, *wrong])
        self.judged = prepared, given

    def write(self, data):
        prepared, given = self.judged
        forget_wrong_passwords(actor())
        case, login = self.open_case, actor()
        for name, value in kept(prepared).items():
            setattr(case, name, value)
        case.decision = {
            "by": login,
            "person": as_plain(person(login)),
            "at": clock.now().isoformat(),
            "content_digest": content_digest(prepared.draft),
            "checklist": dict(data["checklist"]),
            "overrides": [asdict(each) for each in given],
            "findings": plain_findings(prepared.findings, self.request),
        }
        details = {
            "case": case.id,
            "content_digest": case.decision["content_digest"],
            "checklist": case.decision["checklist"],
            "overrides": case.decision["overrides"],
            **use_up(self, data),
        }
        if data["publish_on"] is not None:
            case.publish_on = data["publish_on"].isoformat()
            self.ledger.move(case, cases.SCHEDULED)
            return Outcome(self.context, details={**details, "publish_on": case.publish_on})
        details["entry"] = carrying_out.publish(case, login, person(login))
        return Outcome(self.context, details={**details, "entry_digest": case.snapshot["digest"]})

    def consequences(self):
        return [
            _("Everybody can read it at once, at an address that does not change."),
            _("The time of the server and the digest are written in the metryczka and cannot be changed."),
            _("What was published before under the same symbol becomes an archived version."),
        ]


class RefusePublication(DecidingOperation):
    """Refuse, with a reason for the one who asked."""

    id = "refuse-publication"
    title = _("Refuse the publication")
    headings = (
        _("Refusing the publication of edition ${number} of ${symbol} in the BIP"),
        _("Refusing the publication of record ${symbol} in the BIP"),
    )
    done = _("The publication was refused.")
    not_done = _("Not refused.")
    busy = _("Refusing…")
    schema = IReason
    opposite = "publish"
    order = 30
    emphasis = "danger"
    condition = _("asked for by somebody else, no author; reason")
    tells = (REQUESTER,)

    def write(self, data):
        case = self.open_case
        case.decision = {"by": actor(), "at": clock.now().isoformat(), "reason": data["reason"]}
        case.contents, case.text = (), ""
        self.ledger.move(case, cases.REFUSED)
        return Outcome(self.context, reason=data["reason"], details={"case": case.id})

    def consequences(self):
        return [_("Nothing becomes public."), _("Whoever asked for it gets the reason.")]
