"""Terms of a scheme: the tree they form and the days on which they are valid.

A table is a tuple of terms in the order in which people see them. One symbol may stand in it several times, with
periods that do not meet: a JRWA is versioned by its days of validity.
"""

from czest.qms.classification.rules.schemes import Choosable
import dataclasses
import datetime


@dataclasses.dataclass(frozen=True)
class Term:
    """One version of one term.

    Attributes:
        token: the symbol stored on documents.
        title: the name shown to people.
        parent: token of the term above, or None.
        note: a remark for those who classify.
        valid_from, valid_until: first and last day of validity, None standing for no limit.
        category: archival category in the cell that leads the case (JRWA end classes only).
        other_category: archival category in any other cell.
        openness: degrees of openness that this legal basis may support.
    """

    token: str
    title: str
    parent: str | None = None
    note: str = ""
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None
    category: str | None = None
    other_category: str | None = None
    openness: tuple = ()

    @property
    def key(self):
        """What tells this version from others: token and first day."""
        return self.token, self.valid_from

    def is_valid_on(self, day):
        """Whether the term is valid on ``day`` (a date)."""
        return (self.valid_from or datetime.date.min) <= day <= (self.valid_until or datetime.date.max)

    def meets(self, other):
        """Whether there is a day on which both terms are valid."""
        starts = max(term.valid_from or datetime.date.min for term in (self, other))
        ends = min(term.valid_until or datetime.date.max for term in (self, other))
        return starts <= ends


def is_choosable(scheme, term):
    """Whether documents may be classified with ``term`` at all, leaving days aside."""
    if scheme.choosable is Choosable.END_CLASS:
        return term.category is not None
    return scheme.choosable is Choosable.ANY or term.parent is not None


def version_on(versions, day):
    """Return the version valid on ``day``, or the latest one, or None where there are no versions."""
    for version in versions:
        if version.is_valid_on(day):
            return version
    return max(versions, key=lambda version: version.valid_from or datetime.date.min, default=None)


def label(scheme, term):
    """Return the name of a term as lists show it: with its symbol, where people use the symbol."""
    if scheme.name == "openness_basis":
        return term.title
    if scheme.name == "iso_clause" and "/" in term.token:
        edition, clause = term.token.split("/", 1)
        return f"{clause} {term.title} ({edition})"
    return f"{term.token} {term.title}"


def depths(table):
    """Return the depth of each term, roots having 0, in the order of the table.

    Parameters:
        table: terms without a circle; a parent that an import took away counts as a root that is not shown.
    """
    parents = {term.token: term.parent for term in table}
    found = []
    for term in table:
        depth, parent = 0, term.parent
        while parent is not None:
            depth, parent = depth + 1, parents.get(parent)
        found.append(depth)
    return found
