"""``ARCHIVE/@@due``: the records behind a number of the archive's page."""

from BTrees.IIBTree import IISet
from czest.qms import _
from czest.qms.appearance.pagination import pages
from czest.qms.disposal.views.home import ArchivePage
from czest.qms.disposal.views.home import GROUPS
from czest.qms.disposal.views.home import records_counted
from functools import cached_property
from zExceptions import NotFound


#: Records on a page.
ROWS = 50

HELD = _("On hold")


class DueRecords(ArchivePage):
    """The records that are due, narrowed as the address says.

    Raises:
        NotFound: a parameter names nothing.
    """

    @property
    def title(self):
        return GROUPS[self.group][0]

    @property
    def page_name(self):
        return self.title

    @cached_property
    def group(self):
        asked = self.request.form.get("for", "disposal")
        if asked not in GROUPS:
            raise NotFound("for")
        return asked

    def _asked(self, name):
        asked = self.request.form.get(name, "")
        if not isinstance(asked, str):
            raise NotFound(name)
        return asked

    @cached_property
    def narrowing(self):
        """The parameters in use: ``unit``, ``category`` and ``held``."""
        found = {name: self._asked(name) for name in ("unit", "category", "held")}
        return {name: value for name, value in found.items() if value}

    @cached_property
    def found(self):
        """Record ids of the catalog."""
        shown = IISet()
        for kind in GROUPS[self.group][1]:
            due = self.due_on.of(kind)
            held = "held" in self.narrowing
            shown = self.sets.either(shown, due.held if held else self.sets.less(due.records, due.held))
        for name, index in (("unit", "owner_unit"), ("category", "archival_category")):
            if name in self.narrowing:
                shown = self.sets.narrowed(shown, index, self.narrowing[name])
        return shown

    @property
    def count_sentence(self):
        return records_counted(len(self.found))

    def chips(self):
        """Return what the list is narrowed to, each with the address without it."""
        words = {
            "unit": lambda value: f"{value} {self.units.get(value, '')}".strip(),
            "category": lambda value: value,
            "held": lambda value: HELD,
        }
        return [
            {
                "words": words[name](value),
                "url": self.address_of_records(
                    self.group, **{other: kept for other, kept in self.narrowing.items() if other != name}
                ),
            }
            for name, value in self.narrowing.items()
        ]

    @property
    def start(self):
        asked = self._asked("b_start") or "0"
        start = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
        return start if start < len(self.found) else 0

    def rows(self):
        """Return the records of this page, each a dict for the table."""
        found = self.sets.ordered(self.found, "sort_symbol", "sort_symbol", False, self.start + ROWS, self.start)
        return [
            {
                "symbol": brain.symbol,
                "title": brain.Title,
                "url": brain.getURL(),
                "case_sign": brain.case_sign or "",
                "unit": brain.owner_unit,
                "category": brain.archival_category,
                "closed_on": brain.closed_on,
                "disposable_from": brain.disposable_from,
            }
            for brain in self.sets.brains(found)
        ]

    @property
    def pages(self):
        if len(self.found) <= ROWS:
            return None
        query = [("for", self.group), *self.narrowing.items(), *([("year", self.year)] if self.year else [])]
        return pages(len(self.found), self.start, ROWS, f"{self.context.absolute_url()}/@@due", query)

    proposal_label = _("Propose a list…")

    @property
    def proposal(self):
        """Address of the form that proposes these records, or None where it cannot be done."""
        if not self.found or "held" in self.narrowing or not self.may_propose:
            return None
        category = self.narrowing.get("category") or GROUPS[self.group][1][0]
        return self.address_of_proposal(category, self.narrowing.get("unit"))
