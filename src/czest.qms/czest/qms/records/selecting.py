"""Choosing records from among all that a person may see, without waking one."""

from czest.qms.documents.making import uid_of
from czest.qms.language.query import search_query
from czest.qms.records.finding import records_called
from czest.qms.records.finding import records_container
from czest.qms.records.rules.lifecycle import is_possible
from czest.qms.records.rules.lifecycle import STATES
from czest.qms.records.rules.selection import conditions
from czest.qms.records.rules.selection import INDEXES
from czest.qms.register.answers import units_below
from czest.qms.register.catalog_sets import for_current_user


#: States in which a record can be held.
HELD_STATES = [state for state in STATES if is_possible("hold", state)]


class Selection:
    """Records chosen by parameters, or named one by one.

    Parameters:
        data: the parameters of ``rules.selection``, and ``records``: symbols, UIDs or addresses.
    """

    def __init__(self, data):
        self.names = list(data.get("records") or [])
        self.conditions = conditions(data)
        self.named = records_called(self.names)

    @property
    def is_empty(self):
        """Whether nothing was asked for."""
        return not self.names and not self.conditions

    @property
    def unknown(self):
        """The names under which this person can see no record."""
        return [name for name in self.names if name not in self.named]

    def uids(self, sets=None):
        """Return ``(UIDs of the records that can be held, how many others were found)``.

        Parameters:
            sets: the ``CatalogSets`` of the person; those of the person signed in by default.
        """
        sets = sets or for_current_user()
        found = sets.permitted(sets.matching("portal_type", "Record"))
        if self.names:
            found = sets.narrowed(found, "UID", [brain.UID for brain in self.named.values()])
        for name, value in self.conditions.items():
            found = self._narrowed(sets, found, name, value)
        able = sets.narrowed(found, "review_state", HELD_STATES)
        return sorted(sets.values("UID", able)), len(found) - len(able)

    def _narrowed(self, sets, found, name, value):
        if name == "unit":
            value = units_below(value)
        if name in INDEXES:
            return sets.narrowed(found, INDEXES[name], value)
        if name == "series":
            series = records_container().get(value)
            return sets.narrowed(found, "record_series", uid_of(series) if series is not None else "")
        query = search_query(value)
        return sets.narrowed(found, "SearchableText", query) if query else sets.less(found, found)
