"""The shape of one rule."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from czest.qms.publication.rules.case import Case
from czest.qms.publication.rules.findings import BLOCKS
from dataclasses import dataclass
from dataclasses import field
from typing import Literal


@dataclass(frozen=True)
class Observation:
    """What a rule saw; the rule itself says how grave that is."""

    place: str
    message: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rule:
    """One row of the table of rules.

    Parameters:
        id: stable name, for programs, overrides and tests.
        requirement: ids of what it answers to, such as ``BIP-3``.
        check: looks at a case and says what is there.
        severity, overridable: of its findings.
    """

    id: str
    requirement: str
    check: Callable[[Case], Iterable[Observation]]
    severity: Literal["blocks", "warns", "removed"] = BLOCKS
    overridable: bool = False
