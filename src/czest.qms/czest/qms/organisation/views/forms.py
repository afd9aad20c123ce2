"""Forms of the officer and of staff: fields as data, one template, errors of the rules at their fields."""

from czest.qms import _
from czest.qms.language.dates import parse_date
from czest.qms.organisation.messages import sentence
from czest.qms.organisation.people import account_problems
from czest.qms.organisation.rules.model import Problem
from czest.qms.organisation.rules.model import Refused
from czest.qms.organisation.views.base import OfficerView
from dataclasses import dataclass
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class Field:
    """One field of a form.

    ``kind`` is ``text``, ``day``, ``area`` (several lines), ``html`` (see ``OfficerForm.editor``), ``choice``,
    ``radio``, ``flag`` or ``choices``, or ``heading`` for words between fields; ``options`` are pairs of value and
    title.
    """

    name: str
    label: str
    hint: str = ""
    kind: str = "text"
    options: tuple = ()
    optional: bool = False

    @property
    def id(self):
        return f"organisation-{self.name}"


class OfficerForm(OfficerView):
    """A form that is shown on GET and saves on POST; a refusal leaves everything typed in its place."""

    template = ViewPageTemplateFile("templates/form.pt")

    title = ""
    #: What the submit button says.
    action = ""
    #: What is said after success.
    done = ""
    #: One sentence above the fields, or empty.
    explanation = ""
    #: Bold words before what is wrong.
    verdict = _("Not saved.")
    #: Parameters of the address that the form must send again.
    kept = ()
    #: Where to go afterwards.
    next_page = "organisation"
    #: Further buttons, which save nothing: dicts with ``title`` and ``url``; each opens its answer in a new window.
    looks = ()

    @property
    def next_url(self):
        """The whole address of where to go afterwards, and of *Cancel*."""
        return self.address(self.next_page)

    def sentence(self, problem):
        """Return what is said of a problem, a Message."""
        return sentence(problem)

    def editor(self, field):
        """Return the options of the editor of a field of the kind ``html``, as JSON."""
        raise NotImplementedError

    def fields(self):
        """Return the tuple of :class:`Field`."""
        raise NotImplementedError

    def initial(self):
        """Return what the form shows before anybody types: a dict by field name."""
        return {}

    def obstacles(self):
        """Return the problems for which there is nothing to fill in at all; the button is then missing."""
        return ()

    def save(self):
        """Carry out what the form is for, with ``self.values``.

        Raises:
            Refused: when the organisation does not admit it.
        """
        raise NotImplementedError

    def __call__(self):
        self.problems = ()
        if not self.is_sincere_post():
            self.values = self.initial()
            self.problems = self.obstacles()
            return self.template()
        self.values = {field.name: self.typed(field) for field in self.fields() if field.kind != "heading"}
        try:
            self.save()
        except Refused as refusal:
            self.problems = refusal.problems
            self.request.response.setStatus(400)
            return self.template()
        api.portal.show_message(self.done, self.request)
        self.request.response.redirect(self.next_url)
        return ""

    def typed(self, field):
        """Return what was typed into a field: text, boolean or list of texts."""
        value = self.request.form.get(field.name)
        if field.kind == "flag":
            return bool(value)
        if field.kind == "choices":
            return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]
        return value.strip() if isinstance(value, str) else ""

    def day(self, name, required=True):
        """Return the date typed into a field and the problems with it; the date is None when empty or wrong."""
        text = self.values[name]
        day = parse_date(text)
        if day is not None or (not text and not required):
            return day, []
        return None, [Problem(name, "day_form" if text else "required", {"text": text})]

    def account(self, name):
        """Return the login typed into a field and the problems with it, among them that there is no such account."""
        login = self.values[name]
        return login, account_problems(name, login)

    def rows(self):
        """Return what the template draws: each field with its value and error."""
        errors = {problem.field: self.translate(self.sentence(problem)) for problem in self.problems}
        return [
            {
                "field": field,
                "value": self.values.get(field.name, ""),
                "error": errors.get(field.name),
                "described_by": " ".join(
                    f"{field.id}-{part}"
                    for part, there in (("hint", field.hint), ("error", errors.get(field.name)))
                    if there
                )
                or None,
            }
            for field in self.fields()
        ]

    def faults(self):
        """Return the problems for the summary: text, and label and target where the form has such a field."""
        fields = {field.name: field for field in self.fields()}
        order = [*fields]
        problems = sorted(
            self.problems, key=lambda problem: order.index(problem.field) if problem.field in fields else len(order)
        )
        return [
            {
                "text": self.translate(self.sentence(problem)),
                "label": fields[problem.field].label if problem.field in fields else None,
                "target": fields[problem.field].id if problem.field in fields else None,
            }
            for problem in problems
        ]

    def hidden(self):
        """Return the parameters that the form sends again, as pairs."""
        return [(name, self.request.form.get(name, "")) for name in self.kept]


def require(*problems):
    """Raise what several fields have gathered, together.

    Parameters:
        problems: lists of problems.

    Raises:
        Refused: when any of them is not empty.
    """
    found = [problem for some in problems for problem in some]
    if found:
        raise Refused(found)


START = Field("start", _("First day"), _("Written as rrrr-mm-dd, for example 2026-11-24."), "day")
UNTIL = Field("until", _("Last day"), _("Included. Empty: no end is set."), "day", optional=True)
