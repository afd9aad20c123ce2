"""The schemes of classification: what their symbols look like, which terms may be chosen, how files name them."""

import dataclasses
import enum
import re


OPENNESS = ("bip", "public_optional", "on_request", "internal")


class Choosable(enum.Enum):
    """Which terms of a scheme may be put on a document."""

    ANY = "any"
    BELOW_ROOT = "below_root"
    END_CLASS = "end_class"


@dataclasses.dataclass(frozen=True)
class Scheme:
    """One scheme.

    Attributes:
        name: identifier, also the name of the file with the first data.
        symbol: pattern that every token fulfils.
        choosable: which terms may be chosen; an end class is one that carries an archival category.
        columns: column of the file → attribute of the term, in the order of the file.
        nested_symbols: whether a symbol without its last digit is the symbol of the parent (JRWA).
    """

    name: str
    symbol: re.Pattern
    choosable: Choosable
    columns: dict
    nested_symbols: bool = False


_SYMBOL = re.compile(r"[A-Za-z0-9][A-Za-z0-9./:-]{0,39}")

_DATES = {"wazne_od": "valid_from", "wazne_do": "valid_until"}

_PLAIN = {"symbol": "token", "nazwa": "title", "nadrzedny": "parent", "uwagi": "note", **_DATES}

_BASES = {
    "symbol": "token",
    "nazwa": "title",
    "nadrzedny": "parent",
    "jawnosc": "openness",
    "uwagi": "note",
    **_DATES,
}

#: The columns in which state archives and EZD systems exchange a JRWA.
_JRWA = {
    "symbol": "token",
    "haslo": "title",
    "kategoria_macierzysta": "category",
    "kategoria_inna": "other_category",
    "uwagi": "note",
    **_DATES,
}

SCHEMES = {
    scheme.name: scheme
    for scheme in (
        Scheme("process", _SYMBOL, Choosable.BELOW_ROOT, _PLAIN),
        Scheme("iso_clause", _SYMBOL, Choosable.BELOW_ROOT, _PLAIN),
        Scheme("control_standard", _SYMBOL, Choosable.BELOW_ROOT, _PLAIN),
        Scheme("jrwa", re.compile(r"[0-9]{1,10}"), Choosable.END_CLASS, _JRWA, nested_symbols=True),
        Scheme("openness_basis", _SYMBOL, Choosable.BELOW_ROOT, _BASES),
    )
}
