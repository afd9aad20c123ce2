"""What the pages about the publication of one edition or record share."""

from czest.qms import _
from czest.qms.appearance.navigation import PRESENT
from czest.qms.documents.making import uid_of
from czest.qms.operations.base import actor
from czest.qms.operations.errors import NotPermitted
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.interfaces import IPublishable
from czest.qms.publication.operations.base import may_see_cases
from czest.qms.publication.queue import may_see_queue
from czest.qms.publication.rules import cases
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from zope.component import getUtility


def current_case(content):
    """Return the case that a page about an edition or a record shows: the open one, else the newest; None where there is none."""
    found = getUtility(IPublicationLedger).cases_of(uid_of(content))
    return next((case for case in found if case.state in cases.OPEN), found[0] if found else None)


def require_insight(content):
    """Check that the person works on the publication of an edition or a record.

    Raises:
        NotPermitted: he does not.
    """
    if not may_see_cases(content, actor()):
        raise NotPermitted(_("Not shown: only its authors, the quality officer and the BIP editors work on it."))


def stand_under_queue(request):
    """Let a page stand under the tab of the queue, where the person has it."""
    if may_see_queue():
        request.environ[PRESENT] = f"{api.portal.get().absolute_url()}/@@publications"


class CaseView(BrowserView):
    """Base of the pages."""

    title = ""

    @cached_property
    def case(self):
        """The case shown, or None."""
        return current_case(self.context)

    @cached_property
    def publishable(self):
        """The edition or record as something that may be published."""
        return IPublishable(self.context)

    @property
    def breadcrumbs(self):
        """The way to this page, asked by the shell."""
        site = api.portal.get().absolute_url()
        return [
            {"title": _("Start"), "url": site},
            {"title": _("Publication in the BIP"), "url": f"{site}/@@publications"},
            {"title": self.publishable.symbol, "url": self.publishable.subject.absolute_url()},
            {"title": self.title, "url": None},
        ]
