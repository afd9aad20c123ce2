"""What the pages of the BIP editor's desk share: the pages of the bulletin, its journal, accessibility requests."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.appearance.navigation import NavigationItem
from czest.qms.language.dates import hour
from czest.qms.language.dates import iso_date
from czest.qms.language.dates import moment_of
from czest.qms.organisation.people import account_exists
from czest.qms.organisation.views.base import OfficerView
from czest.qms.organisation.views.forms import OfficerForm
from czest.qms.publication.duties import duties_of
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.operations.base import EDITOR_PERMISSION
from czest.qms.publication.requests.interfaces import KEEPER_PERMISSION
from czest.qms.publication.sentences import sentence
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import queryUtility


PAGES, JOURNAL, REQUESTS = "bulletin-pages", "bulletin-journal", "accessibility-requests"

#: Name of a page → its title, and the permission that it asks for.
PARTS = {
    JOURNAL: (_("Journal of the bulletin"), EDITOR_PERMISSION),
    PAGES: (_("Pages of the bulletin"), EDITOR_PERMISSION),
    REQUESTS: (_("Accessibility requests"), KEEPER_PERMISSION),
}


def open_parts():
    """Return the names of the parts that are open to the person, in their order."""
    return [name for name, (_title, permission) in PARTS.items() if api.user.has_permission(permission)]


class Tab(NavigationItem):
    """The tab of the desk, with the number of what is to be done there."""

    title = _("BIP editors")
    order = 46

    @property
    def address(self):
        return f"@@{open_parts()[0]}"

    def available(self):
        return queryUtility(IPublicationLedger) is not None and bool(open_parts())

    @property
    def counter(self):
        return len(duties_of(getSecurityManager().getUser())) or None


class DeskView(OfficerView):
    """Base of the pages."""

    #: The part that a page belongs to.
    part = PAGES
    _tabs = ViewPageTemplateFile("templates/desk.pt")

    @property
    def above(self):
        """The part that a page belongs to, unless it is the page of the part itself."""
        return () if self.__name__ == self.part else ((PARTS[self.part][0], self.part),)

    @property
    def macros(self):
        """The macro ``tabs``."""
        return self._tabs.macros

    def tabs(self):
        """Return the parts that are open to the person: ``title``, ``url`` and ``current``."""
        return [
            {
                "title": PARTS[name][0],
                "url": self.address(name),
                "current": "page" if name == self.part else None,
            }
            for name in open_parts()
        ]

    def moment(self, at):
        """Return a stored time as tables write it."""
        moment = moment_of(at)
        return f"{iso_date(moment)}, {hour(moment)}"

    def person(self, login):
        """Return post and name of a person; of what no person did, nothing."""
        return self.introduction(login) if login and account_exists(login) else ""


class DeskForm(DeskView, OfficerForm):
    """Base of the forms."""

    @property
    def next_page(self):
        return self.part

    def sentence(self, problem):
        return sentence(problem)
