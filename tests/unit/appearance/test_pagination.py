"""Links to the pages of a list."""

from czest.qms.appearance.pagination import pages
from hypothesis import given
from hypothesis import strategies
from urllib.parse import parse_qs
from urllib.parse import urlsplit


def numbers(view_model):
    return [entry["number"] for entry in view_model["numbers"]]


def test_a_page_in_the_middle_links_its_neighbours_and_both_ends():
    found = pages(230, 100, 25, "http://host/list", [("scope", "all")])
    assert numbers(found) == [1, None, 3, 4, 5, 6, 7, None, 10]
    assert [entry["number"] for entry in found["numbers"] if entry["current"]] == [5]
    assert found["rows"] == "101–125"
    assert found["previous"] == "http://host/list?scope=all&b_start=75"
    assert found["next"] == "http://host/list?scope=all&b_start=125"


def test_the_ends_have_one_neighbour():
    assert pages(50, 0, 25, "x", [])["previous"] is None
    assert pages(50, 25, 25, "x", [])["next"] is None


def test_an_empty_list_has_one_page_and_no_rows():
    found = pages(0, 0, 25, "x", [])
    assert numbers(found) == [1]
    assert found["rows"] == "0–0"


def test_a_start_beyond_the_end_shows_the_last_page_as_present():
    found = pages(30, 500, 25, "x", [])
    assert [entry["number"] for entry in found["numbers"] if entry["current"]] == [2]
    assert found["next"] is None


@given(strategies.integers(1, 5000), strategies.integers(1, 100), strategies.data())
def test_every_link_leads_to_a_page_that_has_rows(total, size, data):
    start = size * data.draw(strategies.integers(0, (total - 1) // size))
    found = pages(total, start, size, "list", [("q", "ż ó")])
    links = [entry["url"] for entry in found["numbers"] if entry["url"]]
    for link in [*links, *filter(None, (found["previous"], found["next"]))]:
        query = parse_qs(urlsplit(link).query)
        assert query["q"] == ["ż ó"]
        assert 0 <= int(query["b_start"][0]) < total
    assert len(links) <= 7
    shown = [number for number in numbers(found) if number]
    assert shown == sorted(set(shown))
    assert {1, -(-total // size)} <= set(shown)
