"""Forms of accessibility requests: entering, extending, closing, complaints, removing the contact data."""

from czest.qms import _
from czest.qms.language.dates import long_date
from czest.qms.organisation.rules.model import Problem
from czest.qms.organisation.views.forms import Field
from czest.qms.organisation.views.forms import require
from czest.qms.publication.requests import keeping
from czest.qms.publication.requests.rules import deadlines
from czest.qms.publication.requests.rules import request as requests
from czest.qms.publication.requests.views.register import OneRequest
from czest.qms.publication.requests.views.register import OUTCOMES
from czest.qms.publication.requests.views.register import RequestsView
from czest.qms.publication.views.desk import DeskForm
from plone import api


DAY = _("Written as rrrr-mm-dd, for example 2026-11-24.")


class Enter(RequestsView, DeskForm):
    """Enters a request."""

    title = _("Enter an accessibility request")
    action = _("Enter the request")
    done = _("The request was entered.")
    explanation = _(
        "The request is answered without delay, within 7 days at the latest (art. 18 of the act of 4 April 2019)."
        " Only those who keep this register see the contact data."
    )

    def fields(self):
        return (
            Field("received_on", _("Received on"), DAY, "day"),
            Field("contact", _("Requester and contact"), _("Who asks, and how to reach that person."), "area"),
            Field(
                "preferred",
                _("Preferred contact"),
                _("For example: by telephone, sign language."),
                "area",
                optional=True,
            ),
            Field("element", _("What is not accessible"), _("A page, a file or another element."), "area"),
            Field(
                "wanted",
                _("Form of access wanted"),
                _("What shall be made accessible, or which other form is wanted."),
                "area",
            ),
        )

    def initial(self):
        return {"received_on": self.today.isoformat()}

    def save(self):
        received_on, problems = self.day("received_on")
        require(problems, requests.registration_problems(self.values, received_on, self.today))
        texts = {name: self.values[name] for name in ("contact", "preferred", "element", "wanted")}
        keeping.enter(received_on, **texts)


class Step(OneRequest, DeskForm):
    """Base of the steps of one request; where a step is not possible any more, it leads back and says so."""

    kept = ("id",)
    verdict = _("Not noted.")

    def __call__(self):
        if not self.is_possible:
            api.portal.show_message(_("Not done: the request is not in the state for it any more."), self.request)
            self.request.response.redirect(self.own_address)
            return ""
        return super().__call__()

    @property
    def above(self):
        title = _("Accessibility request no. ${number}", mapping={"number": str(self.asked.number)})
        return (*super().above, (title, f"accessibility-request?id={self.asked.number}"))

    @property
    def next_url(self):
        return self.own_address

    @property
    def is_possible(self):
        """Whether the step may be taken now."""
        raise NotImplementedError


class Extend(Step):
    """Sets the deadline later."""

    title = _("Extend the deadline of the request")
    action = _("Extend the deadline")
    done = _("The deadline was extended.")

    @property
    def is_possible(self):
        return self.asked.may_be_extended

    @property
    def explanation(self):
        latest = deadlines.latest_extension(self.asked.received_on)
        words = _("Only with a reason, of which the requester is told; to ${day} at the latest.")
        return _(words, mapping={"day": long_date(latest)})

    def fields(self):
        return (
            Field("extended_to", _("New deadline"), DAY, "day"),
            Field("notified_on", _("Requester told of it on"), DAY, "day"),
            Field("reason", _("Reason"), kind="area"),
        )

    def initial(self):
        return {"notified_on": self.today.isoformat()}

    def save(self):
        extended_to, wrong = self.day("extended_to")
        notified_on, more = self.day("notified_on")
        reason = self.values["reason"]
        require(wrong, more, requests.extension_problems(self.asked, extended_to, notified_on, reason, self.today))
        keeping.extend(self.asked, extended_to, notified_on, reason)


class Close(Step):
    """Notes what became of the request."""

    title = _("Outcome of the request")
    action = _("Note the outcome")
    done = _("The outcome was noted.")

    @property
    def is_possible(self):
        return self.asked.is_open

    def fields(self):
        return (
            Field("outcome", _("Outcome"), kind="radio", options=tuple(OUTCOMES.items())),
            Field("answer", _("What was done, or why it was refused"), kind="area"),
            Field("closed_on", _("Closed on"), DAY, "day"),
        )

    def initial(self):
        return {"closed_on": self.today.isoformat()}

    def save(self):
        closed_on, wrong = self.day("closed_on")
        outcome, answer = self.values["outcome"], self.values["answer"]
        require(wrong, requests.outcome_problems(self.asked, outcome, answer, closed_on, self.today))
        keeping.close(self.asked, outcome, answer, closed_on)


class NoteComplaint(Step):
    """Notes that the requester complained."""

    title = _("Complaint about the request")
    action = _("Note the complaint")
    done = _("The complaint was noted.")

    @property
    def is_possible(self):
        return self.asked.may_be_complained_of

    def fields(self):
        return (Field("day", _("Complaint of"), DAY, "day"),)

    def initial(self):
        return {"day": self.today.isoformat()}

    def save(self):
        day, wrong = self.day("day")
        require(wrong, requests.day_problems("day", day, self.asked.closed_on, self.today))
        keeping.note_complaint(self.asked, day)


class SettleComplaint(Step):
    """Notes that the complaint was settled."""

    title = _("Complaint settled")
    action = _("Note that the complaint was settled")
    done = _("It was noted that the complaint was settled.")

    @property
    def is_possible(self):
        return self.asked.has_open_complaint

    def fields(self):
        return (Field("day", _("Complaint settled on"), DAY, "day"),)

    def initial(self):
        return {"day": self.today.isoformat()}

    def save(self):
        day, wrong = self.day("day")
        require(wrong, requests.day_problems("day", day, self.asked.complaint_on, self.today))
        keeping.settle_complaint(self.asked, day)


class Forget(Step):
    """Removes the contact data of a closed request."""

    title = _("Remove the contact data of the request")
    action = _("Remove the contact data")
    done = _("The contact data was removed.")
    explanation = _(
        "Who asked, and how that person wanted to be reached, is removed for good; what was asked for and what became of"
        " it stays. It is done once nobody has to be written to any more (art. 5 sec. 1 lit. e RODO)."
    )

    @property
    def is_possible(self):
        return self.asked.may_lose_contact

    def fields(self):
        return (Field("sure", _("The case is over, with every answer and complaint"), kind="flag"),)

    def save(self):
        require([] if self.values["sure"] else [Problem("sure", "required")])
        keeping.remove_contact(self.asked)
