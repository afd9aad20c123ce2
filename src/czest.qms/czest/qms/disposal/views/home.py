"""The page of the archive: what is due by unit and category, what is held, and where the lists stand."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.pagination import pages
from czest.qms.disposal.due import clock_of
from czest.qms.disposal.due import counted_by
from czest.qms.disposal.due import DueOn
from czest.qms.disposal.operations.base import DISPOSE
from czest.qms.disposal.views.lists import ENDED
from czest.qms.disposal.views.lists import OPEN
from czest.qms.disposal.views.lists import row_of_list
from czest.qms.language.dates import long_date
from czest.qms.language.numerals import counted
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.records.finding import records_container
from czest.qms.records.rules.retention import Category
from czest.qms.register.catalog_sets import for_current_user
import datetime
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from urllib.parse import urlencode
from zope.component import getUtility


#: What is to be done with what is due → heading, kinds of category, sentence where nothing is due.
GROUPS = {
    "disposal": (_("For disposal"), ("B", "Bc"), _("Nothing is due for disposal.")),
    "appraisal": (_("To be appraised by the archive (BE)"), ("BE",), _("Nothing waits for its appraisal.")),
    "transfer": (_("To be handed over to the state archive (A)"), ("A",), _("Nothing is due for its transfer.")),
}
#: Lists on a page.
PAGE = 25
#: Years ahead for which the archive plans.
YEARS_AHEAD = 3


def records_counted(number):
    """Return a number of records in words, as a Message."""
    return counted(number, _("${count} record"), _("${count} records (few)"), _("${count} records (many)"))


class ArchivePage(BrowserView):
    """What the template asks."""

    @property
    def title(self):
        return self.context.title

    @cached_property
    def year(self):
        """The year at whose end the person looks, or None for today."""
        asked = self.request.form.get("year", "")
        first = clock.today().year
        return int(asked) if asked in [str(first + ahead) for ahead in range(YEARS_AHEAD + 1)] else None

    @cached_property
    def day(self):
        """The day on which the records shown are due."""
        return clock.today() if self.year is None else datetime.date(self.year, 12, 31)

    def years(self):
        """Return the links to today and to the ends of the years ahead."""
        first, address = clock.today().year, self.context.absolute_url()
        shown = [(None, _("Today"), address)]
        for year in range(first, first + YEARS_AHEAD + 1):
            words = _("by the end of ${year}", mapping={"year": str(year)})
            shown.append((year, words, f"{address}?year={year}"))
        return [{"words": words, "url": url, "current": year == self.year} for year, words, url in shown]

    @property
    def day_sentence(self):
        return _("As of ${day}", mapping={"day": long_date(self.day)})

    @cached_property
    def may_propose(self):
        """Whether the person disposes of records; what is due later cannot be proposed today."""
        return self.year is None and bool(api.user.has_permission(DISPOSE, obj=records_container()))

    @cached_property
    def sets(self):
        return for_current_user()

    @cached_property
    def due_on(self):
        """What is due on the day."""
        return DueOn(self.sets, self.day)

    @cached_property
    def base(self):
        """Address of the archive."""
        return self.context.absolute_url()

    @cached_property
    def units(self):
        """Titles of units by symbol, in the order of the office."""
        return {unit.symbol: unit.title for unit in getUtility(IDirectory).units()}

    def groups(self):
        """Return the tables, each a dict with ``id``, ``heading``, ``total``, ``held``, ``new``, ``categories`` and ``rows``."""
        return [self._group(name, *facts) for name, facts in GROUPS.items()]

    def _group(self, name, heading, kinds, nothing):
        found = [self.due_on.of(kind) for kind in kinds]
        cells = {}
        for due in found:
            cells |= counted_by(self.sets, due)
        categories = sorted({category for _unit, category in cells}, key=_order_of_category)
        present = {unit for unit, _category in cells}
        order = [*self.units, *sorted(present - set(self.units))]
        return {
            "id": name,
            "heading": heading,
            "nothing": nothing,
            "total": sum(len(due.records) - len(due.held) for due in found),
            "held": sum(len(due.held) for due in found),
            "new": sum(self._new(due) for due in found),
            "categories": categories,
            "rows": [self._row(name, unit, categories, cells) for unit in order if unit in present],
            "propose": [self._proposal(kind) for kind, due in zip(kinds, found, strict=True) if self._has_free(due)],
            "held_url": self.address_of_records(name, held="1"),
        }

    def _has_free(self, due):
        return self.may_propose and len(due.records) > len(due.held)

    def _proposal(self, kind):
        return {"words": _("Propose a list (${kind})…", mapping={"kind": kind}), "url": self.address_of_proposal(kind)}

    def _new(self, due):
        """Return how many records became due in the year of the day shown, held ones left out."""
        free = self.sets.less(due.records, due.held)
        first = {"query": datetime.date(self.day.year, 1, 1).isoformat(), "range": "min"}
        return len(self.sets.narrowed(free, clock_of(due.kind), first))

    def _row(self, name, unit, categories, cells):
        found = {category: cells.get((unit, category), {"records": 0, "held": 0}) for category in categories}
        held = sum(numbers["held"] for numbers in found.values())
        return {
            "unit": unit,
            "title": self.units.get(unit, ""),
            "cells": [self._cell(name, unit, category, found[category]) for category in categories],
            "total": sum(numbers["records"] for numbers in found.values()) - held,
            "held": held,
            "url": self.address_of_records(name, unit=unit),
            "held_url": self.address_of_records(name, unit=unit, held="1"),
        }

    def _cell(self, name, unit, category, numbers):
        return {
            "category": category,
            "number": numbers["records"] - numbers["held"],
            "url": self.address_of_records(name, unit=unit, category=category),
        }

    def address_of_records(self, name, **narrowing):
        """Return the address of the list of the records behind a number."""
        year = {"year": self.year} if self.year else {}
        return f"{self.base}/@@due?{urlencode({'for': name, **narrowing, **year})}"

    def address_of_proposal(self, category, unit=None):
        """Return the address of the form that proposes a list."""
        query = urlencode({"category": category, **({"unit": unit} if unit else {})})
        return f"{records_container().absolute_url()}/@@operation/propose?{query}"

    @property
    def is_ended(self):
        """Whether the lists that are over are shown, not those on their way."""
        return self.request.form.get("lists") == "ended"

    def _lists(self, states):
        found = self.sets.permitted(self.sets.matching("portal_type", "DisposalList"))
        return self.sets.narrowed(found, "review_state", list(states))

    @cached_property
    def shown_lists(self):
        return self._lists(ENDED if self.is_ended else OPEN)

    def list_tabs(self):
        """Return the tabs of the table of lists."""
        address = self.context.absolute_url()
        tabs = [(False, _("On their way"), f"{address}#qms-lists", OPEN)]
        tabs.append((True, _("Ended (lists)"), f"{address}?lists=ended#qms-lists", ENDED))
        return [
            {
                "title": title,
                "url": url,
                "count": len(self._lists(states)),
                "current": "page" if ended == self.is_ended else None,
            }
            for ended, title, url, states in tabs
        ]

    @property
    def start(self):
        asked = self.request.form.get("b_start", "0")
        start = int(asked) if isinstance(asked, str) and asked.isascii() and asked.isdigit() and len(asked) < 7 else 0
        return start if start < len(self.shown_lists) else 0

    def list_rows(self):
        """Return the lists of this page, the newest first."""
        shown = (True, self.start + PAGE, self.start)
        found = self.sets.ordered(self.shown_lists, "sort_symbol", "sort_symbol", *shown)
        return [row_of_list(brain.getObject()) for brain in self.sets.brains(found)]

    @property
    def list_pages(self):
        if len(self.shown_lists) <= PAGE:
            return None
        query = [("lists", "ended")] if self.is_ended else []
        return pages(len(self.shown_lists), self.start, PAGE, self.context.absolute_url(), query)


def _order_of_category(text):
    category = Category.parse(text)
    return (category.kind, category.years or 0)
