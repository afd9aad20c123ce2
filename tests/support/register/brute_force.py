"""The register's answer worked out row by row, to be compared with what the indexes say."""

from collections import Counter
from czest.qms.documents.rules.lifecycle import OPEN_STATES


ATTRIBUTES = {
    "kind": "portal_type",
    "unit": "owner_unit",
    "process": "process",
    "state": "review_state",
    "openness": "openness",
}
SORTED_BY = {
    "symbol": "sort_symbol",
    "title": "sort_title",
    "owner_unit": "owner_unit",
    "in_force_from": "in_force_from",
    "openness": "openness",
    "state": "review_state",
    "kind": "portal_type",
}
BELOW = {"OR": {"OR", "OR-K"}}
ABOVE = {"OR-K": ["OR-K", "OR"]}


class BruteForce:
    """Answers one question of one person from lists of rows."""

    def __init__(self, parameters, person, documents, editions):
        self.parameters = parameters
        self.documents = [row for row in documents if person.sees(row)]
        self.running = {
            row.document_uid: row for row in editions if person.sees(row) and row.review_state in OPEN_STATES
        }

    def in_scope(self, row, scope):
        if scope == "in-preparation":
            return row.review_state == "draft" or row.UID in self.running
        return {"in-force": "in_force", "not-in-force": "withdrawn"}.get(scope, row.review_state) == row.review_state

    def fits(self, row, but=None):
        if self.parameters.query and self.parameters.query not in row.Title.split():
            return False
        return all(
            getattr(row, ATTRIBUTES[name]) in self.accepted(name, values)
            for name, values in self.parameters.filters.items()
            if name != but
        )

    def accepted(self, name, values):
        if name != "unit":
            return set(values)
        return set().union(*(BELOW.get(value, {value}) for value in values))

    def answers(self, scope=None, but=None):
        scope = scope or self.parameters.scope
        return [row for row in self.documents if self.in_scope(row, scope) and self.fits(row, but)]

    def page(self):
        """Return the symbols of the page."""
        attribute = SORTED_BY[self.parameters.sort]
        by_symbol = sorted(self.answers(), key=lambda row: row.sort_symbol)
        with_value = [row for row in by_symbol if getattr(row, attribute)]
        with_value.sort(key=lambda row: getattr(row, attribute), reverse=self.parameters.descending)
        rows = with_value + [row for row in by_symbol if not getattr(row, attribute)]
        start = self.parameters.start
        return [row.symbol for row in rows[start : start + self.parameters.size]]

    def facets(self):
        found = {}
        for name, attribute in ATTRIBUTES.items():
            values = (getattr(row, attribute) for row in self.answers(but=name))
            if name == "unit":
                values = (above for value in values for above in ABOVE.get(value, [value]))
            found[name] = dict(Counter(value for value in values if value))
        return found
