"""Forms that add and change a template. Stages are added, moved and taken away by buttons that save nothing."""

from czest.qms import _
from czest.qms.approval.messages import OWNER_HEAD_HINT
from czest.qms.approval.messages import OWNER_HEAD_TITLE
from czest.qms.approval.messages import PURPOSES
from czest.qms.approval.messages import RULES
from czest.qms.approval.messages import sentence
from czest.qms.approval.rules.plain_templates import read_template
from czest.qms.approval.rules.templates import OWNER_HEAD
from czest.qms.approval.views import typed
from czest.qms.approval.views.base import LIST
from czest.qms.approval.views.base import RoutesView
from czest.qms.operations.errors import OperationRefused
from czest.qms.organisation.rules.model import Refused
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: Label of the field for why something is changed.
REASON = _("Reason for the change")
#: Most stages that the form holds.
MOST_STAGES = 20

LABELS = {
    "title": _("Name of the template"),
    "kinds": _("Kinds of documents"),
    "units": _("Units"),
    "processes": _("Processes"),
    "stages": _("Stages"),
    "purpose": _("Purpose of the stage"),
    "participants": _("Who is asked"),
    "rule": _("How many must sign"),
    "quorum": _("Number of signatures"),
    "days": _("Days"),
    "reason": REASON,
}

HINTS = {
    "kinds": _("None ticked: every kind."),
    "units": _("Symbols, one a line; units under them are covered too. Empty: every unit."),
    "processes": _("None ticked: every process."),
    "participants": _("One a line, in the order in which they sign where the order counts."),
    "quorum": _("Only where so many of them must sign."),
    "reason": _("It is kept in the trail."),
    "days": _("Calendar days, up to 365. Needed for an opinion: after them silence counts as no remarks."),
}

NO_NUMBER = _("Write a whole number.")


class TemplateForm(RoutesView):
    """The form of a template, on GET as it is, on POST as it was typed."""

    template = ViewPageTemplateFile("templates/form.pt")
    list_page = LIST
    head_title, head_hint = OWNER_HEAD_TITLE, OWNER_HEAD_HINT
    labels = LABELS
    hints = HINTS
    purposes = tuple(PURPOSES.items())
    rules = tuple(RULES.items())
    verdict = _("Not saved.")
    #: What the button says, and what is said afterwards.
    action = done = ""
    #: Id of the template that is changed, or None.
    template_id = None

    def initial(self):
        """Return what the form shows before anybody types."""
        return typed.empty()

    def __call__(self):
        self.problems, self.refused = (), None
        self.reason = typed.text(self.request.form, "reason")
        if not self.is_sincere_post():
            self.typed = self.initial()
            return self.template()
        self.typed = typed.from_request(self.request.form, MOST_STAGES)
        if typed.change_asked(self.request.form, self.typed):
            return self.template()
        try:
            saved = self.save()
        except Refused as refusal:
            self.problems = refusal.problems
            self.request.response.setStatus(400)
            return self.template()
        except OperationRefused as refusal:
            self.refused = refusal.message
            self.request.response.setStatus(refusal.status, lock=1)
            return self.template()
        api.portal.show_message(self.done, self.request)
        self.request.response.redirect(self.address("route-template", id=saved.id))
        return ""

    def save(self):
        """Save what was typed and return the template.

        Raises:
            Refused: when it may not be saved so.
            OperationRefused: when it may not be saved now.
        """
        template_id = self.template_id or self.templates.free_id(self.typed["title"])
        template = read_template(typed.plain(self.typed), template_id)
        self.templates.put(template, self.reason)
        return template

    # What the template draws

    @cached_property
    def errors(self):
        """Sentences by field; several of one field stand in one."""
        found = {}
        for problem in self.problems:
            found.setdefault(problem.field, []).append(self.translate(self.sentence(problem)))
        return {field: " ".join(sentences) for field, sentences in found.items()}

    def sentence(self, problem):
        is_number = problem.field.endswith((".days", ".quorum"))
        return NO_NUMBER if problem.code == "wrong_type" and is_number else sentence(problem)

    def faults(self):
        """Return the errors for the summary: ``label``, ``text`` and the id of the field, None where it is about none."""
        found = [
            {"label": self.label_of(field), "text": text, "target": self.id_of(field)}
            for field, text in self.errors.items()
        ]
        return found if self.refused is None else [{"label": None, "text": self.refused, "target": None}, *found]

    def label_of(self, field):
        """Return the label of a field, with the number of its stage."""
        if not field.startswith("stages."):
            return self.labels.get(field, field)
        _stages, number, name = field.split(".", 2)
        mapping = {"stage": number, "field": self.labels.get(name, name)}
        return _("Stage ${stage}, ${field}", mapping=mapping)

    def id_of(self, field):
        return f"route-{field.replace('.', '-')}"

    def field(self, name, number=None, *, optional=False):
        """Return what the macros and inputs need of a field, of a stage where a number is given."""
        path = f"stages.{number}.{name}" if number else name
        found = {
            "id": self.id_of(path),
            "name": path,
            "label": self.labels[name],
            "hint": self.hints.get(name),
            "error": self.errors.get(path),
            "optional": optional,
        }
        described = [f"{found['id']}-{part}" for part in ("hint", "error") if found[part]]
        return {**found, "described_by": " ".join(described) or None}

    def choices(self, name, titles):
        """Return the boxes of a field with what is ticked; what is ticked but unknown stays to be seen."""
        known = {**{one: one for one in self.typed[name]}, **titles}
        return [
            {"value": value, "title": title, "checked": value in self.typed[name]}
            for value, title in sorted(known.items(), key=lambda item: item[0])
        ]

    def groups(self, chosen):
        """Return whom a line may ask, as groups of options; a choice that is gone stays to be seen."""
        groups = [{**group, "options": list(group["options"])} for group in self.everybody]
        known = {option["value"] for group in groups for option in group["options"]}
        if chosen and chosen not in known:
            groups[0]["options"].append({"value": chosen, "title": chosen})
        return groups

    @cached_property
    def everybody(self):
        units = self.directory.units()
        posts = self.directory.posts()
        tenures = self.organisation.tenures.values()
        people = sorted({tenure.login for tenure in tenures if tenure.covers(self.today)}, key=self.full_name)
        return [
            group(_("By the owner of the document"), [(OWNER_HEAD, OWNER_HEAD_TITLE)]),
            group(_("Posts"), [(f"post:{post.id}", f"{post.title} ({post.unit})") for post in posts]),
            group(_("Units"), [(f"unit:{unit.symbol}", f"{unit.symbol} {unit.title}") for unit in units]),
            group(_("People"), [(f"person:{login}", self.full_name(login)) for login in people]),
        ]

    @property
    def has_room(self):
        """Whether the form can hold another stage."""
        return len(self.typed["stages"]) < MOST_STAGES


def group(label, options):
    """Return a group of options."""
    return {"label": label, "options": [{"value": value, "title": title} for value, title in options]}


class AddTemplate(TemplateForm):
    """Adds a template."""

    title = _("Add a template of a route")
    action = _("Add the template")
    done = _("The template was added. It counts for editions submitted from now on.")


class ChangeTemplate(TemplateForm):
    """Changes a template; its id stays."""

    action = _("Save the template")
    done = _("The template was saved. It counts for editions submitted from now on.")

    @property
    def template_id(self):
        return self.template_asked.id

    @property
    def title(self):
        return _("Change the template ${template}", mapping={"template": self.template_asked.title})

    def initial(self):
        return typed.from_template(self.template_asked)
