"""Deputies as staff keep them: everybody his own, and nobody else's."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.organisation.people import full_name
from czest.qms.organisation.views.deputies import AppointDeputy
from czest.qms.organisation.views.deputies import DeputiesTable
from czest.qms.organisation.views.deputies import EndDeputy
from czest.qms.organisation.views.deputies import MANDATE
from czest.qms.organisation.views.forms import Field
from czest.qms.organisation.views.forms import START
from czest.qms.organisation.views.forms import UNTIL


ABOVE = ((_("My deputies"), "my-deputies"),)


def own_login():
    """Return the login of the person who looks at the page."""
    return getSecurityManager().getUser().getId()


class MyDeputies(DeputiesTable):
    """Who acts for me, and for whom I act."""

    title = _("My deputies")
    above = ()
    is_wide = True
    end_page = "my-deputies-end"

    def sections(self):
        """Return the two tables of the page."""
        login, deputyships = own_login(), self.directory.deputyships()
        return (
            {
                "title": _("Who acts for me"),
                "nothing": _("Nobody has been appointed to act for me."),
                "rows": self.described(one for one in deputyships if one.person == login),
                "people": ("deputy",),
                "may_end": True,
            },
            {
                "title": _("For whom I act"),
                "nothing": _("I have not been appointed to act for anybody."),
                "rows": self.described(one for one in deputyships if one.deputy == login),
                "people": ("person",),
                "may_end": False,
            },
        )


class AppointMyDeputy(AppointDeputy):
    """Notes who may act for the person who fills in the form; there is no field to say for whom."""

    title = _("Appoint my deputy")
    next_page = "my-deputies"
    above = ABOVE

    def fields(self):
        return (
            Field("deputy", _("Deputy"), kind="choice", options=self.colleagues()),
            START,
            UNTIL,
            self.kinds_field(),
            MANDATE,
        )

    def colleagues(self):
        """Return everybody else who holds a post today, by post, as the options of a field."""
        found = {}
        for post in self.directory.posts():
            for login in self.directory.holders(post.id):
                found.setdefault(login, f"{post.title} ({post.unit}), {full_name(login)}")
        found.pop(own_login(), None)
        return (("", ""), *sorted(found.items(), key=lambda option: option[1]))

    def person(self):
        return own_login(), []


class EndMyDeputy(EndDeputy):
    """Sets, moves or takes away the last day of a deputy of one's own."""

    next_page = "my-deputies"
    above = ABOVE

    @property
    def deputyship(self):
        own = {one.id: one for one in self.directory.deputyships() if one.person == own_login()}
        return self.requested_number(own)
