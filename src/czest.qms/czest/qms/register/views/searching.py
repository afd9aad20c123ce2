"""The page of answers for those who press Enter, and whose browser runs no script."""

from czest.qms import _
from czest.qms.appearance.pagination import pages
from czest.qms.register.hits import hits
from czest.qms.register.question import asked
from czest.qms.register.rules.parameters import address
from czest.qms.register.rules.parameters import pairs
from czest.qms.register.rules.parameters import Parameters
from czest.qms.register.rules.parameters import start_on_list
from czest.qms.register.search import Answer
from czest.qms.register.views.empty import empty
from czest.qms.register.views.parts import SearchParts
from czest.qms.register.views.suggestions import SEARCH_PAGE
from czest.qms.register.wording import documents_counted
from dataclasses import replace
from functools import cached_property
from Products.Five import BrowserView
from urllib.parse import urlencode


#: Answers on a page: each wakes an edition for its passage.
SIZE = 10


class SearchPage(SearchParts, BrowserView):
    """Answers ``@@qms-search?query=…``: documents in force, or with ``scope=all`` all that the person may see."""

    title = _("Search results")
    page_name = _("Search results")
    has_own_search = True

    def __call__(self):
        self.url = f"{self.context.absolute_url()}/{SEARCH_PAGE}"
        question, _problems = asked(self.request)
        #: What the address says; order and size are those of the page.
        self.asked = Parameters(query=question.query, scope=question.scope)
        self.answer = Answer(replace(self.asked, sort="relevance" if question.query else "symbol", size=SIZE))
        self.start = start_on_list(question.start, SIZE, self.answer.total)
        self.hits = hits(self.answer.brains(self.start), question.query) if question.query else []
        return self.index()

    @property
    def query(self):
        return self.asked.query

    @property
    def is_everywhere(self):
        """Whether what is not in force is searched too."""
        return self.asked.scope == "all"

    def total(self):
        """Return the number of answers in words."""
        return documents_counted(self.answer.total)

    @cached_property
    def elsewhere(self):
        """How many answers are not in force."""
        counts = self.answer.scope_counts()
        return counts["all"] - counts["in-force"]

    def scope_address(self, scope):
        """Return the address of the same question in another scope."""
        return address(self.url, self.asked, scope=scope)

    def pages(self):
        return pages(self.answer.total, self.start, SIZE, self.url, pairs(self.asked))

    def empty(self):
        return empty(self.asked, self.url, True)


class StockSearch(BrowserView):
    """Leads Plone's search to ours: one search, one look, one set of rights."""

    def __call__(self):
        query = str(self.request.form.get("SearchableText", ""))
        query = f"?{urlencode({'query': query})}" if query else ""
        return self.request.response.redirect(f"{self.context.absolute_url()}/{SEARCH_PAGE}{query}")
