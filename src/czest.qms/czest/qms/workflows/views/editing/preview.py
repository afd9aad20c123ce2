"""What would happen: the differences in words, the diagrams before and after, the editions on their way, the rights."""

from czest.qms import _
from czest.qms.approval.letters import preview as letter_preview
from czest.qms.workflows import definitions
from czest.qms.workflows.live import shipped_xml
from czest.qms.workflows.live import WORKFLOWS
from czest.qms.workflows.rules.adjustments import of_plain
from czest.qms.workflows.rules.drawing import drawn
from czest.qms.workflows.rules.editing import edited
from czest.qms.workflows.rules.parsing import definition_of
from czest.qms.workflows.surroundings import shipped_word
from czest.qms.workflows.trying import effects
from czest.qms.workflows.views.editing.wording import state_title
from czest.qms.workflows.views.editing.wording import Wording
from czest.qms.workflows.views.wording import objects
from dataclasses import replace
from functools import cached_property
from zope.i18n import translate


class Preview:
    """What would happen if adjustments were applied.

    Parameters:
        context: the site.
        request: of the person.
        before, after: adjustments in the plain form; both were let through.
    """

    def __init__(self, context, request, before, after):
        self.context = context
        self.request = request
        self.before = before
        self.after = after
        self.wording = Wording(request, before, after)

    def rows(self):
        """Return what differs, see :meth:`Wording.rows`."""
        return self.wording.rows()

    @cached_property
    def effects(self):
        return effects(self.before, self.after)

    def say(self, message):
        return translate(message, context=self.request)

    # Editions and rights

    def open_count(self):
        """Return how many editions are on their way, as text: ``37 wydań``."""
        return self.say(objects(definitions.EDITION, sum(self.effects["open_editions"].values())))

    def open_editions(self):
        """Return where they stand: dicts with ``state`` and ``count``, states without any left out."""
        return [
            {"state": self.state(definitions.EDITION, state), "count": count}
            for state, count in self.effects["open_editions"].items()
            if count
        ]

    def rights(self):
        """Return sentences on the objects that get other rights."""
        return [
            self.say(
                _(
                    "${workflow}, ${state}: ${count} will get other rights.",
                    mapping={
                        "workflow": self.say(definitions.TITLES[found["workflow"]]),
                        "state": self.state(found["workflow"], found["state"]),
                        "count": self.say(objects(found["workflow"], found["objects"])),
                    },
                )
            )
            for found in self.effects["rights"]
        ]

    @property
    def at_once(self):
        """Whether all of them get their rights in the same moment."""
        return self.effects["at_once"]

    def state(self, workflow_id, state):
        """Return what a state will be called."""
        return self._word(self.after, state_title(workflow_id, state))

    # Diagrams

    def diagrams(self):
        """Return the workflows whose drawing changes: dicts with ``title``, ``before`` and ``after``, markup."""
        found = []
        for workflow_id in WORKFLOWS:
            if workflow_id not in definitions.TITLES:
                continue
            drawings = [
                self._drawing(workflow_id, values, name)
                for values, name in ((self.before, "qms-before"), (self.after, "qms-after"))
            ]
            if drawings[0].replace("qms-before", "qms-after") != drawings[1]:
                title = self.say(definitions.TITLES[workflow_id])
                found.append({"title": title, "before": drawings[0], "after": drawings[1]})
        return found

    def _drawing(self, workflow_id, values, name):
        # The titles as shipped are the keys by which the words of an office are looked up.
        adjustments = replace(of_plain(values), words={})
        definition = definition_of(edited(shipped_xml(workflow_id), adjustments))
        looks = {}
        for state in definition.states.values():
            look = definitions.look_of(workflow_id, state)
            looks[state.id] = definitions.box_of(look, self._word(values, state.title))
        title = _(
            "Diagram of the workflow: ${workflow}", mapping={"workflow": self.say(definitions.TITLES[workflow_id])}
        )
        words = ", ".join(look.word for look in looks.values())
        return drawn(definition, looks, self.say(title), words, name=f"{name}-{workflow_id}")

    def _word(self, values, msgid):
        language = self.wording.language
        return values["words"].get(msgid, {}).get(language) or shipped_word(msgid, language)

    # Letters

    def letters(self):
        """Return how letters of the office would read with invented values: ``subject`` and ``text``."""
        found = []
        for letter_id in self.effects["letters"]:
            for letter in self.after["letters"].get(letter_id, {}).values():
                subject, text = letter_preview(letter_id, letter["subject"], letter["text"])
                found.append({"subject": subject, "text": text})
        return found
