"""The form of optional states: which of the closed list an office offers between draft and review, and for which kinds."""

from czest.qms import _
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.workflows import definitions
from czest.qms.workflows.views.editing.base import EditingPage
from czest.qms.workflows.views.editing.fields import CHOICES
from czest.qms.workflows.views.editing.fields import Field
from czest.qms.workflows.views.editing.fields import FLAG
from czest.qms.workflows.views.editing.fields import Group
from czest.qms.workflows.views.editing.settings import kinds_with_titles


class OptionalStatesPage(EditingPage):
    """Which optional states there are."""

    tab = definitions.EDITION
    title = _("Optional states between draft and review")
    lead = _("They lead from the draft back to the draft: none of them replaces a check or an approval.")

    def back(self):
        return self.panel_address(definitions.EDITION)

    def groups(self):
        """Return a group for each state of the closed list."""
        kinds, kept = kinds_with_titles(self), self.ledger.values["optional_states"]
        for pattern in PATTERNS.values():
            path = f"optional_states.{pattern.id}"
            turned_on = Field(f"{pattern.id}.offered", path, _("Offer this state"), FLAG, pattern.id in kept)
            chosen = Field(
                f"{pattern.id}.kinds",
                f"{path}.kinds",
                _("Kinds of documents"),
                CHOICES,
                set(kept.get(pattern.id, ())),
                _("None ticked: every kind."),
                kinds,
            )
            yield Group(_(pattern.title), (turned_on, chosen))

    def changes(self):
        """Return for each state the kinds for which it is offered, or that it is not."""
        form, changes = self.request.form, {}
        for name, group in zip(PATTERNS, self.shown_groups, strict=True):
            turned_on, chosen = group.fields
            changes[name] = sorted(chosen.typed(form)) if turned_on.typed(form) else None
        return {"optional_states": changes}
