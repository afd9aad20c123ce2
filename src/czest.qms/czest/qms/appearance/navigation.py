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
#: ``aria-current`` of a tab under which the present page lies, and of the page of a tab itself or what its address holds.
BELOW, ITSELF = "true", "page"


@implementer(INavigationItem)
class NavigationItem:
    """Base of the tabs and settings: everybody signed in sees it."""

    title = ""
    address = ""
    order = 50
    counter = None
    icon = None
    aside = False
    is_setting = False
    description = ""
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
    """All that the person may set up; no tab where that is nothing."""

    title = _("Settings")
    address = "@@qms-settings"
    order = 90


class Setting(NavigationItem):
    """Base of the pages of settings."""

    is_setting = True


class OfficeSetting(Setting):
    """The names shown on every page."""

    title = _("Office and intranet")
    description = _("Name and addresses of the office, and what stands in the foot of every page.")
    address = "@@qms-office"
    icon = "building"
    order = 80
    permission = "Plone Site Setup: Site"


class PloneSetting(Setting):
    """Plone's control panels."""

    title = _("Site settings")
    description = _("Mail, accounts, languages and everything else of the site.")
    address = "@@overview-controlpanel"
    icon = "gear"
    order = 99
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


def settings(site, request):
    """Return the pages of settings that this person may open, in their order.

    Each is a dict with ``title``, ``description``, ``url`` and ``icon``.
    """
    return [
        {"title": item.title, "description": item.description, "url": _url(item, site), "icon": item.icon}
        for item in _items(site, request)
        if item.is_setting
    ]


def tabs(site, request):
    """Return the tabs this person sees, in their order.

    Each is a dict with ``title``, ``url``, ``under`` (addresses of the pages below it), ``counter``, ``icon``, ``aside``
    and ``current``.
    """
    items = _items(site, request)
    pages_of_settings = [_url(item, site) for item in items if item.is_setting]
    found = []
    for item in items:
        under = pages_of_settings if isinstance(item, Settings) else []
        if item.is_setting or (isinstance(item, Settings) and not under):
            continue
        shown = {"title": item.title, "counter": item.counter, "icon": item.icon, "aside": item.aside, "current": None}
        found.append({**shown, "url": _url(item, site), "under": under})
    _mark_current(found, site.absolute_url(), request.environ.get(PRESENT) or request.get("ACTUAL_URL", ""))
    return found


def _items(site, request):
    items = [item for _name, item in getAdapters((site, request), INavigationItem) if item.available()]
    return sorted(items, key=lambda item: item.order)


def _url(item, site):
    return item.address if "://" in item.address else f"{site.absolute_url()}/{item.address}".rstrip("/")


def _mark_current(found, base, present):
    """Mark the tab under whose addresses the present page lies; the home tab only for itself."""
    present = present.rstrip("/")
    under = [
        (len(url), tab, ITSELF if url == tab["url"] else BELOW)
        for tab in found
        for url in (tab["url"], *tab["under"])
        if present == url or (url != base and present.startswith(f"{url}/"))
    ]
    if under:
        _length, tab, how = max(under, key=lambda one: one[0])
        tab["current"] = how


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
