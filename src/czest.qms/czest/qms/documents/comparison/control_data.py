"""Comparing the control data of two editions."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class FieldChange:
    """A field whose value differs.

    Parameters:
        name: name of the field.
        removed: values no longer there.
        added: values that came.
        kept: values of a list that stayed, in the order of the newer edition.
    """

    name: str
    removed: tuple[Any, ...]
    added: tuple[Any, ...]
    kept: tuple[Any, ...] = ()


def compare_control_data(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[FieldChange]:
    """Compare fields with single values and lists; the order within a list is no difference.

    A missing field, None, an empty text and an empty list are the same: nothing.

    Parameters:
        old: control data of the older edition.
        new: control data of the newer edition.

    Returns:
        The fields that differ, in the order of the newer edition, then those only the older one has.
    """
    changes = []
    for name in [*new, *(name for name in old if name not in new)]:
        change = _compare_values(name, _values(old.get(name)), _values(new.get(name)))
        if change.removed or change.added:
            changes.append(change)
    return changes


def _values(value: Any) -> tuple[Any, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, (list, tuple)):
        return tuple(value)
    if isinstance(value, (set, frozenset)):
        return tuple(sorted(value))
    return (value,)


def _compare_values(name: str, old: Iterable[Any], new: Iterable[Any]) -> FieldChange:
    """Items are compared one for one, so that a value listed twice and then once counts as removed once."""
    removed = list(old)
    added, kept = [], []
    for value in new:
        if value in removed:
            removed.remove(value)
            kept.append(value)
        else:
            added.append(value)
    return FieldChange(name, tuple(removed), tuple(added), tuple(kept))
