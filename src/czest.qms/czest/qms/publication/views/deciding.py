"""The decision on a publication as a part of its page: what keeps it shut, who may take it, and taking it."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.forms import correction
from czest.qms.language.dates import long_date
from czest.qms.language.dates import parse_date
from czest.qms.language.numerals import counted
from czest.qms.operations.base import actor
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.errors import OperationRefused
from czest.qms.operations.performing import perform
from czest.qms.publication.operations.base import REFUSALS
from czest.qms.publication.people import person
from czest.qms.publication.preparing import content_digest
from czest.qms.publication.preparing import draft_of
from czest.qms.publication.preparing import judged
from czest.qms.publication.rules import cases
from czest.qms.publication.views.acts import acts_on
from czest.qms.publication.views.answers import Answers
from czest.qms.publication.views.answers import typed
from czest.qms.publication.views.base import CaseView
from czest.qms.publication.views.findings import decided_on
from czest.qms.publication.views.findings import rows_of
from dataclasses import asdict
import datetime
from functools import cached_property
from plone import api


PUBLISH, SCHEDULE, DEPART = "publish", "schedule", "depart"
#: With what the names of the inputs begin that are kept on the way to the identity provider and back.
TYPED = ("answer.", "override.", "publish_on", "seen")

#: Fields by which identity is confirmed.
IDENTITY = ("password", "identity_proof")

#: Labels of the inputs.
WORDS = {
    "reason": _("Reason"),
    "legal_basis": _("Legal basis"),
    "alt_access": _("How people get at the content who cannot use the file (art. 7)"),
    "password": _("Password to the system"),
    "publish_on": _("Day of publication"),
    "publish_on_hint": _("Only to schedule it: a later day (yyyy-mm-dd)."),
}


class Deciding(CaseView):
    """The part of a page that decides; its form posts to the page and performs the operation ``publish``."""

    words = WORDS
    #: What was refused: a sentence, and messages by field.
    refusal = None
    errors = {}

    @property
    def address(self):
        """Address of this page."""
        return f"{self.context.absolute_url()}/@@publication-review"

    @property
    def is_open(self):
        """Whether the decision is still to be made."""
        return self.case.state == cases.REQUESTED

    @cached_property
    def rows(self):
        """The findings: of a request as the rules see it now, else those that were decided on."""
        found = judged(self.context, self.case) if self.is_open else decided_on(self.case)
        return rows_of(found, self.request)

    @cached_property
    def answers(self):
        """What the editor has answered so far."""
        return Answers(self.request.form if self.is_open else {}, self.rows, person(actor()).name)

    @cached_property
    def operation(self):
        """The operation ``publish``."""
        return operation_named(self.context, self.request, "publish")

    @property
    def closed(self):
        """Why this person does not decide now, a Message, or None."""
        if self.case.state not in cases.OPEN:
            return None
        reason = cases.decider_refusal(actor(), self.publishable.author_set, self.case.request["requested_by"])
        if reason:
            return REFUSALS[reason]
        return _("A BIP editor decides.") if self.operation.person_refusal() else self.operation.state_refusal()

    @property
    def can_decide(self):
        """Whether this person may decide now."""
        return self.is_open and self.operation.refusal() is None

    def others(self):
        """Return the other operations that this person may perform on the publication."""
        return acts_on(self.context, self.request)

    @cached_property
    def detour(self):
        """The way to the identity provider and back, or None where the password confirms identity."""
        return self.operation.detour("") if self.can_decide else None

    @cached_property
    def typed_before(self):
        """What had been typed before the person was led to the identity provider, with the proof from there."""
        if self.detour is None or self.request.method != "GET":
            return {}
        found = self.detour.typed
        # Answers about another content are not carried over to this one.
        return found if found.get("seen") == self.seen else {}

    @property
    def proof(self):
        """The proof of identity where it is good for this publication, or None."""
        return typed(self.request.form, "identity_proof") if self.detour is not None and self.detour.is_over else None

    @property
    def asks_password(self):
        """Whether the password is asked for."""
        return self.proof is None and (self.detour is None or not self.detour.is_needed)

    def hindrances(self):
        """Return the Messages on what keeps the buttons shut."""
        answers, found = self.answers, []
        if answers.standing:
            found.append(
                counted(
                    len(answers.standing),
                    _("${count} finding blocks"),
                    _("${count} findings block (few)"),
                    _("${count} findings block (many)"),
                )
            )
        if answers.unanswered:
            found.append(
                counted(
                    len(answers.unanswered),
                    _("${count} question without an answer"),
                    _("${count} questions without an answer (few)"),
                    _("${count} questions without an answer (many)"),
                )
            )
        if answers.present:
            found.append(
                counted(
                    len(answers.present),
                    _("${count} answer with yes"),
                    _("${count} answers with yes (few)"),
                    _("${count} answers with yes (many)"),
                )
            )
        return found

    @property
    def seen(self):
        """What the person saw, carried by the form: the case and the digest of its public form."""
        return f"{self.case.id}:{content_digest(draft_of(self.case))}"

    @property
    def publish_on(self):
        """The day typed."""
        return typed(self.request.form, "publish_on")

    @property
    def tomorrow(self):
        """The first day that can be chosen, for the hint."""
        return long_date(clock.today() + datetime.timedelta(days=1))

    def act(self):
        """Do what was asked; return whether the person is led on."""
        wanted = next((name for name in (PUBLISH, SCHEDULE) if name in self.request.form), None)
        try:
            if typed(self.request.form, "seen") != self.seen:
                raise ObjectMovedOn(_("Not done: this is about another request or another content by now."))
            if DEPART in self.request.form and self.detour is not None:
                return self.lead_to(self.detour.begin(self.typed_now()))
            if wanted is not None:
                perform(self.operation, self.data(wanted))
        except NotPermitted as refusal:
            if not refusal.errors:
                raise
            self.refuse(refusal)
        except OperationRefused as refusal:
            self.refuse(refusal)
        else:
            return wanted is not None and self.lead_on(wanted)
        return False

    def data(self, wanted):
        """Return the input of the operation.

        Raises:
            InvalidInput: when no day is given for a publication that is to be scheduled.
        """
        day = parse_date(self.publish_on) if wanted == SCHEDULE else None
        if wanted == SCHEDULE and day is None:
            message = _("Give a day of the calendar as yyyy-mm-dd.")
            raise InvalidInput(_("Not published."), [("publish_on", message)])
        given = {name: self.request.form.get(name) for name in IDENTITY}
        return {
            "checklist": self.answers.checklist,
            "overrides": [asdict(each) for each in self.answers.overrides],
            "publish_on": day,
            **{name: value for name, value in given.items() if value and isinstance(value, str)},
        }

    def typed_now(self):
        """Return what is kept on the way to the identity provider, by the names of the inputs."""
        form = self.request.form
        return {name: value for name, value in form.items() if name.startswith(TYPED) and isinstance(value, str)}

    def refuse(self, refusal):
        """Keep what is wrong for the page."""
        if isinstance(refusal, ObjectMovedOn):
            self.request.form.clear()
            self.__dict__.pop("answers", None)
        self.refusal = refusal.message
        self.errors = {name: message for name, message in refusal.errors if name in (*IDENTITY, "publish_on")}
        self.request.response.setStatus(refusal.status)

    def lead_on(self, wanted):
        """Say what was done and show the page anew."""
        done = _("The publication is scheduled.") if wanted == SCHEDULE else self.operation.done
        api.portal.show_message(done, self.request)
        return self.lead_to(self.address)

    def lead_to(self, address):
        """Answer with an address."""
        self.request.response.redirect(address)
        return True

    def problems(self):
        """Return what is wrong, for the summary on top: ``message`` and ``target``, the id of the place."""
        if self.refusal is None:
            return []
        found = [{"message": message, "target": name} for name, message in self.errors.items()]
        if not self.errors and isinstance(self.refusal, str):
            found += [
                {"message": message, "target": f"override-{number}-{name}"}
                for (number, name), message in self.answers.faults.items()
            ]
        return found

    def correction(self):
        """Return the sentence that says how many fields to correct."""
        return correction(self.problems())
