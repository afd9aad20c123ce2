"""Search as you type: the list under a search field, as a fragment that the page's script puts there."""

from czest.qms.register.hits import hits
from czest.qms.register.rules.parameters import address
from czest.qms.register.rules.parameters import Parameters
from czest.qms.register.search import Answer
from czest.qms.register.views.parts import SearchParts
from Products.Five import BrowserView


#: Documents shown, and so the most objects woken for their passages.
SHOWN = 5

SEARCH_PAGE = "@@qms-search"


class Suggestions(SearchParts, BrowserView):
    """Answers ``@@qms-suggestions?SearchableText=…`` with documents in force."""

    def __call__(self):
        """Return the fragment; an empty one where nothing was typed."""
        query = str(self.request.form.get("SearchableText", "")).strip()
        self.request.response.setHeader("Content-Type", "text/html; charset=utf-8")
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if not query:
            return ""
        self.parameters = Parameters(query=query, sort="relevance", size=SHOWN)
        answer = Answer(self.parameters)
        self.hits = hits(answer.brains(), query)
        self.total = answer.total
        self.elsewhere = answer.scope_counts()["all"] - answer.total
        return self.index()

    def all_address(self):
        """Return the address of the page with all answers in force."""
        return self._address("in-force")

    def wider_address(self):
        """Return the address of the page that searches what is not in force too."""
        return self._address("all")

    def _address(self, scope):
        base = f"{self.context.absolute_url()}/{SEARCH_PAGE}"
        return address(base, Parameters(query=self.parameters.query), scope=scope)
