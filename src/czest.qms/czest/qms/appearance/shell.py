"""The shell of the intranet: what stands around the content of every page, written once."""

from AccessControl import getSecurityManager
from czest.qms.appearance import assets
from czest.qms.appearance.icons import icon
from czest.qms.appearance.interfaces import IOfficeSettings
from czest.qms.appearance.navigation import BELOW
from czest.qms.appearance.navigation import tabs
from czest.qms.appearance.navigation import trail
from czest.qms.interfaces import IPersonCard
from functools import cached_property
from plone.protect.authenticator import createToken
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.browser.main_template import MainTemplate as PloneMainTemplate
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from zope.component import getUtility
from zope.component import queryMultiAdapter
from zope.component import queryUtility
from zope.component.hooks import getSite


#: Set on requests whose page is drawn by the light shell; asked by the CSRF transform.
LIGHT_PAGE = "czest.qms.light_page"

ADMINISTRATORS = frozenset({"Manager", "Site Administrator"})

#: Kind of a status message of Plone: look of ours.
MESSAGE_LOOKS = {"info": "act", "warning": "wait", "error": "void", "success": "force"}


class Shell(BrowserView):
    """Facts and macros of the shell, as ``context/@@qms-shell``.

    Macros: ``page`` (whole page, for our own views) and the parts ``top``, ``trail`` and ``foot``.
    """

    page = ViewPageTemplateFile("templates/shell.pt")
    chrome = ViewPageTemplateFile("templates/chrome.pt")

    @property
    def macros(self):
        return self.page.macros

    @property
    def parts(self):
        return self.chrome.macros

    def begin_light_page(self):
        """Set the headers of a page drawn by the light shell."""
        self.request.environ[LIGHT_PAGE] = True
        response = self.request.response
        response.setHeader("Content-Type", "text/html; charset=utf-8")
        response.setHeader("Content-Language", self.language)
        response.setHeader("Cache-Control", "private, max-age=0, must-revalidate")

    @cached_property
    def site(self):
        return getSite()

    @cached_property
    def site_url(self):
        return self.site.absolute_url()

    @cached_property
    def language(self):
        return self.request.get("LANGUAGE") or self.site.Language() or "pl"

    @cached_property
    def office(self):
        return getUtility(IRegistry).forInterface(IOfficeSettings, prefix="czest.qms.office", check=False)

    @cached_property
    def user(self):
        """The person signed in, or None: a dict with ``id``, ``name``, ``post``, ``unit`` and ``lines``.

        ``lines`` are the two of the bar: the post first, then the name, or the unit where the name says no more.
        """
        user = getSecurityManager().getUser()
        user_id = user.getId() if user is not None else None
        if user_id is None:
            return None
        name = full_name(user) or user_id
        cards = queryUtility(IPersonCard)
        card = cards.card(user_id, name) if cards is not None else {"name": name, "post": "", "unit": ""}
        second = card["name"] if card["name"] != card["post"] else card["unit"]
        lines = [card["post"], second] if card["post"] else [card["name"], ""]
        return {"id": user_id, "lines": lines, **card}

    @cached_property
    def _tabs(self):
        return tabs(self.site, self.request) if self.user else []

    def navigation(self, context, view):
        """Return the tabs; a page whose way leads through a page of settings lies under their tab, too."""
        if not any(tab["current"] for tab in self._tabs):
            on_the_way = {step["url"] for step in self._way(context, view)}
            for tab in self._tabs:
                tab["current"] = BELOW if on_the_way.intersection(tab["under"]) else None
        return self._tabs

    def steps(self, context, view):
        """Return the breadcrumbs: the view's own ``breadcrumbs``, or the way to the object and its ``page_name``.

        Pages of settings lie below the page that leads to them.
        """
        tabs_above = [tab for tab in self.navigation(context, view) if tab["current"] == BELOW]
        above = [{"title": tab["title"], "url": tab["url"]} for tab in tabs_above]
        found = self._way(context, view)
        return [*found[:1], *above, *found[1:]]

    def _way(self, context, view):
        if not self.user:
            return []
        own = getattr(view, "breadcrumbs", None)
        return own if own is not None else trail(context, getattr(view, "page_name", None))

    def messages(self):
        """Return the status messages waiting for this person, each a dict with ``look`` and ``text``."""
        waiting = IStatusMessage(self.request).show()
        return [{"look": MESSAGE_LOOKS.get(found.type, "act"), "text": found.message} for found in waiting]

    def has_view(self, name):
        """Tell whether the site has a view of this name: rooms above may add one."""
        return queryMultiAdapter((self.site, self.request), name=name) is not None

    def asset(self, name):
        """Return the whole address of an asset of ours."""
        return f"{self.site_url}/{assets.address(name)}"

    def icon(self, name, css_class="", label=None):
        return icon(name, css_class, label)

    def address(self, value):
        """Return an address set by the office: whole ones as they are, others from the site."""
        return value if "://" in value else f"{self.site_url}/{value.lstrip('/')}"

    @cached_property
    def token(self):
        """The CSRF token that forms carry in ``_authenticator``."""
        return createToken()

    def body_class(self, classes):
        """Return Plone's classes of the body, without those that make room for a toolbar nobody sees."""
        kept = (name for name in classes.split() if self.shows_toolbar or not name.startswith("plone-toolbar"))
        return " ".join(kept)

    @cached_property
    def shows_toolbar(self):
        user = getSecurityManager().getUser()
        return bool(ADMINISTRATORS.intersection(user.getRolesInContext(self.site)))


class MainTemplate(PloneMainTemplate):
    """``@@main_template``: every page of Plone wears our shell."""

    main_template = ViewPageTemplateFile("templates/main_template.pt")


def full_name(user):
    """Return the full name of a user of acl_users from its property sheets, or an empty string."""
    sheets = user.getOrderedPropertySheets() if hasattr(user, "getOrderedPropertySheets") else ()
    names = (sheet.getProperty("fullname") for sheet in sheets if sheet.hasProperty("fullname"))
    return next(filter(None, names), "")
