"""The list of deputies and its forms."""

from czest.qms import _
from czest.qms.organisation.rules.checks import title_problems
from czest.qms.organisation.views.base import OfficerView
from czest.qms.organisation.views.forms import Field
from czest.qms.organisation.views.forms import OfficerForm
from czest.qms.organisation.views.forms import require
from czest.qms.organisation.views.forms import START
from czest.qms.organisation.views.forms import UNTIL


ABOVE = (*OfficerView.above, (_("Deputies"), "organisation-deputies"))


class Deputies(OfficerView):
    """All deputyships, the newest first, with what each is today."""

    title = _("Deputies")
    nothing = _("No deputies have been appointed.")

    STANDINGS = {
        "acting": _("acts today"),
        "coming": _("not yet"),
        "past": _("ended"),
    }

    def rows(self):
        return [
            {
                "deputyship": deputyship,
                "person": self.full_name(deputyship.person),
                "deputy": self.full_name(deputyship.deputy),
                "standing": self.STANDINGS[self.standing(deputyship)],
                "end_url": self.address("organisation-end-deputy", id=deputyship.id),
            }
            for deputyship in self.directory.deputyships()
        ]

    def standing(self, deputyship):
        if deputyship.covers(self.today):
            return "acting"
        return "coming" if deputyship.start > self.today else "past"


class AppointDeputy(OfficerForm):
    """Notes that somebody may act for somebody."""

    title = _("Appoint a deputy")
    action = _("Appoint the deputy")
    done = _("The deputy was appointed.")
    next_page = "organisation-deputies"
    above = ABOVE

    def fields(self):
        return (
            Field("person", _("Login of the person represented")),
            Field("deputy", _("Login of the deputy")),
            START,
            UNTIL,
            Field(
                "mandate",
                _("Mandate"),
                _("The authorisation, with its number and date; it is written beside signatures."),
            ),
        )

    def initial(self):
        return {"start": self.today.isoformat()}

    def save(self):
        person, unknown_person = self.account("person")
        deputy, unknown_deputy = self.account("deputy")
        start, wrong_start = self.day("start")
        until, wrong_until = self.day("until", required=False)
        no_mandate = title_problems("mandate", self.values["mandate"])
        require(unknown_person, unknown_deputy, wrong_start, wrong_until, no_mandate)
        self.directory.appoint_deputy(person, deputy, start, until, self.values["mandate"])


class EndDeputy(OfficerForm):
    """Sets, moves or takes away the last day of a deputyship."""

    action = _("Save the last day")
    done = _("The last day was saved.")
    explanation = _("A deputyship that has not begun before today is annulled by a last day before its first.")
    kept = ("id",)
    next_page = "organisation-deputies"
    above = ABOVE

    @property
    def deputyship(self):
        return self.requested_number(self.organisation.deputyships)

    @property
    def title(self):
        names = {
            "deputy": self.full_name(self.deputyship.deputy),
            "person": self.full_name(self.deputyship.person),
        }
        return _("Last day: ${deputy} for ${person}", mapping=names)

    def fields(self):
        return (UNTIL,)

    def initial(self):
        return {"until": self.deputyship.until.isoformat() if self.deputyship.until else ""}

    def save(self):
        until, wrong = self.day("until", required=False)
        require(wrong)
        self.directory.end_deputy(self.deputyship.id, until)
