"""The list of templates, the page of each, and its removal."""

from czest.qms import _
from czest.qms.approval.views.base import LIST
from czest.qms.approval.views.base import RoutesView
from czest.qms.approval.views.editing import REASON
from czest.qms.operations.errors import OperationRefused
from czest.qms.organisation.views.forms import Field
from czest.qms.organisation.views.removal import Removal


class Overview(RoutesView):
    """All templates: for which documents each is, and how they go."""

    title = _("Routes of documents")
    above = ()
    nothing = _("There are no templates: people are named in each edition.")

    def rows(self):
        return [
            {
                "template": template,
                "url": self.address("route-template", id=template.id),
                "scope": self.scope(template),
                "stages": self.stages(template),
            }
            for template in self.templates.templates()
        ]


class TemplatePage(RoutesView):
    """One template."""

    @property
    def title(self):
        return self.template_asked.title


class RemoveTemplate(RoutesView, Removal):
    """Removes a template; editions keep the routes that they were given."""

    action = _("Remove the template")
    done = _("The template was removed.")
    explanation = _(
        "Editions submitted already go on along their routes. Where no other template applies, people are named in"
        " each edition."
    )
    kept = ("id",)
    refused = None
    next_page = LIST

    @property
    def title(self):
        return _("Remove the template ${template}", mapping={"template": self.template_asked.title})

    def save(self):
        self.templates.remove(self.template_asked.id, self.values["reason"])

    def fields(self):
        return (Field("reason", REASON, _("It is kept in the trail."), "area", optional=True),)

    def __call__(self):
        try:
            return super().__call__()
        except OperationRefused as refusal:
            self.refused = refusal.message
            self.request.response.setStatus(refusal.status, lock=1)
            return self.template()

    def faults(self):
        """Return the problems for the summary, among them why the template may not be removed now."""
        now = [] if self.refused is None else [{"text": self.refused, "label": None, "target": None}]
        return [*now, *super().faults()]
