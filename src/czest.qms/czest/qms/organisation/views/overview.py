"""The organisation on one page: units, posts, holders."""

from czest.qms import _
from czest.qms.organisation.messages import entitlement_titles
from czest.qms.organisation.views.base import OfficerView


#: Classes of indentation by depth; what lies deeper stands as the last.
INDENTS = ("d-block", "d-block ps-3", "d-block ps-4", "d-block ps-5")


class Overview(OfficerView):
    """Units as a tree, each with its posts and who holds them today or will."""

    title = _("Organisation")
    above = ()
    is_wide = True
    nothing = _("There are no units yet.")
    first_step = _("Import them from CSV")
    conflict_verdict = _("Quality representative and auditor at once – nobody audits their own work:")

    def units(self):
        return [
            {
                "unit": unit,
                "indent": INDENTS[min(depth, len(INDENTS) - 1)],
                "posts": [self.post(post) for post in self.organisation.posts_in(unit.symbol)],
                "change_url": self.address("organisation-change-unit", symbol=unit.symbol),
                "remove_url": self.address("organisation-remove-unit", symbol=unit.symbol),
                "add_unit_url": self.address("organisation-add-unit", parent=unit.symbol),
                "add_post_url": self.address("organisation-add-post", unit=unit.symbol),
            }
            for depth, unit in self.organisation.tree()
        ]

    def post(self, post):
        tenures = self.organisation.tenures_of_post(post.id)
        return {
            "post": post,
            "entitlements": ", ".join(entitlement_titles(post.entitlements, self.request)),
            "holders": [
                self.holder(tenure) for tenure in tenures if tenure.until is None or tenure.until >= self.today
            ],
            "was_held": bool(tenures),
            "change_url": self.address("organisation-change-post", id=post.id),
            "remove_url": self.address("organisation-remove-post", id=post.id),
            "history_url": self.address("organisation-post", id=post.id),
            "appoint_url": self.address("organisation-appoint", post=post.id),
        }

    def holder(self, tenure):
        return {
            "tenure": tenure,
            "name": self.full_name(tenure.login),
            "period": self.period(tenure),
            "is_coming": tenure.start > self.today,
            "end_url": self.address("organisation-end-tenure", id=tenure.id),
        }

    def period(self, tenure):
        days = {"start": tenure.start.isoformat(), "end": tenure.until and tenure.until.isoformat()}
        return _("from ${start} until ${end}", mapping=days) if tenure.until else _("from ${start}", mapping=days)

    def conflicts(self):
        """Return the names of those who are quality representative and auditor at once (allowed, to be known)."""
        auditors = self.directory.entitled("auditor") | self.directory.entitled("internal_auditor")
        return sorted(self.full_name(login) for login in self.directory.entitled("quality_officer") & auditors)


class PostHistory(OfficerView):
    """Everybody who ever held a post."""

    @property
    def post(self):
        return self.requested(self.organisation.posts, "id")

    @property
    def title(self):
        return _("Holders of the post ${post}", mapping={"post": f"{self.post.title} ({self.post.unit})"})

    def rows(self):
        return [
            {
                "tenure": tenure,
                "name": self.full_name(tenure.login),
                "end_url": self.address("organisation-end-tenure", id=tenure.id),
            }
            for tenure in reversed(self.organisation.tenures_of_post(self.post.id))
        ]
