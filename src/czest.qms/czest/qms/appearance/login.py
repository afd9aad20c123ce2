"""Signing in."""

from czest.qms import _
from Products.CMFPlone.browser.login.login import LoginForm as PloneLoginForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage


class LoginForm(PloneLoginForm):
    """Plone's sign-in in the light shell, without registration: accounts are made by the office."""

    index = ViewPageTemplateFile("templates/login.pt")
    label = _("Sign in")
    title = label
    verdict = _("Not signed in.")

    def redirect_after_login(self, came_from=None, is_initial_login=False):
        # Plone's greeting says nothing that the name in the bar does not say.
        IStatusMessage(self.request).show()
        super().redirect_after_login(came_from, is_initial_login)

    def updateWidgets(self):
        super().updateWidgets()
        self.widgets["ac_name"].attributes["autocomplete"] = "username"
        self.widgets["ac_password"].attributes["autocomplete"] = "current-password"
