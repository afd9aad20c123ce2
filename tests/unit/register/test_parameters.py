"""Parameters of the register: parsing, refusing, and the address that asks again."""

from czest.qms.register.rules.parameters import address
from czest.qms.register.rules.parameters import FILTERS
from czest.qms.register.rules.parameters import LARGEST_SIZE
from czest.qms.register.rules.parameters import pairs
from czest.qms.register.rules.parameters import Parameters
from czest.qms.register.rules.parameters import parse
from czest.qms.register.rules.parameters import Problem
from czest.qms.register.rules.parameters import SCOPES
from czest.qms.register.rules.parameters import SORT_KEYS
from czest.qms.register.rules.parameters import start_on_list
from czest.qms.register.rules.parameters import whole
from czest.qms.register.rules.parameters import without_filters
from czest.qms.register.rules.parameters import without_query
from hypothesis import given
from hypothesis import strategies as st
import pytest
from urllib.parse import parse_qs


KNOWN = {"kind": ("Procedure", "Instruction"), "state": ("draft", "in_force", "withdrawn")}

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12)
values = st.lists(words, max_size=3, unique=True).map(tuple)


@st.composite
def questions(draw):
    """Any question that parsing can give when every filter accepts any value."""
    query = draw(words).strip()
    keys = SORT_KEYS if query else SORT_KEYS[:-1]
    return Parameters(
        query=query,
        scope=draw(st.sampled_from(SCOPES)),
        sort=draw(st.sampled_from(keys)),
        descending=draw(st.booleans()),
        start=draw(st.integers(0, 10**6)),
        size=draw(st.integers(1, LARGEST_SIZE)),
        **{name: draw(values) for name in FILTERS},
    )


@given(questions())
def test_an_address_asks_the_same_question(question):
    query = address("", question, start=question.start).removeprefix("?")
    assert parse(parse_qs(query), {}) == (question, [])


def test_nothing_given_asks_for_what_is_in_force_by_symbol():
    assert parse({}, KNOWN) == (Parameters(scope="in-force", sort="symbol", start=0, size=25), [])
    assert address("http://site/list", Parameters()) == "http://site/list"


def test_states_are_looked_for_everywhere_unless_a_scope_is_named():
    assert parse({"state": "withdrawn"}, KNOWN)[0].scope == "all"
    assert parse({"state": "withdrawn", "scope": "in-force"}, KNOWN)[0].scope == "in-force"


def test_filters_take_one_value_or_several_and_no_empty_ones():
    found, problems = parse({"kind": ["Procedure", "Instruction", "Procedure"], "unit": "OR", "process": ""}, KNOWN)
    assert (found.kind, found.unit, found.process) == (("Procedure", "Instruction"), ("OR",), ())
    assert problems == []
    assert found.filters == {"kind": ("Procedure", "Instruction"), "unit": ("OR",)}


@pytest.mark.parametrize(
    ("form", "problem"),
    [
        ({"sort": "colour"}, Problem("sort", "unknown", "colour", SORT_KEYS)),
        ({"sort": "--title"}, Problem("sort", "unknown", "--title", SORT_KEYS)),
        ({"sort": "relevance"}, Problem("sort", "relevance", "relevance")),
        ({"sort": ["title", "symbol"]}, Problem("sort", "repeated")),
        ({"scope": "past"}, Problem("scope", "unknown", "past", SCOPES)),
        ({"b_start": "-1"}, Problem("b_start", "number", "-1")),
        ({"b_start": "1.5"}, Problem("b_start", "number", "1.5")),
        ({"b_start": "\u0661"}, Problem("b_start", "number", "\u0661")),
        ({"b_size": "many"}, Problem("b_size", "number", "many")),
        ({"b_size": "0"}, Problem("b_size", "size", "0")),
        ({"b_size": "101"}, Problem("b_size", "size", "101")),
        ({"kind": "Poem"}, Problem("kind", "unknown", "Poem", KNOWN["kind"])),
        ({"state": "approved"}, Problem("state", "unknown", "approved", KNOWN["state"])),
        ({"query": ["a", "b"]}, Problem("query", "repeated")),
    ],
)
def test_what_is_wrong_is_named_and_counts_as_not_given(form, problem):
    found, problems = parse(form, KNOWN)
    assert problems == [problem]
    assert found == Parameters()


def test_a_good_value_beside_a_wrong_one_is_kept():
    found, problems = parse({"kind": ["Procedure", "Poem"], "b_size": 100, "b_start": "50"}, KNOWN)
    assert [problem.field for problem in problems] == ["kind"]
    assert (found.kind, found.size, found.start) == (("Procedure",), 100, 50)


def test_any_change_begins_at_the_first_row_again():
    question = Parameters(query="skarga", unit=("OR", "IT"), sort="title", descending=True, start=75)
    assert pairs(question) == [("query", "skarga"), ("unit", "OR"), ("unit", "IT"), ("sort", "-title")]
    assert address("/list", question, sort="symbol", descending=False, size=100) == (
        "/list?query=skarga&unit=OR&unit=IT&b_size=100"
    )


def test_an_order_by_relevance_goes_with_its_query():
    question = Parameters(query="skarga", kind=("Procedure",), sort="relevance", scope="all")
    assert without_query(question) == Parameters(kind=("Procedure",), scope="all")
    assert without_filters(question) == Parameters(scope="all")
    assert without_query(Parameters(query="skarga", sort="title")).sort == "title"


@pytest.mark.parametrize(
    ("start", "size", "total", "expected"),
    [(0, 25, 0, 0), (0, 25, 3, 0), (25, 25, 26, 25), (25, 25, 25, 0), (500, 25, 60, 50), (500, 25, 0, 0)],
)
def test_a_page_past_the_end_is_the_last_page(start, size, total, expected):
    assert start_on_list(start, size, total) == expected


def test_the_whole_list_is_the_same_question_without_pages():
    question = Parameters(query="skarga", kind=("Procedure",), scope="all", sort="title", descending=True)
    assert whole(Parameters(**{**vars(question), "start": 50, "size": 100})) == question
