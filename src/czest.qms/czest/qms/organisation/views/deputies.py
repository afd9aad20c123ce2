"""The list of deputies and its forms."""

from czest.qms import _
from czest.qms.organisation.kinds import kind_problems
from czest.qms.organisation.kinds import kind_titles
from czest.qms.organisation.rules.checks import title_problems
from czest.qms.organisation.views.base import OfficerView
from czest.qms.organisation.views.forms import Field
from czest.qms.organisation.views.forms import OfficerForm
from czest.qms.organisation.views.forms import require
from czest.qms.organisation.views.forms import START
from czest.qms.organisation.views.forms import UNTIL
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


ABOVE = (*OfficerView.above, (_("Deputies"), "organisation-deputies"))

MANDATE = Field(
    "mandate",
    _("Mandate"),
    _("The authorisation, with its number and date; it is written beside signatures."),
)

STANDINGS = {
    "acting": _("acts today"),
    "coming": _("not yet"),
    "past": _("ended"),
}


class DeputiesTable(OfficerView):
    """A page with tables of deputyships."""

    table = ViewPageTemplateFile("templates/deputies-table.pt")

    #: The page that sets the last day.
    end_page = "organisation-end-deputy"

    @property
    def parts(self):
        return self.table.macros

    @cached_property
    def kind_titles(self):
        return {kind: self.translate(title) for kind, title in kind_titles().items()}

    def described(self, deputyships):
        """Return the rows of a table."""
        return [
            {
                "deputyship": deputyship,
                "person": self.introduction(deputyship.person),
                "deputy": self.introduction(deputyship.deputy),
                "kinds": self.kinds(deputyship),
                "standing": STANDINGS[deputyship.standing(self.today)],
                "end_url": self.address(self.end_page, id=deputyship.id),
            }
            for deputyship in deputyships
        ]

    def kinds(self, deputyship):
        """Return the kinds of documents in words."""
        if not deputyship.kinds:
            return self.translate(_("every kind"))
        return ", ".join(self.kind_titles.get(kind, kind) for kind in sorted(deputyship.kinds))


class Deputies(DeputiesTable):
    """All deputyships, the newest first, with what each is today."""

    title = _("Deputies")
    nothing = _("No deputies have been appointed.")
    caption = _("Deputies, the newest first")
    is_wide = True

    def rows(self):
        return self.described(self.directory.deputyships())


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
            self.kinds_field(),
            MANDATE,
        )

    def kinds_field(self):
        hint = _("None chosen: documents of every kind.")
        options = tuple(kind_titles().items())
        return Field("kinds", _("Kinds of documents"), hint, "choices", options, optional=True)

    def initial(self):
        return {"start": self.today.isoformat()}

    def person(self):
        """Return the login of the person represented and the problems with it."""
        return self.account("person")

    def save(self):
        person, unknown_person = self.person()
        deputy, unknown_deputy = self.account("deputy")
        start, wrong_start = self.day("start")
        until, wrong_until = self.day("until", required=False)
        kinds, mandate = self.values["kinds"], self.values["mandate"]
        wrong_kinds, no_mandate = kind_problems(person, kinds), title_problems("mandate", mandate)
        require(unknown_person, unknown_deputy, wrong_start, wrong_until, wrong_kinds, no_mandate)
        self.directory.appoint_deputy(person, deputy, start, until, mandate, kinds)


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
