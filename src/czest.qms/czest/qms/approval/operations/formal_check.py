"""Formal check: before the route begins, the quality officer looks whether a draft is made as drafts must be."""

from czest.qms import _
from czest.qms import clock
from czest.qms.approval.operations.optional_states import BeginOptionalState
from czest.qms.approval.operations.optional_states import check_content
from czest.qms.approval.operations.optional_states import EndOptionalState
from czest.qms.approval.operations.optional_states import is_vacant
from czest.qms.documents.checks import raise_all
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.documents.rules.optional_states import FORMAL_CHECK
from czest.qms.documents.rules.route import Participant
from czest.qms.documents.rules.route import POST
from czest.qms.documents.settings import setting
from czest.qms.operations import roles
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.organisation.interfaces import IDirectory
import datetime
from plone.supermodel import model
from zope import schema
from zope.component import getUtility


#: Entitlement of the posts that check.
OFFICER = "quality_officer"


class IEndFormalCheck(model.Schema):
    """Input of the end of a formal check."""

    reason = schema.Text(
        title=_("What is to be corrected"),
        description=_("Leave it empty where the draft is formally right. It goes to the trail."),
        required=False,
        max_length=2000,
        default="",
    )


def posts_that_check(authors):
    """Return the posts of the quality officers of today, as participants, without those that only authors hold."""
    posts = [Participant(POST, post.id) for post in getUtility(IDirectory).posts() if OFFICER in post.entitlements]
    return [asked for asked in posts if not is_vacant(asked, authors)]


class BeginFormalCheck(BeginOptionalState):
    """Ask the quality officer for a formal check of a draft."""

    id = "begin-formal-check"
    pattern = FORMAL_CHECK
    title = _("Ask for a formal check")
    heading = _("Formal check of edition ${number} of ${symbol}")
    done = _("The quality officer is asked for a formal check.")
    icon = "clipboard-check-fill"
    order = 16
    fires = ("begin-formal-check",)
    tells = (roles.OFFICER,)

    def state_refusal(self):
        refusal = super().state_refusal()
        if refusal is None and not posts_that_check(self.context.authors):
            return _("Not possible now: no quality officer but authors of the edition is there today.")
        return refusal

    def check(self, data):
        raise_all(check_content(self.context))

    def write(self, data):
        today, days = clock.today(), setting("check_days")
        asked = posts_that_check(self.context.authors)
        due = today + datetime.timedelta(days=days) if days else None
        self.begin(asked, today, due)
        details = {"asked": [participant.key for participant in asked], "until": due and due.isoformat()}
        return Outcome(self.context, details=details)

    def consequences(self):
        return [
            _("The content cannot be changed until the formal check ends."),
            _("The quality officer is told by a message. The check replaces no stage of the route."),
        ]


class EndFormalCheck(EndOptionalState):
    """End the formal check, with or without something to correct."""

    id = "end-formal-check"
    pattern = FORMAL_CHECK
    title = _("End the formal check")
    heading = _("End of the formal check of edition ${number} of ${symbol}")
    done = _("The formal check has ended. The edition is a draft again.")
    not_done = _("The formal check was not ended.")
    icon = "clipboard-check-fill"
    schema = IEndFormalCheck
    permission = OFFICER_PERMISSION
    order = 10
    emphasis = "primary"
    fires = ("end-formal-check",)
    who = (roles.OFFICER,)
    condition = _("no author of the edition")

    def person_refusal(self):
        if actor() in self.context.authors:
            return _("An author does not check his own work.")
        return super().person_refusal()

    def write(self, data):
        reason = (data["reason"] or "").strip()
        self.end()
        return Outcome(self.context, reason=reason, details={"is_right": not reason})

    def consequences(self):
        return [
            _("The edition is a draft again, and the author is told."),
            _("With something to correct, he sees the reason; without, he submits the edition for review."),
        ]
