"""The pages behind the live figures: the list of what a number counts, and the trend as a file."""

import csv
from czest.qms import clock
from czest.qms.publication.databases import opened_bulletin
from czest.qms.workflows import bulletin_figures
from czest.qms.workflows import definitions
from czest.qms.workflows.figures import figures_of
import io
import pytest
from support.office_over_months import over_months
from support.office_over_months import TODAY
from support.people import PASSWORD
from support.publishing import ALL_NO
from support.publishing import REQUEST
import transaction


EDITIONS = "qms_edition_workflow"
ROWS = "table.qms-table tbody tr"


@pytest.fixture
def look(portal, browse):
    """Return a function that opens an address below the site as a person."""

    def look(login, address):
        reader = browse(login)
        reader.open(f"{portal.absolute_url()}/{address}")
        return reader

    return look


@pytest.fixture
def today(office):
    """The office of the live figures, today."""
    over_months(office)
    with clock.stopped_at(TODAY):
        yield


def asked(state, workflow=EDITIONS, **more):
    return "&".join([f"@@workflow-list?workflow={workflow}", f"state={state}", *(f"{k}={v}" for k, v in more.items())])


def test_lists_show_what_is_counted_in_the_order_asked_for(office, look, today):
    reader = look("pelnomocnik", asked("draft", workflow="qms_document_workflow"))
    assert reader.words("h1") == ["Controlled document: Draft"]
    days = [int(words) for words in reader.words(f"{ROWS} td:nth-child(4)")]
    assert days == sorted(days, reverse=True)
    assert days[0] == 332
    assert reader.words(".qms-list-total") == [f"{len(days)} items (many)"]
    reader.open(reader.page.cssselect("thead a")[0].get("href"))
    symbols = reader.words(f"{ROWS} td:nth-child(1)")
    assert len(symbols) == len(days)
    assert symbols == sorted(symbols)
    assert reader.page.cssselect("th[aria-sort=ascending] a")[0].text == "Symbol"

    # An edition stands with its number, its days and its deadline.
    reader = look("pelnomocnik", asked("in_review", late=1))
    assert reader.words(".qms-list-head span") == ["1 item", "in this state now, past the deadline"]
    (row,) = [[cell.text_content().strip() for cell in row] for row in reader.page.cssselect(ROWS)]
    assert row[1:] == ["1", "Z terminem", "2026-10-15", "46", "2026-10-20"]
    reader.open(reader.page.cssselect(f"{ROWS} a")[0].get("href"))
    assert reader.status == 200

    # What entered a state stands with the state in which it is now.
    reader = look("pelnomocnik", asked("draft", entered="2026-09"))
    assert reader.words(".qms-list-head span")[1] == "entered this state in: wrzesień 2026"
    assert sorted(reader.words(f"{ROWS} td:nth-child(4)")) == ["Draft", "In review"]

    # The trend is a file.
    reader = look("auditor", f"@@workflow-trend.csv?workflow={EDITIONS}")
    assert reader.headers["Content-Type"].startswith("text/csv")
    rows = list(csv.reader(io.StringIO(reader.contents.lstrip("\ufeff")), delimiter=";"))
    table = [row for row in rows if row and (row[0] == "Month" or row[0][:3] == "202")]
    assert table[0][:3] == ["Month", "Draft", "In review"]
    with office.acting_as("auditor"):
        trend = figures_of(EDITIONS).trend
    months = zip(*trend.values(), strict=True)
    assert table[1:] == [[month[0].month, *(str(one.count) for one in month)] for month in months]


def test_an_empty_list_says_so(look, office):
    sentences = {
        asked("approved"): "Nothing that you may see is in this state now.",
        asked("approved", late=1): "Nothing that you may see is past its deadline in this state.",
        asked("approved", entered="2020-01"): "Nothing that you may see entered this state in that month.",
    }
    for address, sentence in sentences.items():
        reader = look("pelnomocnik", address)
        assert reader.words(".qms-empty") == [sentence]
        assert reader.page.cssselect("table") == []


WRONG = (
    "@@workflow-list",
    asked("no_such_state"),
    asked("draft", workflow="no_such_workflow"),
    asked("draft", entered="2026-13"),
    asked("draft", entered="2026-11", late=1),
    asked("draft", late="yes"),
    asked("draft", sort="title"),
    asked("recorded", workflow="qms_act_workflow", late=1),
    asked("published", workflow="qms_bulletin_entry_workflow"),
    asked("draft") + "&state=approved",
    "@@workflow-trend.csv",
    "@@workflow-trend.csv?workflow=qms_bulletin_entry_workflow",
    "@@workflow-trend.csv?workflow=a&workflow=b",
)


def test_a_parameter_that_names_nothing_gets_no_list(look, office):
    assert [look("pelnomocnik", address).status for address in WRONG] == [404] * len(WRONG)


def test_only_those_who_look_after_workflows_see_it(look, office):
    for login, status in {"auditor": 200, "administrator": 200, "pracownik": 403}.items():
        for address in (asked("draft"), f"@@workflow-trend.csv?workflow={EDITIONS}"):
            assert look(login, address).status == status


def test_a_stranger_signs_in_first(look, office):
    for address in (asked("draft"), f"@@workflow-trend.csv?workflow={EDITIONS}"):
        reader = look(None, address)
        assert reader.page.cssselect("form [name=__ac_name]")


def test_long_lists_have_pages(look, office):
    for number in range(51):
        office.record_act(number=f"{number + 1}/2026")
    reader = look("pelnomocnik", asked("recorded", workflow="qms_act_workflow", sort="symbol"))
    assert reader.words(f"{ROWS} td:first-child")[:3] == ["1/2026", "2/2026", "3/2026"]
    assert len(reader.words(ROWS)) == 50
    reader.open(reader.page.cssselect("nav a[rel=next], .qms-pagination a")[-1].get("href"))
    assert reader.words(f"{ROWS} td:first-child") == ["51/2026"]


def test_entries_of_the_bulletin_are_counted_in_its_own_catalog(office, bulletin, client, look):
    edition = office.in_force(office.register(title="Nadzór nad dokumentami"))
    transaction.commit()
    client("autor").operate(edition.absolute_url(), "request-publication", **REQUEST)
    published = client("redaktor-bip").operate(edition.absolute_url(), "publish", password=PASSWORD, checklist=ALL_NO)
    assert published.status_code == 200, published.text
    transaction.begin()
    with office.acting_as("pelnomocnik"):
        figures = figures_of("qms_bulletin_entry_workflow")
    assert {state: one.count for state, one in figures.states.items()} == {
        "published": 1,
        "archived": 0,
        "withdrawn": 0,
    }
    assert {(one.median_days, one.longest_days, one.late) for one in figures.states.values()} == {(None, None, None)}
    assert figures.trend == {}
    reader = look("pelnomocnik", asked("published", workflow="qms_bulletin_entry_workflow"))
    assert reader.words(f"{ROWS} td") == ["P-PJ-01", "1", "Nadzór nad dokumentami"]
    assert "/dokumenty/P-PJ-01/" in reader.page.cssselect(f"{ROWS} a")[0].get("href")
    assert look("pelnomocnik", asked("archived", workflow="qms_bulletin_entry_workflow")).words(".qms-empty")


def test_a_bulletin_made_before_is_shown_with_the_words_of_now(portal, office, bulletin):
    with opened_bulletin(portal) as site:
        live = site.portal_workflow[bulletin_figures.WORKFLOW]
        live.states["published"].title = "Visible"
        live.title = "Old"
    with office.acting_as("pelnomocnik"):
        title, states = bulletin_figures.titles()
        shown = definitions.definition(bulletin_figures.WORKFLOW)
    transaction.abort()
    assert (title, states["published"]) == (shown.title, shown.states["published"].title)
    assert title != "Old"
    assert states["published"] == "Published"
