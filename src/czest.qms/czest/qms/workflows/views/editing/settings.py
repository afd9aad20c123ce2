"""The form of deadlines, reminders, opinions by silence, and kinds that are brought into force by an act only."""

from czest.qms import _
from czest.qms.documents.kinds import kinds
from czest.qms.documents.settings import IDocumentSettings
from czest.qms.operations.errors import InvalidInput
from czest.qms.workflows.operations.base import WRONG
from czest.qms.workflows.rules import known as terms
from czest.qms.workflows.rules.known import SETTINGS
from czest.qms.workflows.surroundings import described
from czest.qms.workflows.views.base import DEADLINES
from czest.qms.workflows.views.editing.base import EditingPage
from czest.qms.workflows.views.editing.fields import CHOICES
from czest.qms.workflows.views.editing.fields import Field
from czest.qms.workflows.views.editing.fields import FLAG
from czest.qms.workflows.views.editing.fields import Group
from czest.qms.workflows.views.editing.fields import NUMBER
from plone import api


NO_NUMBER = _("Write a whole number.")
GROUPS = (
    (_("Days given to a stage"), ("check_days", "opinion_days", "approval_days")),
    (_("Reminders"), ("remind_before", "remind_every", "escalate_after")),
    (_("Opinions"), ("silence_ends_opinions",)),
    (_("Legal acts"), ("act_required",)),
)
KINDS = {terms.NUMBER: NUMBER, terms.FLAG: FLAG, terms.KINDS: CHOICES}


def kinds_with_titles(page):
    """Return ``(portal type, title)`` of the kinds of documents."""
    types = api.portal.get_tool("portal_types")
    return tuple((kind, page.words(types[kind].Title())) for kind in kinds())


class SettingsPage(EditingPage):
    """What the office decides about time, silence and acts."""

    tab = DEADLINES
    title = _("Deadlines and reminders")
    lead = _("What a route or its template says goes first. Deadlines that run now stay as they are.")

    def back(self):
        return self.address(DEADLINES)

    def groups(self):
        """Return the settings in their groups."""
        return [Group(title, tuple(map(self._field, names))) for title, names in GROUPS]

    def _field(self, name):
        schema_field, setting = IDocumentSettings[name], described(IDocumentSettings[name])
        value = self.ledger.values["settings"].get(name, schema_field.default)
        if setting.form == terms.NUMBER:
            value = "" if value is None else str(value)
        return Field(
            name=f"settings.{name}",
            path=f"settings.{name}",
            label=schema_field.title,
            kind=KINDS[setting.form],
            value=set(value or ()) if setting.form == terms.KINDS else value,
            hint=schema_field.description or None,
            options=kinds_with_titles(self) if setting.form == terms.KINDS else (),
        )

    def changes(self):
        """Return every setting as typed; one that is emptied is as shipped again.

        Raises:
            InvalidInput: something else than a whole number stands where one is asked for.
        """
        changes, errors = {}, []
        for name, field in zip(self._names(), self.fields, strict=True):
            typed = field.typed(self.request.form)
            if field.kind == NUMBER:
                if typed and not (typed.isascii() and typed.isdigit() and len(typed) < 6):
                    errors.append((field.path, NO_NUMBER))
                typed = int(typed) if typed.isascii() and typed.isdigit() else None
            changes[name] = sorted(typed) if isinstance(typed, set) else typed
        if errors:
            raise InvalidInput(WRONG, errors)
        return {"settings": changes}

    def _names(self):
        return [name for _title, names in GROUPS for name in names]


#: Every setting of the adjustments stands in the form.
assert {name for _title, names in GROUPS for name in names} == set(SETTINGS)
