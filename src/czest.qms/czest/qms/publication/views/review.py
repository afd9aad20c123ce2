"""The review of a publication, ``EDITION/@@publication-review``: both forms side by side, findings, and the decision."""

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
from czest.qms.publication.publicity import public_address
from czest.qms.publication.rules import cases
from czest.qms.publication.rules import RULES
from czest.qms.publication.rules.checklist import QUESTIONS
from czest.qms.publication.views.acts import acts_on
from czest.qms.publication.views.answers import Answers
from czest.qms.publication.views.answers import typed
from czest.qms.publication.views.base import CaseView
from czest.qms.publication.views.base import require_insight
from czest.qms.publication.views.facts import CaseFacts
from czest.qms.publication.views.findings import at_place
from czest.qms.publication.views.findings import rows_of
from czest.qms.publication.views.sides import Sides
from dataclasses import asdict
import datetime
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from zExceptions import NotFound


PUBLISH, SCHEDULE = "publish", "schedule"

#: Labels of the inputs.
WORDS = {
    "reason": _("Reason"),
    "legal_basis": _("Legal basis"),
    "alt_access": _("How people get at the content who cannot use the file (art. 7)"),
    "password": _("Password to the system"),
    "publish_on": _("Day of publication"),
    "publish_on_hint": _("Only to schedule it: a later day (yyyy-mm-dd)."),
}


class Review(CaseView):
    """Draws the page; its form posts to itself and performs the operation ``publish``."""

    title = _("Review of the publication")
    is_wide = True
    words = WORDS
    #: What was refused: a sentence, and messages by field.
    refusal = None
    errors = {}

    def __call__(self):
        """Answer.

        Raises:
            NotPermitted: for whoever does not work on the publication.
            NotFound: when nobody ever asked for it.
        """
        require_insight(self.context)
        if self.case is None:
            raise NotFound
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            if self.act():
                return ""
        return self.index()

    @property
    def address(self):
        """Address of this page."""
        return f"{self.context.absolute_url()}/@@publication-review"

    # What is shown

    @property
    def is_open(self):
        """Whether the decision is still to be made."""
        return self.case.state == cases.REQUESTED

    @cached_property
    def facts(self):
        """The CaseFacts."""
        return CaseFacts(self.case)

    @cached_property
    def rows(self):
        """The findings: of an open case as the rules see it now, else those that were decided on."""
        open_case = self.case.state in cases.OPEN
        return rows_of(judged(self.context, self.case) if open_case else (), self.request)

    @cached_property
    def answers(self):
        """What the editor has answered so far."""
        return Answers(self.request.form if self.is_open else {}, self.rows, person(actor()).name)

    @cached_property
    def sides(self):
        """Both sides; None once the public form is destroyed."""
        if self.case.state in (cases.REFUSED, cases.LAPSED, cases.WITHDRAWN):
            return None
        return Sides(self.context, self.publishable, self.case, self.rows)

    @property
    def rule_counts(self):
        """How many rules there are, and how many had nothing to say, as Messages."""
        silent = len(RULES) - len({row.finding.rule for row in self.rows} & {rule.id for rule in RULES})
        return (
            counted(len(RULES), _("${count} rule"), _("${count} rules (few)"), _("${count} rules (many)")),
            counted(
                silent,
                _("${count} rule without remarks"),
                _("${count} rules without remarks (few)"),
                _("${count} rules without remarks (many)"),
            ),
        )

    def questions(self):
        """Return the questions of the checklist with ``id``, ``words``, ``yes``, ``no`` and ``error``."""
        checked = self.request.method == "POST"
        return [
            {
                "id": name,
                "words": _(words),
                "yes": self.answers.checklist.get(name) is True or None,
                "no": self.answers.checklist.get(name) is False or None,
                "error": self.fault_of(name) if checked else None,
            }
            for name, words in QUESTIONS.items()
        ]

    def fault_of(self, question):
        """Return what keeps an answer from letting the publication pass, a Message, or None."""
        if question in self.answers.unanswered:
            return _("This question is not answered.")
        if question in self.answers.present:
            return _("Answered with yes: it must be removed before publishing.")
        return None

    @property
    def answered(self):
        """How many questions are answered, a Message."""
        mapping = {"count": len(self.answers.checklist), "all": len(QUESTIONS)}
        return _("${count} of ${all}", mapping=mapping)

    def at_exclusion(self, ordinal):
        """Return the findings about a row of exclusions, from 1."""
        return at_place(self.rows, f"exclusion:{ordinal}")

    def at_metadata(self, name):
        """Return the findings about a field of the metryczka."""
        return at_place(self.rows, f"field:{name}")

    @property
    def preview(self):
        """Address of the public form."""
        return f"{self.context.absolute_url()}/@@publication-preview"

    @property
    def entry(self):
        """Public address of the entry, or None."""
        return public_address(self.case.path) if self.case.path else None

    # The decision

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
        password = self.request.form.get("password", "")
        return {
            "checklist": self.answers.checklist,
            "overrides": [asdict(each) for each in self.answers.overrides],
            "publish_on": day,
            "password": password if isinstance(password, str) else "",
        }

    def refuse(self, refusal):
        """Keep what is wrong for the page."""
        self.refusal = refusal.message
        self.errors = {name: message for name, message in refusal.errors if name in ("password", "publish_on")}
        self.request.response.setStatus(refusal.status)

    def lead_on(self, wanted):
        """Say what was done and show the page anew."""
        done = _("The publication is scheduled.") if wanted == SCHEDULE else self.operation.done
        api.portal.show_message(done, self.request)
        self.request.response.redirect(self.address)
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
