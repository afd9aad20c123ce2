"""The register of records: what it lists and what its filters mean; no record is woken."""

from czest.qms.records.holds import held_among
from czest.qms.records.rules.parameters import HELD
from czest.qms.records.rules.parameters import SCOPES
from czest.qms.register.answers import RegisterAnswer
from functools import cached_property


class RecordsAnswer(RegisterAnswer):
    """What the register of records answers to one person."""

    FILTER_INDEXES = {
        "series": "record_series",
        "unit": "owner_unit",
        "jrwa_class": "jrwa_class",
        "category": "archival_category",
        "year": "record_year",
        "held": "held_until",
        "state": "review_state",
    }
    SORT_INDEXES = {
        "symbol": "sort_symbol",
        "title": "sort_title",
        "case_sign": "case_sign",
        "owner_unit": "owner_unit",
        "jrwa_class": "jrwa_class",
        "category": "archival_category",
        "closed_on": "closed_on",
        "retention_until": "retention_until",
        "state": "review_state",
    }

    @cached_property
    def listed(self):
        """All records the person may see."""
        return self.sets.permitted(self.sets.matching("portal_type", "Record"))

    @cached_property
    def scopes(self):
        found = {
            scope: self.sets.narrowed(self.listed, "review_state", list(states)) for scope, states in SCOPES.items()
        }
        return {**found, "all": self.listed}

    @cached_property
    def series(self):
        """Brains of the series that the person may see, by UID, in the order of their symbols."""
        found = self.sets.permitted(self.sets.matching("portal_type", "RecordSeries"))
        ordered = self.sets.ordered(found, "sort_symbol", "sort_symbol", False, len(found))
        return {brain.UID: brain for brain in self.sets.brains(ordered)}

    @cached_property
    def held(self):
        """The records on which a hold is in force."""
        return held_among(self.listed, sets=self.sets)

    def used(self, name):
        """Return the values of a filter that records in the register have, in their order."""
        return self.sets.present(self.FILTER_INDEXES[name], self.listed)

    def condition(self, name, values):
        if name == "held":
            return self.held
        if name == "series":
            values = [uid for uid, brain in self.series.items() if brain.symbol in values]
        if name == "year":
            values = [int(value) for value in values if value.isascii() and value.isdigit()]
        return super().condition(name, values)

    def counts(self, name, records):
        if name == "held":
            count = len(self.sets.common(records, self.held))
            return {HELD: count} if count else {}
        found = super().counts(name, records)
        if name == "series":
            return {self.series[uid].symbol: count for uid, count in found.items() if uid in self.series}
        return {str(value): count for value, count in found.items()} if name == "year" else found


class SeriesAnswer(RecordsAnswer):
    """The same of the records of one series.

    Parameters:
        uid: UID of the series.
    """

    def __init__(self, parameters, uid, sets=None):
        super().__init__(parameters, sets)
        self.uid = uid

    @cached_property
    def listed(self):
        """All records of the series that the person may see."""
        return self.sets.permitted(self.sets.matching("record_series", self.uid))
