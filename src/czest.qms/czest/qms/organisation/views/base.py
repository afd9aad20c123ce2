"""What every page of the officer, and of staff about their own deputies, shares."""

from czest.qms import _
from czest.qms import clock
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from czest.qms.organisation.people import introduction
from functools import cache
from functools import cached_property
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from urllib.parse import urlencode
from zExceptions import NotFound
from zope.component import getUtility
from zope.i18n import translate


class OfficerView(BrowserView):
    """A page about the organisation of the site."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.full_name = cache(full_name)
        self.introduction = cache(introduction)

    @cached_property
    def directory(self):
        return getUtility(IDirectory)

    @cached_property
    def organisation(self):
        return self.directory.organisation()

    @cached_property
    def today(self):
        return clock.today()

    #: Pages between the home page and this one, as pairs of title and name.
    above = ((_("Organisation"), "organisation"),)

    @property
    def breadcrumbs(self):
        """The way to this page, asked by the shell."""
        steps = [{"title": _("Start"), "url": self.context.absolute_url()}]
        steps += [{"title": title, "url": self.address(name)} for title, name in self.above]
        return [*steps, {"title": self.title, "url": None}]

    def address(self, name="organisation", **query):
        """Return the address of a page of ours, with a query string when anything is asked."""
        return f"{self.context.absolute_url()}/@@{name}{'?' + urlencode(query) if query else ''}"

    def translate(self, message):
        """Return a message in the language of the request."""
        return translate(message, context=self.request)

    def requested(self, records, key):
        """Return the record that the address names by the parameter ``key``.

        Raises:
            NotFound: when there is none.
        """
        asked = self.request.form.get(key)
        record = records.get(asked) if isinstance(asked, str) else None
        if record is None:
            raise NotFound(str(asked))
        return record

    def requested_number(self, records):
        """Return the record that the address names by its number, the parameter ``id``.

        Raises:
            NotFound: when there is none.
        """
        asked = self.request.form.get("id", "")
        record = records.get(int(asked)) if isinstance(asked, str) and asked.isascii() and asked.isdigit() else None
        if record is None:
            raise NotFound(str(asked))
        return record

    def is_sincere_post(self):
        """Tell whether the request is a POST of one of our forms.

        Raises:
            Forbidden: when it is a POST without the token of our forms.
        """
        if self.request.method != "POST":
            return False
        CheckAuthenticator(self.request)
        return True
