"""*Wiadomości niewysłane*: the list for the quality officer and the administrator, and what they decide."""

from czest.qms import _
from czest.qms.jobs import rules
from czest.qms.language.dates import hour
from czest.qms.language.dates import iso_date
from czest.qms.organisation.people import account_exists
from czest.qms.organisation.people import introduction
from czest.qms.organisation.rules.checks import title_problems
from czest.qms.organisation.views.base import OfficerView
from czest.qms.organisation.views.forms import Field
from czest.qms.organisation.views.forms import OfficerForm
from czest.qms.organisation.views.forms import require
from czest.qms.workplace import unsent
from functools import cached_property
from plone import api


LIST = "unsent"
TITLE = _("Messages not sent")
INBOX = (_("To do"), "tasks")


def recipient_of(message):
    """Return post and name of whom a message is for; the address where the account is not known."""
    letter = message.letter
    return introduction(letter.recipient) if letter.recipient and account_exists(letter.recipient) else letter.to


def cause_of(message):
    """Return why a message was left unsent: a sentence, or what the mail server said."""
    return unsent.REASONS.get(message.reason, message.reason)


class Messages(OfficerView):
    """Draws the list."""

    title = TITLE
    above = (INBOX,)
    is_wide = True
    #: The sentence where there are none.
    nothing = _("Every message was sent, or waits to be.")

    def rows(self):
        """Return the messages, the latest first; each is a dict."""
        return [
            {
                "recipient": recipient_of(message),
                "subject": unsent.subject_of(message),
                "day": iso_date(message.moment),
                "hour": hour(message.moment),
                "what": unsent.STATES[message.state],
                "is_unknown": message.state == rules.UNKNOWN,
                "cause": cause_of(message),
                "again": self.address("unsent-again", id=message.id) if message.letter.text else None,
                "aside": self.address("unsent-aside", id=message.id),
            }
            for message in unsent.unsent_messages()
        ]


class Deciding(OfficerForm):
    """A form that decides what becomes of one message; where somebody else has decided, it leads back and says so."""

    above = (INBOX, (TITLE, LIST))
    next_page = LIST
    kept = ("id",)
    verdict = _("Not done.")

    @cached_property
    def message(self):
        """The message, or None where it is decided."""
        asked = self.request.form.get("id")
        return unsent.unsent_named(asked) if isinstance(asked, str) else None

    def __call__(self):
        if self.message is None or not self.is_possible:
            api.portal.show_message(_("Not done: this message is not among those not sent any more."), self.request)
            self.request.response.redirect(self.address(LIST))
            return ""
        return super().__call__()

    @property
    def is_possible(self):
        """Whether it can be decided so."""
        return True

    def fields(self):
        return (Field("reason", _("Reason"), _("It goes to the trail.")),)

    def save(self):
        reason = self.values["reason"]
        require(title_problems("reason", reason))
        self.decide(reason)

    @property
    def explanation(self):
        """What will happen, and to which message."""
        words = {"person": recipient_of(self.message), "subject": unsent.subject_of(self.message) or "…"}
        return _(self.consequence(), mapping=words)


class SendAgain(Deciding):
    """Lets a message be sent again."""

    title = _("Send the message again")
    action = _("Send again")
    done = _("The message waits to be sent.")

    @property
    def is_possible(self):
        return bool(self.message.letter.text)

    def consequence(self):
        if self.message.state == rules.UNKNOWN:
            return _(
                "The message to ${person}, “${subject}”, is sent with the next run of the jobs. Nobody knows whether it "
                "was sent before: ${person} may get it twice."
            )
        return _("The message to ${person}, “${subject}”, is sent with the next run of the jobs.")

    def decide(self, reason):
        unsent.send_again(self.message, reason)


class SetAside(Deciding):
    """Throws a message away."""

    title = _("Set the message aside")
    action = _("Set aside")
    done = _("The message was set aside.")

    def consequence(self):
        return _("The message to ${person}, “${subject}”, is thrown away and not sent. The task itself stays.")

    def decide(self, reason):
        unsent.set_aside(self.message, reason)
