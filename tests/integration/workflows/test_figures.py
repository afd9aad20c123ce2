"""The live figures against an independent count that walks all objects and their histories."""

from benchmarks.walking import walked
from czest.qms import clock
from czest.qms.records.listing.search import RecordsAnswer
from czest.qms.records.rules.parameters import parse_question
from czest.qms.register.rules.parameters import parse
from czest.qms.register.search import Answer
from czest.qms.workflows.counting import types_of
from czest.qms.workflows.figures import figures_of
from czest.qms.workflows.figures import plain_figures
from czest.qms.workflows.listing import listing
from czest.qms.workflows.rules.figures import months_until
import json
import pytest
import statistics
from support.office_over_months import day
from support.office_over_months import over_months
from support.office_over_months import TODAY
from urllib.parse import parse_qs
from urllib.parse import urlsplit


WORKFLOWS = (
    "qms_act_workflow",
    "qms_disposal_workflow",
    "qms_document_workflow",
    "qms_edition_workflow",
    "qms_record_workflow",
    "qms_series_workflow",
)
#: The officer sees everything; the auditor no drafts; staff and the administrator what is in force, and no drafts.
PEOPLE = ("pelnomocnik", "auditor", "administrator", "pracownik")


@pytest.fixture
def months(office):
    """An office in which things happened over the months, seen today."""
    over_months(office)
    with clock.stopped_at(TODAY):
        yield


def addresses(url):
    """Return the addresses of what a list shows, whichever page draws it."""
    query = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    if "/@@workflow-list?" in url:
        late = query.pop("late", "") == "1"
        shown = listing(query.pop("workflow"), query.pop("state"), query.pop("entered", ""), late)
        assert query == {}
        return [row["url"] for row in shown.rows(0, shown.total)]
    is_of_records = urlsplit(url).path.endswith("/zapisy")
    question, problems = parse_question(query) if is_of_records else parse(query, {})
    assert problems == []
    answer = RecordsAnswer(question) if is_of_records else Answer(question)
    return [brain.getURL() for brains in answer.batches() for brain in brains]


def test_figures_are_those_of_a_walk_and_each_list_shows_what_is_counted(portal, office, months):
    states_seen = {login: compared(portal, office, login) for login in PEOPLE}
    # Otherwise nothing would have been compared, or the same for everybody.
    assert states_seen["pelnomocnik"] >= 17
    assert 5 <= states_seen["pracownik"] < states_seen["auditor"] < states_seen["pelnomocnik"]


def compared(portal, office, login):
    """Compare all figures of a person with a walk, and return in how many states something stands."""
    states_seen = 0
    with office.acting_as(login):
        for workflow in WORKFLOWS:
            found = walked(portal, workflow, types_of(workflow), TODAY)
            figures = figures_of(workflow)
            for state, shown in figures.states.items():
                standing = found.standing[state]
                states_seen += bool(standing)
                assert shown.count == len(standing), (login, workflow, state)
                assert sorted(addresses(shown.url)) == sorted(standing)
                assert_waits(shown, standing)
                if shown.late is None:
                    assert workflow != "qms_edition_workflow"
                else:
                    assert shown.late == len(found.late[state])
                    assert set(addresses(shown.late_url)) == found.late[state]
            assert_trend(figures.trend, found.entered)
    return states_seen


def assert_waits(shown, standing):
    """Compare waits with the days since which objects stand in a state."""
    days = [(TODAY - since).days for since in standing.values()]
    if not days:
        assert (shown.median_days, shown.longest_days, shown.longest) == (None, None, None)
        return
    assert shown.longest_days == max(days)
    assert shown.median_days == int(statistics.median(days) + 0.5)
    assert (TODAY - standing[shown.longest.url]).days == max(days)


def assert_trend(trend, entered):
    """Compare a trend, and the lists behind it, with what entered the states."""
    for state, months in trend.items():
        assert [month.month for month in months] == months_until(TODAY)
        for month in months:
            assert month.count == len(entered[state, month.month]), (state, month.month)
            assert set(addresses(month.url)) == entered[state, month.month]


def test_what_happened_on_known_days_is_said_so(office, months):
    with office.acting_as("pelnomocnik"):
        figures = figures_of("qms_edition_workflow")
        in_force = figures.states["in_force"]
        # Edition 2 of the old one since 9 October; the one taken over since the day that its act says.
        assert (in_force.count, in_force.longest_days) == (2, 293)
        assert (in_force.longest.symbol, in_force.longest.number) == ("PS-77", "5")
        assert in_force.longest.title == "Przejęty"
        assert figures.states["pending_approval"].median_days == 332
        assert figures.states["in_review"].late == 1
        entered = {state: {one.month: one.count for one in months} for state, months in figures.trend.items()}
        assert entered["in_force"]["2026-02"] == 1
        assert entered["superseded"]["2026-02"] == 1
        assert entered["superseded"]["2026-11"] == 0
        assert entered["draft"]["2026-09"] == 2
        records = figures_of("qms_record_workflow")
        assert records.states["filed"].longest_days == 302
        assert records.states["disposed"].longest_days == 146
    assert_plain(figures)
    # The restricted one is seen by the officer, and by nobody who has nothing to do with it.
    with office.acting_as("pracownik"):
        seen_by_staff = figures_of("qms_edition_workflow").states["in_review"].count
    assert (figures.states["in_review"].count, seen_by_staff) == (4, 0)


def assert_plain(figures):
    """Check that the figures of the editions are plain values for REST."""
    plain = plain_figures(figures)
    assert json.loads(json.dumps(plain)) == plain
    assert (plain["workflow"], plain["day"], plain["measured"]) == ("qms_edition_workflow", "2026-11-30", True)
    assert [state["state"] for state in plain["states"]] == list(figures.states)
    (in_force,) = [state for state in plain["states"] if state["state"] == "in_force"]
    assert in_force["longest"]["edition"] == "5"
    assert {len(state["months"]) for state in plain["trend"]} == {12}


def test_nobody_counts_by_a_workflow_that_is_not_there(portal):
    with pytest.raises(KeyError):
        figures_of("simple_folder_workflow_of_nobody")


def test_without_a_bulletin_nothing_is_said_of_its_entries(office):
    with office.acting_as("pelnomocnik"):
        figures = figures_of("qms_bulletin_entry_workflow")
    assert (figures.states, figures.trend, figures.is_measured) == ({}, {}, False)


def test_histories_are_kept_by_the_one_clock(office):
    with day(9, 5):
        edition = office.submitted(office.register())
    (lines,) = edition.workflow_history.values()
    assert [line["time"].ISO8601() for line in lines] == ["2026-09-05T12:00:00+02:00"] * 2
