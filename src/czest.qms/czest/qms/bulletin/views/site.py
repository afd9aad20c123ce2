"""Doors of the site: home, lists, registers, search, map."""

from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.addresses import DOCUMENTS
from czest.qms.bulletin.addresses import PAGES
from czest.qms.bulletin.addresses import REGISTER
from czest.qms.bulletin.addresses import SITE_MAP
from czest.qms.bulletin.asking import answers
from czest.qms.bulletin.batching import batch
from czest.qms.bulletin.doors import PublicDoor
from czest.qms.bulletin.facts import ListedEntry
from czest.qms.bulletin.months import Months
from czest.qms.bulletin.quoting import marked_title
from czest.qms.bulletin.quoting import quotation
from czest.qms.bulletin.reading import listed
from czest.qms.bulletin.reading import listed_changes
from czest.qms.bulletin.reading import listed_entry
from czest.qms.bulletin.reading import PAGE
from czest.qms.bulletin.register import register_of
from czest.qms.bulletin.sections import BY_ID
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.bulletin.views.answering import Answer
from czest.qms.bulletin.views.answering import HTML
from czest.qms.bulletin.views.answering import require_contained
from czest.qms.bulletin.views.answering import require_own_address
from czest.qms.bulletin.views.answering import set_headers
from czest.qms.bulletin.views.answering import SHORT
from czest.qms.bulletin.views.lists import CHANGES_AT_HOME
from czest.qms.bulletin.views.lists import changes_page
from czest.qms.bulletin.views.lists import Hit
from czest.qms.bulletin.views.lists import home_page
from czest.qms.bulletin.views.lists import month
from czest.qms.bulletin.views.lists import register_page
from czest.qms.bulletin.views.lists import search_page
from czest.qms.bulletin.views.lists import section_page
from czest.qms.bulletin.views.pages import site_map_page
from czest.qms.language.query import LONGEST_QUERY
from czest.qms.language.wanted import wanted_in
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: Where the contents of a folder are listed.
LISTED = {DOCUMENTS: REGISTER, PAGES: SITE_MAP}


class Home(Answer):
    """``/bip``."""

    def content(self):
        """Return the home page."""
        return home_page(self.site_facts, listed_changes(self.site, 0, CHANGES_AT_HOME))


class Register(Answer):
    """``/bip/wykaz-dokumentow``."""

    def content(self):
        """Return the part of the register that was asked for."""
        entries, part = listed(self.site, self.batch, review_state=PUBLISHED)
        return register_page(self.site_facts, entries, part)

    def batch(self, total):
        """Return the Batch asked for."""
        return batch(total, self.parameter("b_start"))


@implementer(IPublishTraverse)
class Section(Register):
    """``/bip/menu/SECTION``."""

    name = None

    def publishTraverse(self, _request, name):
        """Take the id of the section from the address.

        Raises:
            NotFound: for what is no section.
        """
        if self.name is not None or name not in BY_ID:
            raise NotFound(name)
        self.name = name
        return self

    def content(self):
        """Return the part of the section that was asked for."""
        if self.name is None:
            raise NotFound
        entries, part = listed(self.site, self.batch, review_state=PUBLISHED, section=self.name)
        return section_page(self.site_facts, self.name, entries, part)


class Changes(Register):
    """``/bip/rejestr-zmian``, of all or of one month."""

    def content(self):
        """Return the part of the register of changes that was asked for."""
        register = register_of(self.site)
        months = Months(register)
        chosen = month(self.parameter("miesiac"))
        start, stop = months.rows_of(chosen.value) if chosen else (0, len(register))
        part = self.batch(stop - start)
        rows = listed_changes(self.site, start + part.start, part.stop - part.start)
        told = [month(value) for value in months.all()]
        return changes_page(self.site_facts, rows, part, told, chosen.value if chosen else "")


class Search(Register):
    """``/bip/szukaj?q=``; ``archiwalne=1`` asks archived versions, too."""

    def content(self):
        """Return the part of the answers that was asked for."""
        question = self.parameter("q")[:LONGEST_QUERY].strip()
        with_archived = self.parameter("archiwalne") == "1"
        brains = answers(self.site, question, with_archived) if question else []
        part = self.batch(len(brains))
        wanted = wanted_in(question)
        hits = [hit(brain, wanted, self.site_facts.address) for brain in brains[part.start : part.stop]]
        return search_page(self.site_facts, question, with_archived, hits, part)


class Folder(PublicDoor):
    """``/bip/dokumenty`` and ``/bip/strony``, for those who shorten an address: the list of what is below."""

    def __call__(self):
        """Lead there for good."""
        require_contained(self.context)
        require_own_address(self.request)
        response = self.request.response
        set_headers(response, HTML, SHORT)
        response.redirect(f"{self.context.aq_parent.absolute_url()}/{LISTED[self.context.getId()]}", status=301)
        return b""


class SiteMap(Answer):
    """``/bip/mapa-strony``."""

    def content(self):
        """Return the site map for people."""
        return site_map_page(self.site_facts)


def hit(brain, wanted, address):
    """Return the Hit of a brain.

    Parameters:
        wanted: what ``wanted_in`` gave for the question.
        address: of the site.
    """
    content = brain._unrestrictedGetObject()
    if brain.portal_type == PAGE:
        page = Addresses(address).page(brain.getId)
        entry = ListedEntry("", "", content.title, "", "", "", page, "", "", "")
        texts = (content.body,)
    else:
        entry = listed_entry(brain, Addresses(address))
        # Files are found by their words, and quoted where nothing else answers.
        texts = (content.facts["body"], entry.summary, content.searchable_text)
    return Hit(entry, marked_title(wanted, entry.title), quotation(wanted, *texts))
