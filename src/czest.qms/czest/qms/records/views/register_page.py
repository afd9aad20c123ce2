"""The register of records (*Rejestr zapisów*), whole and of one series."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.operations.base import operation_named
from czest.qms.records.listing.question import asked
from czest.qms.records.listing.search import RecordsAnswer
from czest.qms.records.operations.base import HOLD
from czest.qms.records.rules.selection import carried
from czest.qms.records.views.buttons import button
from czest.qms.records.views.buttons import buttons
from czest.qms.records.views.counted import records_counted
from czest.qms.records.views.register_narrowing import RecordsNarrowing
from czest.qms.records.views.register_rows import CLOSED_ON
from czest.qms.records.views.register_rows import rows_markup
from czest.qms.register.rules.parameters import address
from czest.qms.register.rules.parameters import without_filters
from czest.qms.register.views.page import RegisterPage
from urllib.parse import urlencode


#: Words of the tabs, in their order.
TABS = {
    "all": _("All"),
    "open": _("Open (tab)"),
    "filed": _("Filed (tab)"),
    "in-disposal": _("In disposal"),
    "no-longer-kept": _("No longer kept"),
}

#: Heads of the columns: ``(sort key or None, words, class)``.
COLUMNS = (
    ("symbol", _("Symbol"), ""),
    ("title", _("Title"), ""),
    ("owner_unit", _("Unit"), ""),
    ("jrwa_class", _("JRWA"), ""),
    ("category", _("Cat."), ""),
    ("closed_on", CLOSED_ON, "qms-date-cell"),
    ("retention_until", _("Keep until"), "qms-date-cell"),
    ("state", _("State"), ""),
)


class RecordsPage(RegisterPage):
    """Draws the register of records."""

    TABS = TABS
    COLUMNS = COLUMNS
    heading = _("Register of records")

    @property
    def title(self):
        """Title of the window."""
        return self.heading

    def ask(self):
        return asked(self.request)

    def answer_to(self, question):
        return RecordsAnswer(question)

    def narrowing_of(self, question):
        return RecordsNarrowing(question, self.url, self.request, self.answer)

    @property
    def further_tabs(self):
        """The tabs of the list of series, and of the list of holds for those who hold records."""
        found = [further_tab(_("Series (tab)"), len(self.answer.series), f"{self.url}/@@series")]
        if getSecurityManager().checkPermission(HOLD, self.context):
            found.append(further_tab(_("Holds of disposal"), "", f"{self.url}/@@holds"))
        return found

    def actions(self):
        return [*self._holding(), *buttons(self.context, self.request)]

    def _holding(self):
        """Return the button that holds the records listed, where the person may and the operation can be asked so."""
        asked = carried(self.parameters)
        if asked is None or self.problems or not self.answer.total:
            return []
        operation = operation_named(self.context, self.request, "hold-found")
        if operation.refusal() is not None:
            return []
        found = {**button(operation, primary=False), "title": _("Hold those found")}
        return [{**found, "url": f"{operation.address}?{urlencode(asked)}"}]

    def total(self):
        return records_counted(self.answer.total)

    def rows(self):
        return rows_markup(self.answer, self.answer.brains(self.parameters.start), self.request)

    def empty(self):
        if not self.answer.listed:
            return {"sentence": _("No record has been handed in yet."), "step": None, "url": None}
        if self.parameters.query or self.parameters.filters:
            clear = address(self.url, without_filters(self.parameters))
            return {"sentence": _("No records fit these choices."), "step": _("Remove the choices."), "url": clear}
        everything = address(self.url, self.parameters, scope="all")
        return {"sentence": _("No records here."), "step": _("Show all."), "url": everything}


def further_tab(title, count, url):
    """Return a tab that leads to another page."""
    return {"title": title, "count": count, "url": url, "current": None}
