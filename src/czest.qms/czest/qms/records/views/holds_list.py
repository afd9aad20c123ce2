"""*Wstrzymania*: every hold in force, those that end first on top, and those that ended lately."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.pagination import pages
from czest.qms.language.collation import natural_key
from czest.qms.language.dates import iso_date
from czest.qms.operations.base import operation_named
from czest.qms.records.hold_ledger import FOUND
from czest.qms.records.hold_ledger import SERIES
from czest.qms.records.hold_rows import concerns
from czest.qms.records.holds import hold_ledger
from czest.qms.records.rules import holding
import datetime
from functools import cached_property
from itertools import islice
from plone import api
from Products.Five.browser import BrowserView
from urllib.parse import urlencode


#: Rows on a page, and records of one decision that are named.
SIZE, NAMED = 25, 3


class HoldsListing:
    """Rows of the list; no record is woken.

    Parameters:
        start: rows before the first one wanted.
        size: rows wanted.
    """

    def __init__(self, start=0, size=SIZE):
        self.today = clock.today()
        first = self.today - datetime.timedelta(days=holding.LISTED_AFTER_END)
        ledger = hold_ledger()
        ids = [*ledger.in_force(self.today), *ledger.ended(first, self.today)]
        self.total = len(ids)
        self.start = start if start < self.total else max(0, (self.total - 1) // size * size)
        self.decisions = [ledger.get(decision_id) for decision_id in ids[self.start : self.start + size]]

    @cached_property
    def brains(self):
        """The catalog entries of what is held, by UID, within the rights of the person."""
        uids = [uid for decision in self.decisions for uid in islice(decision.uids, NAMED)]
        return {brain.UID: brain for brain in api.portal.get_tool("portal_catalog")(UID=uids)} if uids else {}

    def rows(self):
        """Return the rows, each a dict of plain values."""
        return [self._row(decision) for decision in self.decisions]

    def _row(self, decision):
        hold = decision.hold
        brains = [self.brains[uid] for uid in islice(decision.uids, NAMED) if uid in self.brains]
        brains.sort(key=lambda brain: natural_key(brain.symbol))
        is_in_force = holding.is_in_force(hold, self.today)
        return {
            "id": hold["id"],
            "bearer": decision.bearer,
            "on": [{"symbol": brain.symbol, "title": brain.Title, "@id": brain.getURL()} for brain in brains],
            "records": None if decision.bearer == SERIES else len(decision.uids),
            "pending": len(decision.pending),
            **{name: hold[name] for name in ("reason", "requested_by", "lifted_reason")},
            "post": hold["who_post"],
            "name": hold["who_name"],
            **{name: iso_date(hold[name]) if hold[name] else None for name in ("since", "until", "lifted")},
            "in_force": is_in_force,
            "ends_soon": is_in_force and holding.ends_soon(hold["until"], self.today),
        }


class HoldsPage(BrowserView):
    """Draws the list for those who hold records."""

    is_wide = True
    title = _("Holds of disposal")
    nothing = _("Nothing is on hold, and no hold has ended in the last 90 days.")

    @cached_property
    def listing(self):
        """The list from the row that the address asks for."""
        start = self.request.form.get("b_start", "0")
        is_number = isinstance(start, str) and start.isascii() and start.isdigit() and len(start) < 10
        return HoldsListing(int(start) if is_number else 0)

    @property
    def breadcrumbs(self):
        """The way to this page, asked by the shell."""
        home = {"title": _("Start"), "url": api.portal.get().absolute_url()}
        container = {"title": self.context.title, "url": self.context.absolute_url()}
        return [home, container, {"title": self.title, "url": None}]

    @cached_property
    def rows(self):
        """The rows for the template."""
        return [self._row(row) for row in self.listing.rows()]

    def _row(self, row):
        shown = row["on"][:1] if row["bearer"] != FOUND else row["on"]
        return {
            **row,
            "left_out": max(0, (row["records"] or 0) - len(shown)) if row["bearer"] == FOUND else 0,
            "concerns": concerns(row["records"]) if row["records"] is not None else _("All records of the series."),
            "who": ", ".join(dict.fromkeys(filter(None, (row["post"], row["name"])))),
            "actions": self._actions(row) if row["in_force"] and row["on"] and not row["pending"] else [],
        }

    def _actions(self, row):
        query = {"hold": row["id"], **({"whole_group": "1"} if row["bearer"] == FOUND else {})}
        offered = [("lift-hold", _("Lift"))]
        if row["until"]:
            offered.insert(0, ("extend-hold", _("Extend")))
        return [
            {"title": title, "url": f"{row['on'][0]['@id']}/@@operation/{name}?{urlencode(query)}"}
            for name, title in offered
        ]

    @cached_property
    def hold_found(self):
        """The operation that holds a search result, as a button."""
        operation = operation_named(self.context, self.request, "hold-found")
        return {"title": operation.title, "url": operation.address, "icon": operation.icon}

    def pages(self):
        return pages(self.listing.total, self.listing.start, SIZE, f"{self.context.absolute_url()}/@@holds", [])
