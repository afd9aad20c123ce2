"""The specification of a workflow for people, in Markdown: states, who reads, what may be done, and who may."""

from czest.qms.workflows.rules.flow import in_order
from czest.qms.workflows.rules.flow import numbers_of
from czest.qms.workflows.rules.problems import _


#: Role of a definition → what people call those who have it.
HOLDERS = {
    "Anonymous": _("everybody"),
    "Reader": _("all staff"),
    "Editor": _("author, authors and head of the unit that owns it"),
    "Contributor": _("staff of the unit"),
    "Reviewer": _("those who check by the route"),
    "Approver": _("those who approve by the route"),
    "Quality Officer": _("quality officer"),
    "BIP Editor": _("BIP editor"),
    "Archivist": _("archivist"),
    "Auditor": _("auditor"),
    "Site Administrator": _("administrator"),
    "Manager": _("Manager"),
}
#: Words beside what the definition and the facts give.
WORKFLOW = _("Workflow")
TYPES = _("Types")
BEGINS = _("Begins with")
OTHERS = _("others")
TRANSITIONS = _("Transitions")
GUARDS = _("Guards")
NO_TRANSITIONS = _("no transitions")
NOBODY = _("nobody")
NOTHING = "–"


class Specification:
    """The specification of one workflow.

    Parameters:
        definition: :class:`czest.qms.workflows.rules.definition.Definition`.
        facts: what operations say of themselves, in their order, see ``workflows.facts``.
        types: ids of the portal types that the workflow governs.
        people: words of facts for people → what people call them, see ``operations.roles``.
        translate: function that returns a msgid or Message in the language of the specification.
    """

    def __init__(self, definition, facts, types, people, translate):
        self.definition = definition
        self.facts = facts
        self.types = types
        self.people = people
        self.translate = translate
        self.order = in_order(definition)

    def text(self):
        """Return the whole text."""
        parts = [self._head(), *(self._state(self.definition.states[one]) for one in self.order)]
        if self.definition.transitions:
            parts.append(self._transitions())
        return "\n\n".join([*parts, self._rules()]) + "\n"

    def _head(self):
        definition = self.definition
        first = self.definition.states[definition.initial]
        lines = [f"# {self.translate(definition.title)}"]
        if definition.description:
            lines.append(self.translate(definition.description))
        types = ", ".join(f"`{one}`" for one in self.types)
        lines.append(f"{self.translate(WORKFLOW)}: `{definition.id}` · {self.translate(TYPES)}: {types}")
        lines.append(
            self.translate(_("Written by `make specification` from the definition and from what operations say."))
        )
        lines.append(f"{self.translate(BEGINS)}: **{self.translate(first.title)}**")
        return "\n\n".join(lines)

    def _state(self, state):
        lines = [f"## {self.translate(state.title)} (`{state.id}`)"]
        if state.description:
            lines.append(self.translate(state.description))
        return "\n\n".join([*lines, self._rights(state), self._actions(state)])

    def _rights(self, state):
        """Return who has which permission; of those that nobody has, how many they are."""
        granted = {name: grant for name, grant in state.permissions.items() if grant.roles or grant.acquired}
        lines = [self._row(_("Permission"), _("Who")), "|---|---|"]
        lines += [f"| `{name}` | {self._holders(grant)} |" for name, grant in sorted(granted.items())]
        nobody = len(self.definition.permissions) - len(granted)
        lines.append(f"| {self.translate(OTHERS)} ({nobody}) | {self.translate(NOBODY)} |")
        return "\n".join(lines)

    def _holders(self, grant):
        names = [f"{self.translate(HOLDERS[role])} (`{role}`)" for role in sorted(grant.roles)]
        return ", ".join([*names, *([self.translate(_("as in the container"))] if grant.acquired else [])])

    def _actions(self, state):
        actions = [fact for fact in self.facts if fact.possible_in is None or state.id in fact.possible_in]
        if not actions:
            return self.translate(_("Nothing can be done here."))
        return "\n".join(
            [
                self._row(_("Operation"), _("Leads to"), _("Who"), _("On what condition"), _("Tells")),
                "|---|---|---|---|---|",
                *(self._action(fact, state) for fact in actions),
            ]
        )

    def _action(self, fact, state):
        leads = [one for one in self.definition.leading_from(state.id) if one.id in fact.fires]
        targets = dict.fromkeys(self.translate(self.definition.states[one.target].title) for one in leads if one.target)
        cells = [
            f"{self.translate(fact.title)} (`{fact.id}`)",
            self._joined(targets),
            self._people(fact.who),
            self.translate(fact.condition) if fact.condition else NOTHING,
            self._people(fact.tells),
        ]
        return f"| {' | '.join(cells)} |"

    def _people(self, words):
        return self._joined(self.translate(self.people[word]) for word in words)

    def _joined(self, texts):
        return ", ".join(texts) or NOTHING

    def _transitions(self):
        """Return the table of transitions with the numbers of the diagram."""
        lines = [
            f"## {self.translate(TRANSITIONS)}",
            "",
            self._row(_("No."), _("Transition"), _("Leads from"), _("Leads to"), _("What makes it")),
            "|---|---|---|---|---|",
        ]
        for transition_id, number in numbers_of(self.definition).items():
            transition = self.definition.transitions[transition_id]
            sources = self.definition.sources_of(transition_id)
            making = (self.translate(fact.title) for fact in self.facts if transition_id in fact.fires)
            cells = [
                str(number),
                f"{self.translate(transition.title)} (`{transition_id}`)",
                self._joined(self.translate(self.definition.states[one].title) for one in self.order if one in sources),
                self.translate(self.definition.states[transition.target].title) if transition.target else NOTHING,
                self._joined(dict.fromkeys(making)),
            ]
            lines.append(f"| {' | '.join(cells)} |")
        return "\n".join(lines)

    def _rules(self):
        """Return what holds for the whole workflow: its guards, and whether a Manager passes them."""
        guards = sorted({_guard_text(one.guard) for one in self.definition.transitions.values()})
        lines = [f"## {self.translate(GUARDS)}", ""]
        lines += [f"- `{guard}`" for guard in guards] or [f"- {self.translate(NO_TRANSITIONS)}"]
        bypass = (
            _("a Manager passes every guard") if self.definition.manager_bypass else _("no guard lets a Manager pass")
        )
        lines.append(f"- {self.translate(bypass)} (`manager_bypass`)")
        return "\n".join(lines)

    def _row(self, *messages):
        return f"| {' | '.join(self.translate(message) for message in messages)} |"


def _guard_text(guard):
    asked = [*sorted(guard.permissions), *sorted(guard.roles), *sorted(guard.groups)]
    return "; ".join([*([guard.expression] if guard.expression else []), *asked])
