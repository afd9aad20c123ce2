"""The list of templates, the page of each, and its removal."""

from czest.qms import _
from czest.qms.approval.views.base import LIST
from czest.qms.approval.views.base import RoutesView
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
    next_page = LIST

    @property
    def title(self):
        return _("Remove the template ${template}", mapping={"template": self.template_asked.title})

    def save(self):
        self.templates.remove(self.template_asked.id)
