"""Pages of errors: what was not done, why, and what to do; no codes, no apology."""

from AccessControl import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from czest.qms import _
from czest.qms import clock
from czest.qms.language.dates import hour
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from Products.CMFPlone.browser.exceptions import ExceptionView
from Products.CMFPlone.browser.login.login import InsufficientPrivilegesView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component.hooks import getSite


NOT_FOUND = {
    "heading": _("There is no such page"),
    "sentence": _("Check the address, or look for the document by its symbol or title."),
}
NOT_YOURS = {
    "heading": _("Not opened"),
    "sentence": _("There is no such page, or it is open to other persons only. Ask the owner of the document."),
}
FAILED = {
    "heading": _("Not done"),
    "sentence": _(
        "The system failed, and the data stayed as it was. Tell the administrator what was being done and when."
    ),
}

#: Words of an error page by status of the response; others get FAILED.
WORDS = {401: NOT_YOURS, 403: NOT_YOURS, 404: NOT_FOUND}


def recognise_person(request):
    """Sign the request's person in, for the chrome of the page.

    An address that leads nowhere fails before Zope has asked who is there.
    """
    users = getSite().acl_users
    if getSecurityManager().getUser().getId() is not None:
        return
    for user_id, login in users._extractUserIds(request, users.plugins):
        user = users._findUser(users.plugins, user_id, login, request=request)
        if user is not None:
            newSecurityManager(request, user.__of__(users))
            return


class ErrorPage(ExceptionView):
    """Renders any exception that has no view of its own."""

    index = ViewPageTemplateFile("templates/error.pt")

    def __call__(self):
        if IAPIRequest.providedBy(self.request):
            return ErrorHandling(self.context, self.request)()
        recognise_person(self.request)
        return super().__call__()

    @property
    def words(self):
        return WORDS.get(self.request.response.getStatus(), FAILED)

    @property
    def title(self):
        return self.words["heading"]

    @property
    def moment(self):
        """When it happened, for the report to the administrator; None where there is nothing to report."""
        return hour(clock.now()) if self.words is FAILED else None

    #: The address led nowhere: no trail.
    breadcrumbs = ()


class Refusal(ErrorPage):
    """A refusal with a sentence of its own; for the exception views of other rooms."""

    sentence = ""

    def page(self, status, sentence):
        """Return the page of a refusal.

        Parameters:
            status: status of the response, such as 409.
            sentence: a Message: what was not done, and why.
        """
        self.request.response.setStatus(status, lock=1)
        self.sentence = sentence
        self.context = getattr(self, "__parent__", None) or getSite()
        return self.index()

    @property
    def words(self):
        return {"heading": _("Not done"), "sentence": self.sentence}


class NotPrivileged(InsufficientPrivilegesView):
    """Where Plone sends a person signed in who may not see a page."""

    page = ViewPageTemplateFile("templates/error.pt")
    breadcrumbs = ()
    words = NOT_YOURS
    title = NOT_YOURS["heading"]
    moment = None

    def __call__(self):
        self.request.response.setStatus(403)
        return self.page(error_type="Unauthorized", error_tb=None)

    def is_manager(self):
        return False
