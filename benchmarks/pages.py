"""The pages that are compared, and what each must show: nobody measures an error page."""

from benchmarks.samples import DOCUMENT
from benchmarks.samples import FOLDER
from benchmarks.samples import OURS
from benchmarks.samples import PHRASE
from benchmarks.samples import PLAIN
from dataclasses import dataclass
from lxml import html


@dataclass(frozen=True)
class Page:
    """One page.

    Parameters:
        site: id of the site.
        path: address from the site.
        selector: CSS selector of the elements that must be there.
        count: how many of them.
        phrase: text that must be in the page.
        sign: CSS selector of an element that only a person signed in sees.
    """

    site: str
    path: str
    selector: str
    count: int
    phrase: str
    sign: str

    #: What is sent besides what a browser sends with every request.
    headers = {}

    @property
    def address(self):
        """Path from the root of the server."""
        return f"/{self.site}/{self.path}"

    def check(self, status, body):
        """Check that an answer is the page meant.

        Parameters:
            status: number of the HTTP status.
            body: bytes of the page.

        Raises:
            WrongPage: when it is another.
        """
        if status != 200:
            raise WrongPage(f"{self.address} answered {status}.")
        tree = html.document_fromstring(body.decode("utf-8"))
        found = len(tree.cssselect(self.selector))
        if found != self.count:
            raise WrongPage(f"{self.address} has {found} of {self.selector}, not {self.count}.")
        if self.phrase not in tree.text_content():
            raise WrongPage(f"{self.address} does not say {self.phrase!r}.")
        if not tree.cssselect(self.sign):
            raise WrongPage(f"{self.address} was drawn for a stranger.")


class WrongPage(Exception):
    """A page is not the one meant; the text says which and why."""


@dataclass(frozen=True, eq=False)
class Comparison:
    """Our page and the pages of plain Plone beside it.

    Parameters:
        name: what is compared, in words; also the name of the file of its profile.
        aim: how many times the rate of plain Plone is aimed at.
        ours: our Page.
        plain: pages of plain Plone by name; the aim is measured at the first.
    """

    name: str
    aim: int
    ours: Page
    plain: dict


def our_page(path, selector, count, phrase):
    """Return a page of our site."""
    return Page(OURS, path, selector, count, phrase, ".qms-user")


def plain_page(path, selector, count, phrase):
    """Return a page of the plain site."""
    return Page(
        PLAIN, path, selector, count, phrase, "#personaltools-menulink, #personaltools-logout, .plone-toolbar-main"
    )


def library(rows, aim):
    """Return the comparison of the library page with the listings of plain Plone."""
    size = f"b_size:int={rows}"
    return Comparison(
        f"library-{rows}",
        aim,
        our_page(f"dokumenty?b_size={rows}", "table.qms-table tbody tr", rows, "Wydział"),
        {
            "tabular_view": plain_page(f"{FOLDER}/tabular_view?{size}", "#content table tbody tr", rows, "Instrukcja"),
            "listing_view": plain_page(
                f"{FOLDER}/listing_view?{size}", "#content .entries article", rows, "Instrukcja"
            ),
        },
    )


COMPARISONS = (
    Comparison(
        "document",
        2,
        our_page(f"dokumenty/{DOCUMENT}", "main h1", 1, PHRASE),
        {"document_view": plain_page(f"{FOLDER}/{DOCUMENT}", "#content h1", 1, PHRASE)},
    ),
    library(25, 4),
    library(100, 8),
)
