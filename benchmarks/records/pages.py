"""The lists of records that are compared with what plain Plone has for as many documents."""

from benchmarks.pages import Comparison
from benchmarks.pages import our_page
from benchmarks.pages import plain_page
from benchmarks.pages import WrongPage
from benchmarks.samples import FOLDER
from benchmarks.samples import OURS
from benchmarks.samples import PLAIN
from benchmarks.samples import READER
from dataclasses import dataclass
import json


ARCHIVIST = "archiwista"

#: Rows asked for.
ROWS = 25


@dataclass(frozen=True)
class Answer:
    """One question to the REST API.

    Parameters:
        site: id of the site.
        path: address from the site.
        login: who asks.
        rows: how many items the answer must have; None: one at least.
    """

    site: str
    path: str
    login: str
    rows: int | None = ROWS

    headers = {"Accept": "application/json"}

    @property
    def address(self):
        """Path from the root of the server."""
        return f"/{self.site}/{self.path}"

    def check(self, status, body):
        """Check that an answer is the one meant.

        Raises:
            WrongPage: when it is another.
        """
        if status != 200:
            raise WrongPage(f"{self.address} answered {status}.")
        items = json.loads(body)["items"]
        if not items or self.rows not in (None, len(items)):
            raise WrongPage(f"{self.address} has {len(items)} items.")


LISTING = plain_page(f"{FOLDER}/listing_view?b_size:int={ROWS}", "#content .entries article", ROWS, "Instrukcja")
SEARCH = Answer(PLAIN, f"@search?portal_type=Document&sort_on=sortable_title&b_size={ROWS}", READER)
TABLE = "table.qms-table tbody tr"

COMPARISONS = (
    Comparison(
        "records",
        1,
        our_page(f"zapisy?b_size={ROWS}", TABLE, ROWS, "Protokół"),
        {"listing_view": LISTING},
    ),
    Comparison(
        "records-narrowed",
        1,
        our_page(f"zapisy?b_size={ROWS}&state=filed&year=2019&sort=-closed", TABLE, ROWS, "2019"),
        {"listing_view": LISTING},
    ),
    Comparison(
        "records-rest",
        1,
        Answer(OURS, f"zapisy/@register?b_size={ROWS}", READER),
        {"@search": SEARCH},
    ),
    Comparison(
        "due-rest",
        1,
        Answer(OURS, "archiwum/@due", ARCHIVIST, rows=None),
        {"@search": SEARCH},
    ),
)
