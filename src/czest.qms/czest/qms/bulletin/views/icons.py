"""Icons drawn inside the pages, from the Bootstrap Icons that come with Plone; no request and no script is needed."""

from functools import cache
from importlib.resources import files
from lxml import etree
import re


_NAMES = re.compile(r"[a-z0-9-]+")


@cache
def icon(name):
    """Return the markup of an icon, hidden from assistive technology: it always stands beside its word.

    Parameters:
        name: of a file of Bootstrap Icons, without ``.svg``.

    Raises:
        ValueError: for what is no name of an icon.
        FileNotFoundError: when there is no such icon.
    """
    if not _NAMES.fullmatch(name):
        raise ValueError(name)
    source = files("plone.staticresources") / "static" / "icons-bootstrap" / f"{name}.svg"
    root = etree.fromstring(source.read_bytes())
    inner = "".join(etree.tostring(child, encoding="unicode", with_tail=False) for child in root)
    inner = re.sub(r'\s*xmlns(:\w+)?="[^"]*"', "", inner)
    return f'<svg class="icon" width="16" height="16" viewBox="{root.get("viewBox")}" aria-hidden="true">{inner}</svg>'
