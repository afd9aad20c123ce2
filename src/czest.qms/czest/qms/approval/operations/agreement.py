"""Agreement: before the route begins, units and posts are asked for remarks until a day."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.choices import CheckBoxesFieldWidget
from czest.qms.approval.claiming import claim_to_answer
from czest.qms.approval.operations.base import mandate
from czest.qms.approval.operations.optional_states import BeginOptionalState
from czest.qms.approval.operations.optional_states import check_content
from czest.qms.approval.operations.optional_states import EndOptionalState
from czest.qms.approval.operations.optional_states import is_vacant
from czest.qms.approval.operations.optional_states import OptionalStateOperation
from czest.qms.approval.operations.optional_states import outcome_of
from czest.qms.approval.participants import exists
from czest.qms.approval.participants import in_words
from czest.qms.approval.progress import refresh
from czest.qms.documents.checks import raise_all
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.documents.operations.base import is_officer
from czest.qms.documents.rules.access import is_restricted
from czest.qms.documents.rules.access import reads_anyway
from czest.qms.documents.rules.optional_states import AGREED
from czest.qms.documents.rules.optional_states import AGREEMENT
from czest.qms.documents.rules.optional_states import participants_of
from czest.qms.documents.rules.optional_states import WITH_REMARKS
from czest.qms.documents.rules.route import PERSON
from czest.qms.language.dates import long_date
from czest.qms.operations import roles
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.organisation.interfaces import IDirectory
import datetime
from plone import api
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.radio import RadioFieldWidget
from zope import schema
from zope.component import getUtility
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: The latest day that may be given, in days from today.
LONGEST = 365

ANSWERS = SimpleVocabulary(
    [
        SimpleTerm(AGREED, AGREED, _("Agreed without remarks")),
        SimpleTerm(WITH_REMARKS, WITH_REMARKS, _("Agreed, with the remarks given at the text")),
    ]
)


class IBeginAgreement(model.Schema):
    """Input of the request for agreement."""

    directives.widget("asked", CheckBoxesFieldWidget, vocabulary="czest.qms.UnitsAndPosts")
    asked = schema.List(
        title=_("Whom to ask"),
        description=_("Units and posts. They read the draft until the agreement ends."),
        value_type=schema.TextLine(max_length=200),
    )
    until = schema.Date(title=_("Until"), description=_("The last day for answers; after it the agreement ends."))


class IAnswer(model.Schema):
    """Input of an answer."""

    directives.widget("answer", RadioFieldWidget)
    answer = schema.Choice(title=_("Answer"), vocabulary=ANSWERS)


class BeginAgreement(BeginOptionalState):
    """Ask units and posts for their agreement to a draft."""

    id = "begin-agreement"
    pattern = AGREEMENT
    title = _("Ask for agreement")
    heading = _("Agreement on edition ${number} of ${symbol}")
    done = _("Those named are asked for agreement.")
    icon = "people-fill"
    schema = IBeginAgreement
    order = 15
    fires = ("begin-agreement",)
    tells = (roles.ASKED,)

    def check(self, data):
        errors = check_content(self.context) + self._check_asked(data["asked"])
        today = clock.today()
        if not today < data["until"] <= today + datetime.timedelta(days=LONGEST):
            errors.append(("until", _("Give a day after today, at most a year ahead.")))
        raise_all(errors)

    def _check_asked(self, keys):
        try:
            participants = participants_of(keys)
        except ValueError as error:
            return [("asked", _("${text} is neither a unit nor a post.", mapping={"text": str(error)}))]
        errors = []
        for asked in participants:
            if asked.kind == PERSON or not exists(asked):
                errors.append(("asked", _("${text} is neither a unit nor a post.", mapping={"text": asked.key})))
            elif is_vacant(asked, self.context.authors):
                sentence = _("${asked}: nobody but authors of the edition is there today.")
                errors.append(("asked", _(sentence, mapping={"asked": in_words(asked)})))
            elif self._opens_to(asked):
                sentence = _(
                    "${asked}: not on the distribution list. Access is restricted: put the unit on the list first."
                )
                errors.append(("asked", _(sentence, mapping={"asked": in_words(asked)})))
        return errors

    def _opens_to(self, asked):
        """Tell whether asking would open the draft, or its document, to somebody whom its access keeps out.

        Those asked read both, so it is decided by both. The quality officer may ask anybody.
        """
        organisation = getUtility(IDirectory).organisation()
        return not is_officer(self.context) and any(
            is_restricted(content.access)
            and not reads_anyway(asked, organisation, content.owner_unit, content.distribution)
            for content in (self.context, self.document)
        )

    def write(self, data):
        participants, until = participants_of(data["asked"]), data["until"]
        self.begin(participants, clock.today(), until)
        details = {"asked": [asked.key for asked in participants], "until": until.isoformat()}
        return Outcome(self.context, details=details)

    def consequences(self):
        return [
            _("The content cannot be changed until the agreement ends."),
            _("Those asked are told by a message, read the draft and add remarks; it makes nobody an author."),
            _("On the day after the last the agreement ends by itself: silence counts as no remarks."),
        ]


class AnswerAgreement(OptionalStateOperation):
    """Answer a request for agreement."""

    id = "answer-agreement"
    pattern = AGREEMENT
    title = _("Answer the request for agreement")
    heading = _("Answer on edition ${number} of ${symbol}")
    done = _("The answer was given.")
    not_done = _("Not answered.")
    busy = _("Answering…")
    icon = "chat-left-text-fill"
    schema = IAnswer
    order = 10
    emphasis = "primary"
    who = (roles.ASKED,)
    condition = _("has not answered yet, no author")
    tells = (roles.AUTHOR,)

    def person_refusal(self):
        login = actor()
        if login in self.context.authors:
            return _("An author does not answer his own request.")
        return None if claim_to_answer(self.context, login, waiting_only=False) else _("You are not asked here.")

    def state_refusal(self):
        refusal = super().state_refusal()
        if refusal or claim_to_answer(self.context, actor()):
            return refusal
        return _("Answered already.")

    def write(self, data):
        edition, login = self.context, actor()
        claim = claim_to_answer(edition, login)
        answer = {"answer": data["answer"], "login": login, "day": clock.today()}
        edition.consultation = edition.consultation.answered(claim.participant, answer)
        refresh(edition)
        details = {"asked": claim.participant.key, "answer": data["answer"], **mandate(claim)}
        return Outcome(edition, on_behalf_of=claim.on_behalf_of, details=details)

    def consequences(self):
        return [_("The author sees the answer. When all have answered, he ends the agreement or submits the edition.")]


class EndAgreement(EndOptionalState):
    """End the agreement: the edition is a draft again."""

    id = "end-agreement"
    pattern = AGREEMENT
    title = _("End the agreement")
    heading = _("End of the agreement on edition ${number} of ${symbol}")
    done = _("The agreement has ended. The edition is a draft again.")
    not_done = _("The agreement was not ended.")
    icon = "reply"
    order = 20
    fires = ("end-agreement",)
    who = (roles.AUTHOR, roles.OWNER, roles.OFFICER)

    def person_refusal(self):
        if is_officer(self.context) or api.user.has_permission("czest.qms: Save edition", obj=self.context):
            return None
        return _("Only an author or the quality officer ends the agreement.")

    def write(self, data):
        details = outcome_of(self.context.consultation)
        self.end()
        return Outcome(self.context, details=details)

    def consequences(self):
        consultation = self.context.consultation
        silent = ", ".join(in_words(asked) for asked in consultation.waiting)
        found = [_("The edition is a draft again; those asked no longer read it.")]
        if silent:
            found.append(_("No answer yet from: ${who}.", mapping={"who": silent}))
        return found


class EndAgreementByDay(EndAgreement):
    """The same by the scheduler; not registered, so no person can ask for it."""

    title = _("End of the agreement on its day")
    order = 21
    who = (roles.SCHEDULER,)
    condition = _("the last day for answers has passed")
    concerns = IEditionMarker

    def person_refusal(self):
        return None

    def state_refusal(self):
        consultation = self.context.consultation
        if super().state_refusal() is None and consultation.is_over(clock.today()):
            return None
        return _("Not possible now: the day given has not passed.")


def sentence_of_end(consultation):
    """Return what ends when an edition is submitted out of an agreement, as a Message; None where all have answered."""
    if consultation is None or not consultation.waiting:
        return None
    mapping = {"who": ", ".join(in_words(asked) for asked in consultation.waiting)}
    if consultation.due is not None:
        mapping["day"] = long_date(consultation.due)
        return _("Those asked until ${day} who have not answered are asked no more: ${who}.", mapping=mapping)
    return _("Those who have not answered are asked no more: ${who}.", mapping=mapping)
