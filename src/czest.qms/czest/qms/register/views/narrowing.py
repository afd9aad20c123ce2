"""What narrows the list on the page: choices of the selects, and chips of what is chosen."""

from czest.qms import _
from czest.qms.appearance.states import state
from czest.qms.classification.interfaces import IClassification
from czest.qms.documents.kinds import kinds
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.register.rules.parameters import address
from czest.qms.register.rules.parameters import without_filters
from czest.qms.register.rules.parameters import without_query
from czest.qms.register.wording import OPENNESS
from functools import cached_property
from html import escape
from plone import api
from zope.component import getUtility
from zope.component import queryUtility
from zope.i18n import translate


NO_BREAK = "\u00a0"

OPTION = '<option value="{value}"{selected}>{words}</option>'


class RegisterNarrowing:
    """Choices and chips for one question to a register.

    Subclasses set ``SELECTS`` (words by name of the filter, in the order of the page) and say what the ``choices`` are.

    Parameters:
        parameters: the question.
        base: address of the list without a query.
        request: the request.
    """

    SELECTS = {}

    def __init__(self, parameters, base, request):
        self.parameters = parameters
        self.base = base
        self.request = request

    @cached_property
    def choices(self):
        """``{filter: pairs of value and words}``."""
        raise NotImplementedError

    def selects(self):
        """Return dicts with ``name``, ``label`` and ``options``, as markup: there may be hundreds."""
        return [
            {"name": name, "label": label, "options": self._options(name, getattr(self.parameters, name))}
            for name, label in self.SELECTS.items()
        ]

    def _options(self, name, chosen):
        return "".join(
            OPTION.format(
                value=escape(value),
                selected=' selected="selected"' if value in chosen else "",
                words=escape(translate(words, context=self.request)),
            )
            for value, words in self.choices[name]
        )

    def chips(self):
        """Return dicts with ``words`` and ``url``, which asks without this value."""
        found = []
        if self.parameters.query:
            words = _("Search: ${words}", mapping={"words": self.parameters.query})
            found.append({"words": words, "url": self._address(without_query(self.parameters))})
        for name, values in self.parameters.filters.items():
            words_of = self._words(name)
            for value in values:
                rest = tuple(other for other in values if other != value)
                url = self._address(self.parameters, **{name: rest})
                found.append({"words": words_of.get(value, value), "url": url})
        return found

    def _words(self, name):
        """Return ``{value: words}`` of a filter."""
        if name == "state":
            return {value: state(value).word for value in self.parameters.state}
        return {value: translate(words, context=self.request).strip() for value, words in self.choices[name]}

    def clear_address(self):
        """Return the address of the same tab without query and filters."""
        return self._address(without_filters(self.parameters))

    def _address(self, parameters, **changes):
        return address(self.base, parameters, **changes)


class Narrowing(RegisterNarrowing):
    """Choices and chips for a question to the register of documents; the state is chosen by the tabs."""

    SELECTS = {
        "kind": _("Kind"),
        "unit": _("Organisational unit"),
        "process": _("Process"),
        "openness": _("Openness"),
    }

    @cached_property
    def choices(self):
        return {
            "kind": _kinds(),
            "unit": units(),
            "process": _processes(),
            "openness": [(degree, word) for degree, (_icon, word) in OPENNESS.items()],
        }


def _kinds():
    types = api.portal.get_tool("portal_types")
    return [(kind, types[kind].Title()) for kind in sorted(kinds(), reverse=True)]


def units():
    """Return the units as choices, those under another one further in."""
    tree = getUtility(IDirectory).organisation().tree()
    return [(unit.symbol, f"{3 * depth * NO_BREAK}{unit.symbol} {unit.title}") for depth, unit in tree]


def _processes():
    classification = queryUtility(IClassification)
    terms = classification.terms("process") if classification is not None else ()
    return [(term.token, f"{term.token} {term.title}") for term in terms if term.parent is not None]
