"""How the person signed in wants to be told of tasks: at once, once a day, or not at all."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.approval.interfaces import INotificationPreferences
from czest.qms.approval.notifications import address_of
from czest.qms.approval.rules.mailing import AT_ONCE
from czest.qms.approval.rules.mailing import CHOICES
from czest.qms.approval.rules.mailing import DAILY
from czest.qms.approval.rules.mailing import NEVER
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from zope.component import getUtility


WORDS = {
    AT_ONCE: _("At once, one message for each task"),
    DAILY: _("Once a day at 7.30, one message with all tasks"),
    NEVER: _("Never"),
}


class Notifications(BrowserView):
    """Draws the form and keeps the choice."""

    title = _("E-mail messages")
    error = None

    @property
    def breadcrumbs(self):
        """The way to this page, asked by the shell."""
        site = self.context.absolute_url()
        return [
            {"title": _("Start"), "url": site},
            {"title": _("To do"), "url": f"{site}/@@tasks"},
            {"title": self.title, "url": None},
        ]

    def __call__(self):
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self.keep(self.request.form.get("choice"))
        return self.index()

    @property
    def login(self):
        return getSecurityManager().getUser().getId()

    @property
    def address(self):
        """The electronic address of the person, empty where none is known."""
        return address_of(self.login)

    def choices(self):
        """Return the ways to be told, each as a dict."""
        chosen = getUtility(INotificationPreferences).choice(self.login)
        return [{"id": choice, "words": WORDS[choice], "checked": choice == chosen or None} for choice in CHOICES]

    def keep(self, choice):
        """Keep the choice and lead back to the inbox."""
        if choice not in CHOICES:
            self.error = _("Choose one of the three.")
            self.request.response.setStatus(400)
            return self.index()
        getUtility(INotificationPreferences).choose(self.login, choice)
        api.portal.show_message(_("Your choice was saved."), self.request)
        self.request.response.redirect(f"{self.context.absolute_url()}/@@tasks")
        return ""
