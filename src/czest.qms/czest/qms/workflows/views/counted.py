"""``@@workflow-list``: the objects behind a number of the live figures, exactly those that it counts."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.pagination import pages
from czest.qms.language.dates import long_date
from czest.qms.language.dates import long_month
from czest.qms.language.numerals import counted
from czest.qms.workflows.figures import address_of_list
from czest.qms.workflows.listing import listing
from czest.qms.workflows.rules.figures import is_month
from functools import cached_property
from Products.Five import BrowserView
from zExceptions import NotFound
from zope.i18n import translate


#: Rows on a page.
ROWS = 50
#: Value of ``sort`` that puts the list in the order of symbols; without it what waits longest stands first.
BY_SYMBOL = "symbol"


class CountedList(BrowserView):
    """The list that the parameters ``workflow``, ``state``, ``entered``, ``late``, ``sort`` and ``b_start`` ask for.

    Raises:
        NotFound: a parameter names nothing.
    """

    is_wide = True

    def _asked(self, name, *allowed):
        """Return a parameter of the address, empty where it is not given."""
        asked = self.request.form.get(name, "")
        if not isinstance(asked, str) or (asked and allowed and asked not in allowed):
            raise NotFound(name)
        return asked

    @cached_property
    def listing(self):
        """The Listing that is asked for."""
        entered, late = self._asked("entered"), self._asked("late", "1")
        if entered and (late or not is_month(entered)):
            raise NotFound("entered")
        try:
            return listing(self._asked("workflow"), self._asked("state"), entered, late == "1")
        except KeyError as error:
            raise NotFound(str(error)) from error

    @cached_property
    def is_by_symbol(self):
        """Whether the list stands in the order of symbols."""
        return self._asked("sort", BY_SYMBOL) == BY_SYMBOL

    def words(self, title):
        """Return a title of the definition in the language of the person."""
        return translate(title, domain="czest.qms", context=self.request)

    @cached_property
    def title(self):
        state = self.listing.states[self.listing.state]
        return _(
            "${workflow}: ${state}", mapping={"workflow": self.words(self.listing.title), "state": self.words(state)}
        )

    @property
    def page_name(self):
        return self.title

    @property
    def breadcrumbs(self):
        """The way to this page, asked by the shell."""
        return [{"title": _("Start"), "url": self.context.absolute_url()}, {"title": self.title, "url": None}]

    @property
    def day_sentence(self):
        return _("As of ${day}", mapping={"day": long_date(clock.today())})

    @property
    def count_sentence(self):
        return counted(self.listing.total, _("${count} item"), _("${count} items (few)"), _("${count} items (many)"))

    @property
    def choice_sentence(self):
        """What is counted, in words."""
        if self.listing.entered:
            return _("entered this state in: ${month}", mapping={"month": long_month(self.listing.entered)})
        return _("in this state now, past the deadline") if self.listing.late else _("in this state now")

    @property
    def nothing(self):
        """The sentence of an empty list."""
        if self.listing.entered:
            return _("Nothing that you may see entered this state in that month.")
        if self.listing.late:
            return _("Nothing that you may see is past its deadline in this state.")
        return _("Nothing that you may see is in this state now.")

    @cached_property
    def start(self):
        asked = self._asked("b_start") or "0"
        start = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 9 else 0
        return start if start < self.listing.total else 0

    @cached_property
    def rows(self):
        """The rows of this page, each a dict for the table."""
        found = self.listing.rows(self.start, ROWS, self.is_by_symbol)
        return [{**row, "state": self.words(self.listing.states[row["state"]])} for row in found]

    def heads(self):
        """Return the heads of the columns by which the list can be put in order, by name; one that is a link has ``url``."""
        is_fixed = not self.listing.has_days
        return {
            "symbol": {
                "title": _("Symbol"),
                "url": None if is_fixed else self._address(BY_SYMBOL),
                "aria": "ascending" if is_fixed or self.is_by_symbol else None,
            },
            "since": {
                "title": _("In its state since"),
                "url": self._address(""),
                "aria": None if self.is_by_symbol else "ascending",
            },
        }

    def _address(self, sort):
        asked = self.listing
        return address_of_list(self._asked("workflow"), asked.state, asked.entered, asked.late, sort=sort)

    @property
    def pages(self):
        """The links to the pages, or None where there is one."""
        if self.listing.total <= ROWS:
            return None
        query = [(name, self._asked(name)) for name in ("workflow", "state", "entered", "late", "sort")]
        base = self._address("").partition("?")[0]
        return pages(self.listing.total, self.start, ROWS, base, [pair for pair in query if pair[1]])
