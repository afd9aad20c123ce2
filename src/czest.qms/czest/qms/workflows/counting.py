"""What the numbers of a workflow count, as sets of catalog records within the rights of a person; nothing is woken."""

from collections import Counter
from czest.qms import clock
from czest.qms.language.collation import natural_key
from czest.qms.register.catalog_sets import for_current_user
import datetime
from functools import cached_property
from plone import api


#: Before every day: the index of deadlines keeps an empty text where there is none.
_FIRST_DAY = "0001-01-01"


def types_of(workflow_id):
    """Return the portal types that a workflow governs, sorted.

    Raises:
        KeyError: the site has no such workflow.
    """
    tool = api.portal.get_tool("portal_workflow")
    tool[workflow_id]
    return sorted(portal_type for portal_type, chain in tool.listChainOverrides() if workflow_id in chain)


class Governed:
    """The objects of a workflow that a person may see.

    Parameters:
        workflow_id: id of a workflow of the site.
        sets: CatalogSets of the person; of who is signed in by default.

    Raises:
        KeyError: the site has no such workflow.
    """

    def __init__(self, workflow_id, sets=None):
        self.workflow_id = workflow_id
        self.types = types_of(workflow_id)
        self.sets = sets or for_current_user()

    @cached_property
    def all(self):
        """Every object, whatever its state."""
        return self.sets.permitted(self.sets.matching("portal_type", self.types))

    def in_state(self, state):
        """Return those that stand in a state now."""
        return self.sets.narrowed(self.all, "review_state", state)

    @property
    def has_deadlines(self):
        """Whether these objects have stages with a last day: editions have, on their route."""
        return "Edition" in self.types

    def late(self, records):
        """Return those of some records whose deadline has passed."""
        yesterday = (clock.today() - datetime.timedelta(days=1)).isoformat()
        passed = {"query": (_FIRST_DAY, yesterday), "range": "min:max"}
        return self.sets.narrowed(records, "stage_due", passed)

    def entered(self, state, month):
        """Return those that entered a state in a month, wherever they stand now.

        Parameters:
            month: ``YYYY-MM``.
        """
        return self.sets.narrowed(self.all, "states_entered", f"{state}:{month}")

    @cached_property
    def since(self):
        """Record → the day since which it has been in its state, as ISO text."""
        return self.sets.value_of("state_since")

    def waiting_since(self, records):
        """Return ``{day: number of records}`` by the day since which they wait; the empty day where it is not known."""
        return Counter(map(self.since.get, records, [""] * len(records)))

    def first_of(self, records, day):
        """Return the brain of the one that stands first in the order of symbols among those that wait since a day."""
        waiting = self.sets.narrowed(records, "state_since", day)
        return self.sets.brains([min(waiting, key=self.symbol_key)])[0]

    @cached_property
    def _symbols(self):
        return self.sets.value_of("sort_symbol")

    def symbol_key(self, record):
        """Return the key that puts records in the Polish order of their symbols; editions stand by their numbers."""
        own = self._symbols.get(record)
        if own is not None:
            return own, "", record
        return self._key_of_edition(record)

    def _key_of_edition(self, record):
        document = self._documents.get(self._document_of.get(record))
        number = self._numbers.get(record) or ""
        return self._symbols.get(document, ""), natural_key(number), record

    @cached_property
    def _document_of(self):
        return self.sets.value_of("document_uid")

    @cached_property
    def _documents(self):
        return self.sets.record_of("UID")

    @cached_property
    def _numbers(self):
        return self.sets.value_of("edition_number")

    def ordered(self, records, by_symbol=False):
        """Return a list of records, those that wait longest first, or in the order of their symbols."""
        found = sorted(records, key=self.symbol_key)
        if not by_symbol:
            since = self.since
            found.sort(key=lambda record: since.get(record) or "9999")
        return found


def symbol_of(brain):
    """Return the symbol by which people call an object; of an edition, that of its document."""
    if brain.portal_type == "Edition":
        return brain.getPath().split("/")[-2]
    return brain.symbol or brain.getId


def number_of(brain):
    """Return the number of an edition; of anything else an empty text."""
    return brain.edition_number if brain.portal_type == "Edition" else ""
