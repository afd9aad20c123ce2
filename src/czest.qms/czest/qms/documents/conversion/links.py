"""Attributes that may stay in the body of an edition."""

from collections.abc import Mapping
import re


_SCHEMES = ("http", "https", "mailto")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_SCOPES = frozenset({"row", "col", "rowgroup", "colgroup"})
_SPAN_LIMIT = 1000

#: Browsers ignore these inside addresses, so they could hide a scheme.
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")


def safe_address(address: str) -> str | None:
    """Return the address of a link as it may be kept, or None for one that may not.

    Kept are http, https and mailto, and addresses within the site; an address that begins with
    two slashes leads elsewhere and hides it.

    Parameters:
        address: value of ``href``.
    """
    bare = _IGNORED.sub("", address)
    if not bare or "\\" in bare or bare.startswith("//"):
        return None
    scheme = _SCHEME.match(bare)
    if scheme:
        return bare if scheme[1].lower() in _SCHEMES else None
    before_path = re.split(r"[/?#]", bare, maxsplit=1)[0]
    return None if ":" in before_path else bare


def cell_attributes(tag: str, attributes: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the attributes of a cell that may be kept: spans, and the scope of a head.

    Parameters:
        tag: ``td`` or ``th``.
        attributes: all attributes of the cell.
    """
    kept = []
    for name in ("colspan", "rowspan"):
        value = attributes.get(name, "").strip()
        if re.fullmatch("[0-9]{1,4}", value) and 1 < int(value) <= _SPAN_LIMIT:
            kept.append((name, str(int(value))))
    scope = attributes.get("scope", "").strip().lower()
    if tag == "th" and scope in _SCOPES:
        kept.append(("scope", scope))
    return tuple(kept)
