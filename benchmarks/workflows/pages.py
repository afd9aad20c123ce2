"""The pages of the workflow manager that are compared with what plain Plone has for as many documents."""

from benchmarks.pages import Comparison
from benchmarks.pages import Page
from benchmarks.pages import plain_page
from benchmarks.samples import FOLDER
from benchmarks.samples import OURS
from czest.qms.demo.library import OFFICER


WORKFLOW = "qms_edition_workflow"
#: Rows of a list.
ROWS = 50


class OfficersPage(Page):
    """A page of our site that the quality officer opens."""

    login = OFFICER


def officers_page(path, selector, count, phrase):
    """Return a page of the quality officer."""
    return OfficersPage(OURS, path, selector, count, phrase, ".qms-user")


LISTING = plain_page(f"{FOLDER}/listing_view?b_size:int={ROWS}", "#content .entries article", ROWS, "Instrukcja")
LIST = f"@@workflow-list?workflow={WORKFLOW}"
TABLE = "table.qms-table tbody tr"
PANEL = f"@@workflows?workflow={WORKFLOW}"
#: The months of the trend, each a link.
TREND = ".qms-bars-table tbody td a"

COMPARISONS = (
    Comparison(
        "panel",
        1,
        officers_page(f"{PANEL}&state=in_review", TREND, 12, "CSV"),
        {"listing_view": LISTING},
    ),
    Comparison(
        "panel-in-force",
        1,
        officers_page(f"{PANEL}&state=in_force", TREND, 12, "CSV"),
        {"listing_view": LISTING},
    ),
    Comparison(
        "list-in-force", 1, officers_page(f"{LIST}&state=in_force", TABLE, ROWS, "Wydanie"), {"listing_view": LISTING}
    ),
)
