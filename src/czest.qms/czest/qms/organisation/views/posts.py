"""Forms of posts."""

from czest.qms import _
from czest.qms.organisation.messages import ENTITLEMENT_TITLES
from czest.qms.organisation.rules import checks
from czest.qms.organisation.rules.model import proposed_post_id
from czest.qms.organisation.views.forms import Field
from czest.qms.organisation.views.forms import OfficerForm
from czest.qms.organisation.views.removal import Removal


class PostForm(OfficerForm):
    """What adding and changing a post share."""

    def post_fields(self):
        units = tuple((unit.symbol, f"{unit.symbol} {unit.title}") for unit in self.directory.units())
        return (
            Field("title", _("Name of the post"), _("As it shall stand beside signatures.")),
            Field("unit", _("Unit"), kind="choice", options=units),
            Field("head", _("Its holder heads the unit"), _("A unit has one head."), "flag"),
            Field(
                "entitlements",
                _("Entitlements"),
                _("They count from the first to the last day of holding the post."),
                "choices",
                tuple(ENTITLEMENT_TITLES.items()),
                optional=True,
            ),
        )


class AddPost(PostForm):
    """Adds a post to a unit."""

    title = _("Add a post")
    action = _("Add the post")
    done = _("The post was added.")

    def fields(self):
        hint = _(
            "Small letters, digits and hyphens. Empty: made from the name and the unit. It cannot be changed later."
        )
        return (*self.post_fields(), Field("id", _("Identifier"), hint, optional=True))

    def initial(self):
        return {"unit": self.request.form.get("unit", ""), "entitlements": []}

    def save(self):
        values = self.values
        post_id = values["id"] or proposed_post_id(values["title"], values["unit"])
        self.directory.add_post(post_id, values["title"], values["unit"], values["head"], values["entitlements"])


class ChangePost(PostForm):
    """Changes a post; below the form stands who has held it."""

    action = _("Save the post")
    done = _("The post was saved.")
    kept = ("id",)

    @property
    def post(self):
        return self.requested(self.organisation.posts, "id")

    @property
    def title(self):
        return _("Change the post ${post}", mapping={"post": self.post.title})

    def fields(self):
        return self.post_fields()

    def initial(self):
        post = self.post
        return {"title": post.title, "unit": post.unit, "head": post.head, "entitlements": post.entitlements}

    def save(self):
        values = self.values
        self.directory.change_post(
            self.post.id, values["title"], values["unit"], values["head"], values["entitlements"]
        )


class RemovePost(Removal):
    """Removes a post that nobody ever held."""

    action = _("Remove the post")
    done = _("The post was removed.")
    kept = ("id",)

    @property
    def post(self):
        return self.requested(self.organisation.posts, "id")

    @property
    def title(self):
        return _("Remove the post ${post}", mapping={"post": self.post.title})

    def obstacles(self):
        return checks.post_removal_problems(self.organisation, self.post.id)

    def save(self):
        self.directory.remove_post(self.post.id)
