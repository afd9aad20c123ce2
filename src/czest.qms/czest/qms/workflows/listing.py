"""The lists behind the numbers of the live figures: what each holds, a page at a time."""

from czest.qms import clock
from czest.qms.publication.publicity import public_address
from czest.qms.workflows import bulletin_figures
from czest.qms.workflows.counting import Governed
from czest.qms.workflows.counting import number_of
from czest.qms.workflows.counting import symbol_of
from czest.qms.workflows.definitions import words_of
from czest.qms.workflows.rules.figures import days_since
from functools import cached_property
from plone import api


def listing(workflow_id, state, entered="", late=False):
    """Return the Listing of what a number counts.

    Parameters:
        workflow_id: a workflow of the intranet, or that of the entries of the bulletin.
        state: id of a state of it.
        entered: month in which the state was entered, as ``YYYY-MM``; empty: what stands in the state now.
        late: whether only what is past its deadline is wanted, of what stands in the state now.

    Raises:
        KeyError: there is no such workflow or state, or its months or deadlines are not measured.
    """
    if workflow_id != bulletin_figures.WORKFLOW:
        return Listing(workflow_id, state, entered, late)
    if entered or late:
        raise KeyError(entered or late)
    return BulletinListing(state)


class Listing:
    """What a number of a workflow of the intranet counts; see ``listing``."""

    #: Whether it is known since when its rows wait.
    has_days = True

    def __init__(self, workflow_id, state, entered, late):
        definition = api.portal.get_tool("portal_workflow")[workflow_id]
        self.title = definition.title
        self.states = words_of(definition)
        if state not in self.states:
            raise KeyError(state)
        self.state, self.entered, self.late = state, entered, late
        self.governed = Governed(workflow_id)
        #: Whether its rows are editions, which have numbers and deadlines.
        self.has_numbers = self.governed.has_deadlines
        if late and not self.governed.has_deadlines:
            raise KeyError(late)

    @cached_property
    def records(self):
        """The records of the catalog that are counted."""
        if self.entered:
            return self.governed.entered(self.state, self.entered)
        standing = self.governed.in_state(self.state)
        return self.governed.late(standing) if self.late else standing

    @property
    def total(self):
        """How many there are."""
        return len(self.records)

    def rows(self, start, size, by_symbol=False):
        """Return a part of the rows, each a dict of plain values.

        Parameters:
            start: rows before the part.
            size: rows of the part, at most.
            by_symbol: whether the list stands in the Polish order of symbols; else what waits longest stands first.
        """
        shown = self.governed.ordered(self.records, by_symbol)[start : start + size]
        return [self._row(brain) for brain in self.governed.sets.brains(shown)]

    def _row(self, brain):
        since = brain.state_since or ""
        return {
            "symbol": symbol_of(brain),
            "number": number_of(brain),
            "title": brain.Title,
            "url": brain.getURL(),
            "state": brain.review_state,
            "since": since,
            "days": days_since(since, clock.today()) if since else None,
            "due": (brain.stage_due or "") if self.has_numbers else "",
        }


class BulletinListing:
    """The entries of the bulletin in a state; see ``listing``."""

    has_days = False
    has_numbers = True
    entered, late = "", False

    def __init__(self, state):
        self.title, self.states = bulletin_figures.titles()
        if state not in self.states:
            raise KeyError(state)
        self.state = state

    @cached_property
    def total(self):
        """How many there are."""
        return bulletin_figures.counts().get(self.state, 0)

    def rows(self, start, size, by_symbol=True):
        """Return a part of the rows in the order of symbols, the only one there is; see ``Listing.rows``."""
        return [
            {
                "symbol": entry["symbol"],
                "number": entry["number"],
                "title": entry["title"],
                "url": public_address(entry["path"]),
                "state": self.state,
            }
            for entry in bulletin_figures.entries(self.state, start, size)
        ]
