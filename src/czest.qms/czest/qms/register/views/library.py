"""The page of the library: the register of documents."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.register.question import asked
from czest.qms.register.search import Answer
from czest.qms.register.views.empty import empty
from czest.qms.register.views.narrowing import Narrowing
from czest.qms.register.views.page import RegisterPage
from czest.qms.register.views.rows import IN_FORCE_SINCE
from czest.qms.register.views.rows import rows_markup
from czest.qms.register.wording import documents_counted
from czest.qms.register.wording import openness_icons


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


class LibraryPage(RegisterPage):
    """Draws the register of documents."""

    TABS = TABS
    COLUMNS = COLUMNS

    def ask(self):
        return asked(self.request)

    def answer_to(self, question):
        return Answer(question)

    def narrowing_of(self, question):
        return Narrowing(question, self.url, self.request)

    def actions(self):
        allowed = getSecurityManager().checkPermission
        return [
            {"url": f"{self.url}/@@operation/{operation}", "title": title, "css": css, "icon": icon}
            for permission, operation, title, css, icon in ACTIONS
            if allowed(permission, self.context)
        ]

    def total(self):
        return documents_counted(self.answer.total)

    def rows(self):
        return rows_markup(self.answer, self.answer.brains(self.parameters.start), self.request)

    def drawings(self):
        return openness_icons()

    def empty(self):
        return empty(self.parameters, self.url, bool(self.answer.listed))
