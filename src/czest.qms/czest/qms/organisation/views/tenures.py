"""Forms of who holds a post."""

from czest.qms import _
from czest.qms.organisation.views.forms import Field
from czest.qms.organisation.views.forms import OfficerForm
from czest.qms.organisation.views.forms import require
from czest.qms.organisation.views.forms import START
from czest.qms.organisation.views.forms import UNTIL


class Appoint(OfficerForm):
    """Notes that a person holds a post."""

    action = _("Appoint")
    done = _("The appointment was saved. Rights follow it from its first day.")
    kept = ("post",)

    @property
    def post(self):
        return self.requested(self.organisation.posts, "post")

    @property
    def title(self):
        return _("Appoint to the post ${post}", mapping={"post": f"{self.post.title} ({self.post.unit})"})

    def fields(self):
        return (Field("login", _("Login of the person"), _("As the person signs in.")), START, UNTIL)

    def initial(self):
        return {"start": self.today.isoformat()}

    def save(self):
        login, unknown = self.account("login")
        start, wrong_start = self.day("start")
        until, wrong_until = self.day("until", required=False)
        require(unknown, wrong_start, wrong_until)
        self.directory.appoint(login, self.post.id, start, until)


class EndTenure(OfficerForm):
    """Sets, moves or takes away the last day of a tenure."""

    action = _("Save the last day")
    done = _("The last day was saved.")
    explanation = _(
        "The person keeps the rights of the post up to and including the last day. "
        "An appointment that has not begun before today is annulled by a last day before its first."
    )
    kept = ("id",)

    @property
    def tenure(self):
        return self.requested_number(self.organisation.tenures)

    @property
    def title(self):
        post = self.organisation.posts[self.tenure.post]
        return _("Last day: ${post}, ${name}", mapping={"post": post.title, "name": self.full_name(self.tenure.login)})

    def fields(self):
        return (UNTIL,)

    def initial(self):
        return {"until": self.tenure.until.isoformat() if self.tenure.until else ""}

    def save(self):
        until, wrong = self.day("until", required=False)
        require(wrong)
        self.directory.end_tenure(self.tenure.id, until)
