"""The page of the library: the register as a table, everything in its address."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.appearance.pagination import pages
from czest.qms.register.messages import sentence
from czest.qms.register.question import asked
from czest.qms.register.rules.parameters import address
from czest.qms.register.rules.parameters import DEFAULT_SIZE
from czest.qms.register.rules.parameters import LARGEST_SIZE
from czest.qms.register.rules.parameters import pairs
from czest.qms.register.rules.parameters import SCOPES
from czest.qms.register.rules.parameters import start_on_list
from czest.qms.register.rules.parameters import whole
from czest.qms.register.search import Answer
from czest.qms.register.views.empty import empty
from czest.qms.register.views.narrowing import Narrowing
from czest.qms.register.views.narrowing import SELECTS
from czest.qms.register.views.rows import IN_FORCE_SINCE
from czest.qms.register.views.rows import rows_markup
from czest.qms.register.wording import documents_counted
from czest.qms.register.wording import openness_icons
from dataclasses import replace
from Products.Five import BrowserView


#: Tabs in their order.
TABS = {
    "in-force": _("In force (tab)"),
    "in-preparation": _("In preparation"),
    "not-in-force": _("Not in force (tab)"),
    "all": _("All"),
}

#: Heads of the columns: ``(sort key or None, words, class)``.
COLUMNS = (
    ("symbol", _("Symbol"), ""),
    ("title", _("Title"), ""),
    ("owner_unit", _("Owner"), ""),
    (None, _("Ed."), ""),
    ("in_force_from", IN_FORCE_SINCE, "qms-date-cell"),
    ("openness", _("Openness"), ""),
    ("state", _("State"), ""),
)

#: Permission, operation, words, class of the button, icon.
ACTIONS = (
    ("czest.qms: Take over document", "take-over", _("Take over a document"), "btn btn-outline-secondary", "inboxes"),
    ("czest.qms: Register document", "register", _("Register a document"), "btn btn-primary", "plus-lg"),
)


#: Kinds of file that people open; those for programs are not offered on the page.
OFFERED_FILES = ("csv", "ods")


class LibraryPage(BrowserView):
    """Draws the register."""

    is_wide = True

    def __call__(self):
        """Return the page; with wrong parameters it says so, with status 400, and shows the list without them."""
        self.url = self.context.absolute_url()
        parameters, self.problems = asked(self.request)
        self.answer = Answer(parameters)
        start = start_on_list(parameters.start, parameters.size, self.answer.total)
        self.parameters = replace(parameters, start=start)
        self.narrowing = Narrowing(self.parameters, self.url, self.request)
        if self.problems:
            self.request.response.setStatus(400)
        return self.index()

    def messages(self):
        """Return one message for each wrong parameter, for the macro ``message``."""
        return [
            {"look": "void", "verdict": f"{problem.field}:", "text": sentence(problem)} for problem in self.problems
        ]

    def actions(self):
        """Return the buttons this person may press."""
        allowed = getSecurityManager().checkPermission
        return [
            {"url": f"{self.url}/@@operation/{operation}", "title": title, "css": css, "icon": icon}
            for permission, operation, title, css, icon in ACTIONS
            if allowed(permission, self.context)
        ]

    def tabs(self):
        """Return the saved views with their counts."""
        counts = self.answer.scope_counts()
        return [
            {
                "title": TABS[scope],
                "count": counts[scope],
                "url": self._address(state=(), scope=scope),
                "current": "page" if scope == self.parameters.scope and not self.parameters.state else None,
            }
            for scope in SCOPES
        ]

    def hidden(self):
        """Return the parameters that the form carries along."""
        return [pair for pair in pairs(self.parameters) if pair[0] != "query" and pair[0] not in SELECTS]

    def heads(self):
        """Return the heads of the columns; one that sorts has ``url`` and ``aria``."""
        return [
            {"title": title, "css": css, **(self._order(key) if key else {"url": None, "aria": None})}
            for key, title, css in COLUMNS
        ]

    def _order(self, key):
        is_present = key == self.parameters.sort
        direction = "descending" if self.parameters.descending else "ascending"
        descending = is_present and not self.parameters.descending
        return {"url": self._address(sort=key, descending=descending), "aria": direction if is_present else None}

    def total(self):
        """Return the number of rows in words."""
        return documents_counted(self.answer.total)

    def rows(self):
        """Return the rows as markup; empty without any."""
        return rows_markup(self.answer, self.answer.brains(self.parameters.start), self.request)

    def drawings(self):
        return openness_icons()

    def empty(self):
        return empty(self.parameters, self.url, bool(self.answer.documents))

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
