"""The live figures of a workflow: how many objects stand in each state, for how long, and how many came into it.

Everything is asked of the catalog within the rights of the person, and nothing is written. Every number has the address
of a list that shows exactly what it counts.
"""

from czest.qms import clock
from czest.qms.documents.kinds import kinds
from czest.qms.records.rules.parameters import RecordQuestion
from czest.qms.records.setup import RECORDS
from czest.qms.register.rules.parameters import address
from czest.qms.register.rules.parameters import Parameters
from czest.qms.register.views.navigation import LIBRARY
from czest.qms.workflows import bulletin_figures
from czest.qms.workflows.counting import Governed
from czest.qms.workflows.counting import number_of
from czest.qms.workflows.counting import symbol_of
from czest.qms.workflows.rules.figures import list_address
from czest.qms.workflows.rules.figures import month_address
from czest.qms.workflows.rules.figures import months_until
from czest.qms.workflows.rules.figures import waits
from dataclasses import dataclass
from dataclasses import field
from plone import api


LIST = "@@workflow-list"


@dataclass(frozen=True)
class Longest:
    """The object that has been in a state for the longest time.

    Parameters:
        symbol: of the object; of an edition, that of its document.
        title: its title.
        url: its address.
        number: of an edition; else empty.
    """

    symbol: str
    title: str
    url: str
    number: str = ""


@dataclass(frozen=True)
class StateFigures:
    """What is known of the objects in a state; only those that the person may see count.

    Parameters:
        count: how many there are.
        url: address of their list.
        median_days: the middle of the days for which they have been in it, a half rounded up; None where it is not
            measured, or nothing is in the state.
        longest_days: the most days; None likewise.
        longest: :class:`Longest`, or None likewise.
        late: how many are past the deadline of their stage; None where it is not measured.
        late_url: address of their list, or None likewise.
    """

    count: int
    url: str
    median_days: int | None = None
    longest_days: int | None = None
    longest: Longest | None = None
    late: int | None = None
    late_url: str | None = None


@dataclass(frozen=True)
class MonthFigures:
    """How many objects entered a state in a month; one that entered it twice counts once.

    Parameters:
        month: ``YYYY-MM``, in the office.
        count: how many.
        url: address of their list.
    """

    month: str
    count: int
    url: str


@dataclass(frozen=True)
class Figures:
    """The figures of a workflow on one day.

    Parameters:
        workflow: id of the workflow.
        day: date in the office.
        states: id of the state → :class:`StateFigures`, in the order of the definition; empty where the place that
            knows them cannot be reached.
        trend: id of the state → list of 12 :class:`MonthFigures`, oldest first; empty where it is not measured.
        is_measured: whether waits, deadlines and trend are measured.
    """

    workflow: str
    day: object
    states: dict = field(default_factory=dict)
    trend: dict = field(default_factory=dict)
    is_measured: bool = True


def figures_of(workflow_id):
    """Return the Figures of a workflow for the person signed in.

    Parameters:
        workflow_id: a workflow of the intranet, or that of the entries of the bulletin.

    Raises:
        KeyError: there is no such workflow.
    """
    if workflow_id == bulletin_figures.WORKFLOW:
        counts = bulletin_figures.counts()
        states = {state: StateFigures(count, address_of_list(workflow_id, state)) for state, count in counts.items()}
        return Figures(workflow_id, clock.today(), states, is_measured=False)
    counting = _Counting(workflow_id)
    states = api.portal.get_tool("portal_workflow")[workflow_id].states.objectIds()
    return Figures(
        workflow_id,
        counting.today,
        {state: counting.of_state(state) for state in states},
        {state: counting.trend_of(state) for state in states},
    )


class _Counting:
    """Counts what one person may see of one workflow, on one day."""

    def __init__(self, workflow_id):
        self.governed = Governed(workflow_id)
        self.workflow_id = workflow_id
        self.today = clock.today()
        self.site = api.portal.get().absolute_url()
        self.addresses = self._addresses_of_registers()

    def _addresses_of_registers(self):
        """Return a function from a state to an address in a register that lists what stands in it; None without one."""
        if self.governed.types == sorted(kinds()):
            return lambda state: address(f"{self.site}/{LIBRARY}", Parameters(scope="all", state=(state,)))
        if self.governed.types == ["Record"]:
            return lambda state: address(f"{self.site}/{RECORDS}", RecordQuestion(state=(state,)))
        return None

    def _address(self, state, late=False):
        return list_address(f"{self.site}/{LIST}", self.workflow_id, state, late=late)

    def of_state(self, state):
        """Return the StateFigures of a state."""
        records = self.governed.in_state(state)
        has_deadlines = self.governed.has_deadlines
        counts = self.governed.waiting_since(records)
        known = waits(counts, self.today)
        return StateFigures(
            count=len(records),
            url=self.addresses(state) if self.addresses else self._address(state),
            median_days=known and known.median,
            longest_days=known and known.longest,
            longest=known and _longest(self.governed.first_of(records, min(day for day in counts if day))),
            late=len(self.governed.late(records)) if has_deadlines else None,
            late_url=self._address(state, late=True) if has_deadlines else None,
        )

    def trend_of(self, state):
        """Return the MonthFigures of a state, oldest first."""
        standing = self._address(state)
        return [
            MonthFigures(month, len(self.governed.entered(state, month)), month_address(standing, month))
            for month in months_until(self.today)
        ]


def _longest(brain):
    return Longest(symbol_of(brain), brain.Title, brain.getURL(), number_of(brain))


def address_of_list(workflow_id, state, entered="", late=False, **rest):
    """Return the address of our own list; see ``rules.figures.list_address``."""
    return list_address(f"{api.portal.get().absolute_url()}/{LIST}", workflow_id, state, entered, late, **rest)


def plain_figures(figures):
    """Return Figures as plain values for JSON: days as ISO texts, None for what is not measured."""
    return {
        "workflow": figures.workflow,
        "day": figures.day.isoformat(),
        "measured": figures.is_measured,
        "states": [
            {
                "state": state,
                "count": found.count,
                "@id": found.url,
                "median_days": found.median_days,
                "longest_days": found.longest_days,
                "longest": found.longest and _plain_longest(found.longest),
                "late": None if found.late is None else {"count": found.late, "@id": found.late_url},
            }
            for state, found in figures.states.items()
        ],
        "trend": [
            {
                "state": state,
                "months": [{"month": one.month, "count": one.count, "@id": one.url} for one in months],
            }
            for state, months in figures.trend.items()
        ],
    }


def _plain_longest(longest):
    named = {"symbol": longest.symbol, "title": longest.title, "@id": longest.url}
    return {**named, "edition": longest.number} if longest.number else named
