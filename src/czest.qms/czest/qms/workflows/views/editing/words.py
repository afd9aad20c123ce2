"""The form of the words of a workflow: what its states and transitions are called, in Polish and in English."""

from czest.qms import _
from czest.qms.workflows import definitions
from czest.qms.workflows.applying import edited_definition
from czest.qms.workflows.live import WORKFLOWS
from czest.qms.workflows.rules.adjustments import of_plain
from czest.qms.workflows.rules.wording import DESCRIPTION
from czest.qms.workflows.rules.wording import TITLE
from czest.qms.workflows.surroundings import shipped_word
from czest.qms.workflows.views.editing.base import EditingPage
from czest.qms.workflows.views.editing.fields import Field
from czest.qms.workflows.views.editing.fields import Group
from czest.qms.workflows.views.editing.fields import LINE
from czest.qms.workflows.views.editing.fields import TEXT
from functools import cached_property
from zExceptions import NotFound


LABELS = {
    ("title", "pl"): _("Word in Polish"),
    ("title", "en"): _("Word in English"),
    ("description", "pl"): _("Description in Polish"),
    ("description", "en"): _("Description in English"),
}


class OfWorkflow(EditingPage):
    """A form about one workflow of the intranet, which the address names.

    Raises:
        NotFound: there is no such workflow whose parts an office adjusts.
    """

    @cached_property
    def workflow_id(self):
        """The workflow asked for; that of editions by default."""
        asked = self.request.form.get("workflow", definitions.EDITION)
        if not isinstance(asked, str) or asked not in WORKFLOWS or asked not in definitions.TITLES:
            raise NotFound(str(asked))
        return asked

    @property
    def tab(self):
        return self.workflow_id

    def about(self):
        return {"workflow": self.workflow_id}

    def back(self):
        return self.panel_address(self.workflow_id)


class WordsPage(OfWorkflow):
    """The words of a workflow."""

    title = _("Words of the workflow")
    lead = _(
        "The words are shown everywhere: on screens, in letters and to programs. An emptied field brings the shipped one back."
    )

    def groups(self):
        """Return a group for each state and each transition."""
        # With no words of the office, titles are the keys under which its words are kept.
        without_words = of_plain({**self.ledger.values, "words": {}})
        definition = edited_definition(self.workflow_id, without_words)
        kinds = (
            (_("State: ${word}"), "state", definition.states),
            (_("Step: ${word}"), "step", definition.transitions),
        )
        # A word that several parts share is asked for once.
        asked = set()
        for heading, kind, parts in kinds:
            for part in parts.values():
                fields = tuple(self._fields(kind, part, asked))
                if fields:
                    yield Group(_(heading, mapping={"word": self.words(_(part.title))}), fields)

    def _fields(self, kind, part, asked):
        for name, msgid, field, most in (
            ("title", part.title, LINE, TITLE),
            ("description", part.description, TEXT, DESCRIPTION),
        ):
            if not msgid or msgid in asked:
                continue
            asked.add(msgid)
            for language in ("pl", "en"):
                shipped = shipped_word(msgid, language)
                yield Field(
                    name=f"{kind}.{part.id}.{name}.{language}",
                    path=f"words.{msgid}.{language}",
                    label=LABELS[name, language],
                    kind=field,
                    value=self.ledger.values["words"].get(msgid, {}).get(language, shipped),
                    hint=_("Shipped: ${word}", mapping={"word": shipped}),
                    language=language,
                    most=most,
                )

    def changes(self):
        """Return the words that differ from those shipped; the others are taken back."""
        changes = {}
        for field in self.fields:
            msgid, _dot, language = field.path.removeprefix("words.").rpartition(".")
            typed = field.typed(self.request.form)
            kept = typed if typed and typed != shipped_word(msgid, language) else None
            changes.setdefault(msgid, {})[language] = kept
        return {"words": changes}
