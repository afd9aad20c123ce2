"""Icons drawn inline, from the icon records of the registry.

Plone's own resolver traverses to the file and parses it at every call; a list of a hundred rows draws hundreds.
"""

import html
from lxml import etree
from plone.registry.interfaces import IRegistry
import re
from zope.component import queryUtility
from zope.component.hooks import getSite


RECORD_PREFIX = "plone.icon."

#: Inner markup by resource path. Files of the distributions do not change while the process runs.
_drawings = {}


def icon(name, css_class="", label=None):
    """Return the markup of an icon.

    Parameters:
        name: name of an icon record, without ``plone.icon.``, as in ``qms-in-force`` or ``printer``.
        css_class: further classes of the drawing.
        label: accessible name of an icon that stands alone; beside a word leave it out.

    Returns:
        An ``<svg>`` hidden from assistive technology, or named by ``label``; an empty string when the registry does
        not know the name, because the word beside it is enough.
    """
    registry = queryUtility(IRegistry)
    resource = registry.get(RECORD_PREFIX + name) if registry is not None else None
    drawing = _drawing(resource) if resource else None
    if drawing is None:
        return ""
    view_box, inner = drawing
    meaning = f'role="img" aria-label="{html.escape(label)}"' if label else 'aria-hidden="true"'
    classes = f"qms-icon {css_class}".strip()
    return f'<svg class="{classes}" width="16" height="16" fill="currentColor" viewBox="{view_box}" {meaning}>{inner}</svg>'


def _drawing(resource):
    if resource not in _drawings:
        _drawings[resource] = _read(resource)
    return _drawings[resource]


def _read(resource):
    """Return view box and inner markup of an SVG file, or None where there is no such file."""
    file = getSite().unrestrictedTraverse(resource, None)
    path = getattr(file, "path", None)
    if path is None or not path.endswith(".svg"):
        return None
    root = etree.parse(path).getroot()
    inner = "".join(etree.tostring(child, encoding="unicode", with_tail=False) for child in root)
    return root.get("viewBox", "0 0 16 16"), re.sub(r'\s*xmlns(:\w+)?="[^"]*"', "", inner)
