"""Queries made from whatever a person typed."""

from czest.qms.language.lexicon import PolishWords
from czest.qms.language.query import LONGEST_QUERY
from czest.qms.language.query import search_query
from hypothesis import example
from hypothesis import given
from hypothesis import strategies
from Products.ZCTextIndex.Lexicon import Lexicon
from Products.ZCTextIndex.OkapiIndex import OkapiIndex
from Products.ZCTextIndex.QueryParser import QueryParser
import pytest


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("", ""),
        ("  ?!* ", ""),
        ("skarga", '("skarga" OR "skarga*")'),
        ("skarga ustna", '"skarga" AND ("ustna" OR "ustna*")'),
        ("skarga w urzędzie", '"skarga" AND ("urzędzie" OR "urzędzie*")'),
        ("OR not and", '"or" AND "not" AND ("and" OR "and*")'),
        ("-tajne (albo", '"tajne" AND ("albo" OR "albo*")'),
        ("ps-01", '("ps-01" OR "ps-01*")'),
        ("ps 1", '"ps" AND "1"'),
        ("w", '"w"'),
    ],
)
def test_query_of_typed_text(typed, query):
    assert search_query(typed) == query


@pytest.fixture(scope="module")
def index():
    """A text index with one document."""
    index = OkapiIndex(Lexicon(PolishWords()))
    index.index_doc(1, "Procedura PS-01: skargi wnoszone ustnie")
    return index


def found(index, typed):
    tree = QueryParser(index._lexicon).parseQuery(search_query(typed))
    return list(tree.executeQuery(index))


@given(strategies.text(min_size=1))
@example('"')
@example("NOT ")
@example("-")
@example("*a")
@example("a" * (LONGEST_QUERY + 1))
def test_no_text_breaks_the_search(index, typed):
    if search_query(typed):
        found(index, typed)


@pytest.mark.parametrize("typed", ["proced", "skarga ustna", "ps-01", "PS–1", "ps 1", "ps-0", "skarge", "01"])
def test_a_document_is_found(index, typed):
    assert found(index, typed) == [1]


@pytest.mark.parametrize("typed", ["ps-02", "skarga pisemna", "ps-011"])
def test_a_document_is_not_found(index, typed):
    assert found(index, typed) == []
