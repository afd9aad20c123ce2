"""The page of a register: a table with tabs, search, narrowing and order, everything in its address."""

from czest.qms.appearance.pagination import pages
from czest.qms.register.messages import sentence
from czest.qms.register.rules.parameters import address
from czest.qms.register.rules.parameters import DEFAULT_SIZE
from czest.qms.register.rules.parameters import LARGEST_SIZE
from czest.qms.register.rules.parameters import pairs
from czest.qms.register.rules.parameters import start_on_list
from czest.qms.register.rules.parameters import whole
from dataclasses import replace
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: Kinds of file that people open; those for programs are not offered on the page.
OFFERED_FILES = ("csv", "ods")


class RegisterPage(BrowserView):
    """Draws a register; the template of a page uses the macro ``view/register/macros/list``.

    Subclasses set the attributes below and give ``ask``, ``answer_to``, ``narrowing_of``, ``actions``, ``rows``,
    ``total`` and ``empty``.
    """

    is_wide = True
    register = ViewPageTemplateFile("register.pt")

    #: Words of the tabs by scope, in their order.
    TABS = {}
    #: Heads of the columns: ``(sort key or None, words, class)``.
    COLUMNS = ()
    #: Tabs that lead to other pages: as those of ``tabs``.
    further_tabs = ()

    def ask(self):
        """Return ``(question, problems)`` of the request."""
        raise NotImplementedError

    def answer_to(self, question):
        """Return the RegisterAnswer to a question."""
        raise NotImplementedError

    def narrowing_of(self, question):
        """Return the RegisterNarrowing of a question."""
        raise NotImplementedError

    def __call__(self):
        """Return the page; with wrong parameters it says so, with status 400, and shows the list without them."""
        self.url = self.context.absolute_url()
        question, self.problems = self.ask()
        self.answer = self.answer_to(question)
        start = start_on_list(question.start, question.size, self.answer.total)
        self.parameters = replace(question, start=start)
        self.narrowing = self.narrowing_of(self.parameters)
        if self.problems:
            self.request.response.setStatus(400)
        return self.index()

    def messages(self):
        """Return one message for each wrong parameter, for the macro ``message``."""
        return [
            {"look": "void", "verdict": f"{problem.field}:", "text": sentence(problem)} for problem in self.problems
        ]

    def actions(self):
        """Return the buttons this person may press: dicts with ``url``, ``title``, ``css``, ``icon``, ``dialog`` (optional)."""
        return []

    def tabs(self):
        """Return the saved views with their counts."""
        counts = self.answer.scope_counts()
        without_state = {"state": ()} if "state" in self.parameters.FILTERS else {}
        is_by_state = "state" in self.parameters.filters
        own = [
            {
                "title": title,
                "count": counts[scope],
                "url": self._address(scope=scope, **without_state),
                "current": "page" if scope == self.parameters.scope and not is_by_state else None,
            }
            for scope, title in self.TABS.items()
        ]
        return [*own, *self.further_tabs]

    def hidden(self):
        """Return the parameters that the form carries along."""
        asked_for = {"query", *self.narrowing.SELECTS}
        return [pair for pair in pairs(self.parameters) if pair[0] not in asked_for]

    def heads(self):
        """Return the heads of the columns; one that sorts has ``url`` and ``aria``."""
        return [
            {"title": title, "css": css, **(self._order(key) if key else {"url": None, "aria": None})}
            for key, title, css in self.COLUMNS
        ]

    def _order(self, key):
        is_present = key == self.parameters.sort
        direction = "descending" if self.parameters.descending else "ascending"
        descending = is_present and not self.parameters.descending
        return {"url": self._address(sort=key, descending=descending), "aria": direction if is_present else None}

    def total(self):
        """Return the number of rows in words."""
        raise NotImplementedError

    def rows(self):
        """Return the rows as markup; empty without any."""
        raise NotImplementedError

    def drawings(self):
        """Return the markup of drawings that the rows refer to."""
        return ""

    def empty(self):
        """Return the view-model of the macro ``empty``."""
        raise NotImplementedError

    def pages(self):
        parameters = self.parameters
        return pages(self.answer.total, parameters.start, parameters.size, self.url, pairs(parameters))

    def sizes(self):
        """Return the choice of rows a page; nothing where all rows fit on the smallest page."""
        if self.answer.total <= DEFAULT_SIZE:
            return []
        return [
            {"size": size, "url": self._address(size=size), "current": "true" if size == self.parameters.size else None}
            for size in (DEFAULT_SIZE, LARGEST_SIZE)
        ]

    def print_address(self):
        """Return the address of as long a list as there is, for those whose browser runs no script."""
        return self._address(size=LARGEST_SIZE)

    def files(self):
        """Return the kinds of file in which people take the whole list away: ``name`` and ``url``."""
        return [
            {"name": extension.upper(), "url": address(f"{self.url}/@@register.{extension}", whole(self.parameters))}
            for extension in OFFERED_FILES
        ]

    def _address(self, **changes):
        return address(self.url, self.parameters, **changes)
