"""The list of series, from the catalog alone."""

from czest.qms import _
from czest.qms.appearance.icons import icon
from czest.qms.records.listing.search import RecordsAnswer
from czest.qms.records.rules.parameters import RecordQuestion
from czest.qms.records.standing import SERIES_WORDS
from czest.qms.records.views.buttons import buttons
from czest.qms.records.views.counted import series_counted
from czest.qms.register.rules.parameters import address
from functools import cached_property
from Products.Five.browser import BrowserView


class SeriesList(BrowserView):
    """``/qms/zapisy/@@series``: every series that the person may see, with the number of its records."""

    is_wide = True
    page_name = _("Series (tab)")
    title = _("Series of records")

    @cached_property
    def answer(self):
        return RecordsAnswer(RecordQuestion())

    def actions(self):
        return buttons(self.context, self.request)

    def tabs(self):
        """Return the register of records and this list."""
        url = self.context.absolute_url()
        total = self.answer.total
        return [
            {"title": _("Records"), "count": total, "url": url, "current": None},
            {"title": _("Series (tab)"), "count": len(self.rows), "url": f"{url}/@@series", "current": "page"},
        ]

    @cached_property
    def rows(self):
        """The series in the order of their symbols: dicts of what the table shows."""
        counts = self.answer.counts("series", self.answer.listed)
        base = self.context.absolute_url()
        return [
            {
                "symbol": brain.symbol,
                "title": brain.Title,
                "url": brain.getURL(),
                "owner_unit": brain.owner_unit,
                "jrwa_class": brain.jrwa_class,
                "archival_category": brain.archival_category,
                "state": SERIES_WORDS[brain.review_state],
                "icon": icon("lock-fill") if brain.review_state == "closed" else "",
                "records": counts.get(brain.symbol, 0),
                "records_url": address(base, RecordQuestion(), series=(brain.symbol,)),
            }
            for brain in self.answer.series.values()
        ]

    def total(self):
        return series_counted(len(self.rows))
