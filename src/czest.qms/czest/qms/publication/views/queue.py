"""*Publikacja w BIP*: what waits for a decision and what follows from those made; one's own requests for the others."""

from czest.qms import _
from czest.qms.appearance.navigation import NavigationItem
from czest.qms.appearance.pagination import pages
from czest.qms.publication import queue
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.views.facts import CaseFacts
from functools import cached_property
from Products.Five import BrowserView
from zope.component import queryUtility


#: Rows of a list on its own page, and of each list on the page of all.
PAGE, SHOWN = 25, 10

OWN = "own"
HEADINGS = {
    "requested": _("Waits for a decision"),
    "no_longer_open": _("In the BIP, though no longer open"),
    "corrected": _("In the BIP without the correction made inside"),
    "unreplaced": _("Archived, nothing newer published"),
    "scheduled": _("Scheduled"),
    "ending": _("Ends within 30 days"),
    "ended": _("Archived or withdrawn in the last 30 days"),
    "refused": _("Refused in the last 30 days"),
    OWN: _("My requests"),
}


class Tab(NavigationItem):
    """The tab of the queue for those who see it, with the number of what waits."""

    title = _("Publication in the BIP")
    address = "@@publications"
    order = 45

    def available(self):
        return queryUtility(IPublicationLedger) is not None and queue.may_see_queue()

    @property
    def counter(self):
        return queue.count_of_waiting() or None


class Queue(BrowserView):
    """Draws the queue."""

    title = _("Publication in the BIP")

    @property
    def breadcrumbs(self):
        """The way to this page, asked by the shell."""
        return [{"title": _("Start"), "url": self.context.absolute_url()}, {"title": self.title, "url": None}]

    @property
    def names(self):
        """The lists that the person sees."""
        everything = queue.LISTS if queue.may_see_queue() else ()
        return [*everything, OWN]

    @property
    def chosen(self):
        """The one list that is open, or None for all of them."""
        asked = self.request.form.get("list")
        return asked if asked in self.names else None

    @property
    def start(self):
        """Number of the first row shown."""
        asked = self.request.form.get("b_start", "")
        return int(asked) if isinstance(asked, str) and asked.isascii() and asked.isdigit() else 0

    @property
    def address(self):
        """Address of this page."""
        return f"{self.context.absolute_url()}/@@publications"

    @cached_property
    def lists(self):
        """The lists with anything in them: ``id``, ``heading``, ``total``, ``rows``, ``more`` and ``pages``."""
        return [found for name in ([self.chosen] if self.chosen else self.names) if (found := self.list_of(name))]

    def list_of(self, name):
        """Return one list, or None where it is empty."""
        numbers = queue.own_numbers() if name == OWN else queue.numbers_of(name)
        if not numbers:
            return None
        start, size = (self.start, PAGE) if self.chosen else (0, SHOWN)
        return {
            "id": name,
            "heading": HEADINGS[name],
            "total": len(numbers),
            "rows": self.rows(queue.loaded(numbers[start : start + size])),
            "more": f"{self.address}?list={name}" if not self.chosen and len(numbers) > SHOWN else None,
            "pages": pages(len(numbers), start, PAGE, self.address, [("list", name)]) if self.chosen else None,
        }

    def rows(self, found):
        """Return what is shown of cases."""
        addresses = queue.addresses_of(found)
        return [self.row(case, addresses.get(case.uid)) for case in found]

    def row(self, case, address):
        """Return what is shown of one case; ``url`` is None where the person may not see the edition."""
        facts = CaseFacts(case)
        return {
            "symbol": case.symbol,
            "number": case.number,
            "title": facts.draft.title,
            "url": address and f"{address}/@@publication-review",
            "facts": facts,
        }

    @property
    def nothing(self):
        """The sentence where there is nothing at all."""
        return _("Nothing waits, and nothing has changed lately.")
