"""The tabs of the main navigation and the trail above the page."""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from Acquisition import aq_chain
from czest.qms import _
from czest.qms.appearance.interfaces import IOfficeSettings
from czest.qms.interfaces import INavigationItem
from plone.base.interfaces import IPloneSiteRoot
from plone.registry.interfaces import IRegistry
from zope.component import getAdapters
from zope.component import getUtility
from zope.interface import implementer


#: Set in the environment of requests by pages that lie under the tab of another address than their own.
PRESENT = "czest.qms.present_tab"


@implementer(INavigationItem)
class NavigationItem:
    """Base of the tabs: everybody signed in sees it."""

    title = ""
    address = ""
    order = 50
    counter = None
    icon = None
    aside = False
    #: Permission on the site that the tab asks for, or None.
    permission = None

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def available(self):
        return self.permission is None or bool(getSecurityManager().checkPermission(self.permission, self.context))


class Start(NavigationItem):
    """The home page."""

    title = _("Start")
    order = 0


class Settings(NavigationItem):
    """Plone's control panels."""

    title = _("Settings")
    address = "@@overview-controlpanel"
    order = 90
    permission = "Plone Site Setup: Overview"


class Bulletin(NavigationItem):
    """The public site."""

    title = "BIP"
    icon = "globe"
    order = 99
    aside = True

    @property
    def address(self):
        return getUtility(IRegistry).forInterface(IOfficeSettings, prefix="czest.qms.office").bulletin_address

    def available(self):
        return bool(self.address)


def tabs(site, request):
    """Return the tabs this person sees, in their order.

    Each is a dict with ``title``, ``url``, ``counter``, ``icon``, ``aside`` and ``current``.
    """
    base = site.absolute_url()
    items = [item for _name, item in getAdapters((site, request), INavigationItem) if item.available()]
    items.sort(key=lambda item: item.order)
    found = [
        {
            "title": item.title,
            "url": item.address if "://" in item.address else f"{base}/{item.address}".rstrip("/"),
            "counter": item.counter,
            "icon": item.icon,
            "aside": item.aside,
            "current": None,
        }
        for item in items
    ]
    _mark_current(found, base, request.environ.get(PRESENT) or request.get("ACTUAL_URL", ""))
    return found


def _mark_current(found, base, present):
    """Mark the tab under whose address the present page lies; the home tab only for itself."""
    present = present.rstrip("/")
    under = [
        tab for tab in found if present == tab["url"] or (tab["url"] != base and present.startswith(tab["url"] + "/"))
    ]
    if under:
        max(under, key=lambda tab: len(tab["url"]))["current"] = "page"


def trail(context, page=None):
    """Return the way from the home page to here, for the breadcrumbs.

    Parameters:
        context: the object shown. Objects on the way that the person may not view are left out.
        page: name of a page of that object, as in "compare"; then the object itself becomes a link.

    Returns:
        A list of dicts with ``title`` and ``url``; ``url`` is None for the last one. Empty on the home page.
    """
    allowed = getSecurityManager().checkPermission
    steps = []
    for item in aq_chain(context):
        if IPloneSiteRoot.providedBy(item):
            steps.append({"title": _("Start"), "url": item.absolute_url()})
            break
        if hasattr(aq_base(item), "portal_type") and allowed("View", item):
            steps.append({"title": trail_name(item), "url": item.absolute_url()})
    steps.reverse()
    if page:
        steps.append({"title": page, "url": None})
    elif len(steps) == 1:
        return []
    if steps:
        steps[-1]["url"] = None
    return steps


def trail_name(item):
    """Return what an object is called in breadcrumbs: its ``trail_name``, or its title."""
    return getattr(aq_base(item), "trail_name", None) or item.Title()
