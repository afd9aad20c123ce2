"""What is answered where nothing is published: one page for all of it, which says nothing of what was asked."""

from czest.qms.bulletin.interfaces import IBulletinLayer
from czest.qms.bulletin.outermost import FOUND
from czest.qms.bulletin.reading import site_facts
from czest.qms.bulletin.views.answering import HTML
from czest.qms.bulletin.views.answering import set_headers
from czest.qms.bulletin.views.pages import not_found_page
from Products.Five.browser import BrowserView
from zope.component.hooks import getSite


class NotFoundPage(BrowserView):
    """View of an exception."""

    def __call__(self):
        """Answer with *no such page*; outside the site there is nothing to draw it with, so it is empty."""
        response = self.request.response
        set_headers(response, HTML, "no-store")
        response.setStatus(404)
        site = getSite()
        if site is None or not IBulletinLayer.providedBy(self.request):
            return b""
        self.request.environ.get(FOUND, []).append(True)
        return not_found_page(site_facts(site))
