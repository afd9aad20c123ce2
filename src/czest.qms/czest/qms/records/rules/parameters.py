"""What the register of records may be asked."""

from czest.qms.records.rules.lifecycle import STATES
from czest.qms.register.rules.parameters import parse
from czest.qms.register.rules.parameters import Question
from dataclasses import dataclass
from typing import ClassVar


#: Which records are listed, and their states.
SCOPES = {
    "all": STATES,
    "open": ("open",),
    "filed": ("filed",),
    "in-disposal": ("disposal_pending",),
    "no-longer-kept": ("disposed", "transferred"),
}

#: The one value of the filter of holds.
HELD = "yes"


@dataclass(frozen=True)
class RecordQuestion(Question):
    """One question to the register of records; series by their symbols, years as texts."""

    FILTERS: ClassVar = ("series", "unit", "jrwa_class", "category", "year", "held", "state")
    SCOPES: ClassVar = tuple(SCOPES)
    SORT_KEYS: ClassVar = (
        "symbol",
        "title",
        "case_sign",
        "owner_unit",
        "jrwa_class",
        "category",
        "closed_on",
        "retention_until",
        "state",
        "relevance",
    )

    series: tuple = ()
    unit: tuple = ()
    jrwa_class: tuple = ()
    category: tuple = ()
    year: tuple = ()
    held: tuple = ()
    state: tuple = ()


def parse_question(form):
    """Return ``(RecordQuestion, problems)``; see ``register.rules.parameters.parse``.

    Series, units, classes, categories and years are not checked: an office renames and closes them, and an address kept
    from then still deserves an answer, if an empty one.

    Parameters:
        form: parameters of the request by name.
    """
    return parse(form, {"held": (HELD,), "state": STATES}, RecordQuestion)
