"""What differs between two adjustments, as rows for people: what, until now, from now on."""

from czest.qms import _
from czest.qms.approval.office_letters import all_letters
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.documents.settings import IDocumentSettings
from czest.qms.workflows import definitions
from czest.qms.workflows.live import shipped_definitions
from czest.qms.workflows.names import ROLE_TITLES
from czest.qms.workflows.rules.adjustments import LANGUAGES
from czest.qms.workflows.rules.adjustments import of_plain
from czest.qms.workflows.rules.cells import is_granted
from czest.qms.workflows.rules.cells import REMARK
from czest.qms.workflows.rules.cells import TRAIL
from czest.qms.workflows.surroundings import shipped_word
from plone import api
from zope.component import queryUtility
from zope.i18n import translate
from zope.i18n.interfaces import INegotiator


LANGUAGE_TITLES = {"pl": _("in Polish"), "en": _("in English")}
RIGHTS = {REMARK: _("Adds remarks"), TRAIL: _("Sees the trail")}
YES, NO = _("yes (right)"), _("no (right)")
AS_SHIPPED, NONE = _("as shipped"), _("none (template)")
OFF, EVERY_KIND, NO_KIND = _("turned off"), _("every kind"), _("none (kinds)")


class Wording:
    """Puts what differs between two plain forms into rows.

    Parameters:
        request: whose language is spoken.
        before, after: adjustments in the plain form.
    """

    def __init__(self, request, before, after):
        self.request = request
        self.before = before
        self.after = after

    def say(self, message):
        """Return a Message in the language of the person."""
        return translate(message, context=self.request)

    def rows(self):
        """Return dicts with ``what``, ``before`` and ``after``, texts in the language of the person."""
        parts = (self.words, self.optional_states, self.grants, self.settings, self.letters, self.templates)
        return [
            {"what": self.say(what), "before": self.say(before), "after": self.say(after)}
            for part in parts
            for what, before, after in part()
        ]

    def differing(self, part):
        """Yield ``(name, before, after)`` of what differs in a part."""
        before, after = self.before.get(part, {}), self.after.get(part, {})
        for name in sorted({*before, *after}):
            if before.get(name) != after.get(name):
                yield name, before.get(name), after.get(name)

    def words(self):
        for msgid, before, after in self.differing("words"):
            for language in LANGUAGES:
                shown = [(words or {}).get(language) or shipped_word(msgid, language) for words in (before, after)]
                if shown[0] != shown[1]:
                    yield self._in(shipped_word(msgid, self.language), language), *shown

    @property
    def language(self):
        """The language of the person, one of those in which the office has words."""
        negotiator = queryUtility(INegotiator)
        return (negotiator and negotiator.getLanguage(LANGUAGES, self.request)) or LANGUAGES[0]

    def _in(self, what, language):
        words = {"what": self.say(what), "language": self.say(LANGUAGE_TITLES[language])}
        return _("“${what}” ${language}", mapping=words)

    def optional_states(self):
        for name, before, after in self.differing("optional_states"):
            title = self.say(_(PATTERNS[name].title))
            yield _("Optional state: ${state}", mapping={"state": title}), self._offered(before), self._offered(after)

    def _offered(self, kinds):
        return OFF if kinds is None else self.kinds(kinds) or EVERY_KIND

    def kinds(self, kinds):
        """Return kinds of documents as text."""
        types = api.portal.get_tool("portal_types")
        return ", ".join(self.say(types[kind].Title()) if kind in types else kind for kind in sorted(kinds))

    def grants(self):
        before, after = of_plain(self.before).grants, of_plain(self.after).grants
        for cell in sorted({*before, *after}):
            given = [grants.get(cell, self._shipped(cell)) for grants in (before, after)]
            if given[0] != given[1]:
                yield self._cell(cell), *(YES if one else NO for one in given)

    def _shipped(self, cell):
        return is_granted(shipped_definitions()[cell.workflow], cell)

    def _cell(self, cell):
        words = {
            "workflow": self.say(definitions.TITLES[cell.workflow]),
            "state": self.say(_(state_title(cell.workflow, cell.state))),
            "role": self.say(ROLE_TITLES[cell.role]),
            "right": self.say(RIGHTS[cell.permission]),
        }
        return _("${workflow}, ${state}: ${role}: ${right}", mapping=words)

    def settings(self):
        for name, before, after in self.differing("settings"):
            yield IDocumentSettings[name].title, self._value(name, before), self._value(name, after)

    def _value(self, name, value):
        value = IDocumentSettings[name].default if value is None else value
        if isinstance(value, bool):
            return YES if value else NO
        if isinstance(value, list):
            return self.kinds(value) or NO_KIND
        return _("none (days)") if value is None else str(value)

    def letters(self):
        for name, before, after in self.differing("letters"):
            for language in LANGUAGES:
                texts = [(letters or {}).get(language) for letters in (before, after)]
                if texts[0] != texts[1]:
                    yield self._in(_(all_letters()[name].title), language), *map(self._letter, texts)

    def _letter(self, letter):
        return AS_SHIPPED if letter is None else f"{letter['subject']}\n\n{letter['text']}"

    def templates(self):
        for _name, before, after in self.differing("templates"):
            title = (after or before)["title"]
            yield _("Template of routes: ${title}", mapping={"title": title}), *map(self._template, (before, after))

    def _template(self, template):
        if template is None:
            return NONE
        return _("${title}, stages: ${count}", mapping={"title": template["title"], "count": len(template["stages"])})


def state_title(workflow_id, state):
    """Return the msgid of the title of a state, of an optional one too."""
    shipped = shipped_definitions()[workflow_id]
    if state in shipped.states:
        return shipped.states[state].title
    return str(next(pattern.title for pattern in PATTERNS.values() if pattern.state == state))
