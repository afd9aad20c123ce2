"""What a list holds: records of one kind, never mixed (§ 9 ust. 3 i 4 of the regulation of 20.10.2015; ARCH-8)."""

from czest.qms.records.rules.retention import Category
from czest.qms.records.rules.retention import KINDS
from dataclasses import dataclass


@dataclass(frozen=True)
class Selection:
    """Which categories go on a list.

    Attributes:
        kind: one of ``KINDS``.
        years: where the list is of one category only (``B5``) its years, else None.
    """

    kind: str
    years: int | None = None

    @classmethod
    def parse(cls, text):
        """Return the selection written as a kind (``B``, ``BE``, ``Bc``, ``A``) or a category (``B5``).

        Raises:
            ValueError: the text is neither.
        """
        if text in KINDS:
            return cls(text)
        category = Category.parse(text)
        return cls(category.kind, category.years)

    def __str__(self):
        return str(Category(self.kind, self.years))

    def covers(self, category):
        """Whether records of a ``Category`` go on this list."""
        return category.kind == self.kind and self.years in (None, category.years)
