"""The register of records over thousands of rows: right against brute force, and without waking anything."""

from czest.qms import clock
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.records.listing.search import RecordsAnswer
from czest.qms.records.listing.search import SeriesAnswer
from czest.qms.records.rules.parameters import RecordQuestion
from czest.qms.records.rules.selection import carried
from czest.qms.records.selecting import HELD_STATES
from czest.qms.records.selecting import Selection
from czest.qms.register.catalog_sets import CatalogSets
from dataclasses import replace
import datetime
import pytest
import random
from support.register import records
from support.register.synthetic import PEOPLE
from support.register.synthetic import UNITS
from support.register.synthetic import WORDS
from zope.component import getUtility


COUNT = 3000
QUESTIONS = 60
SERIES = records.series_rows(20, seed=1)
VALUES = {
    "series": [series.symbol for series in SERIES],
    "unit": UNITS,
    "jrwa_class": records.CLASSES,
    "category": records.CATEGORIES,
    "year": [str(year) for year in range(2014, 2027)],
    "held": ("yes",),
    "state": sorted(set(records.STATES)),
}


@pytest.fixture
def rows(portal):
    """Series and records, catalogued but not existing."""
    directory = getUtility(IDirectory)
    for symbol, parent in (("OR", None), ("OR-K", "OR"), ("IT", None), ("PJ", None)):
        directory.add_unit(symbol, f"Komórka {symbol}", parent)
    found = records.record_rows(SERIES, COUNT, seed=2)
    for row in [*SERIES, *found]:
        portal.portal_catalog._catalog.catalogObject(row, row.path)
    with clock.stopped_at(datetime.date.fromisoformat(records.TODAY)):
        yield found


def question(choose):
    """Return any question but one about relevance, whose scores brute force does not know."""
    chosen = {
        name: tuple(choose.sample(values, min(len(values), choose.randint(1, 3)))) if choose.random() < 0.25 else ()
        for name, values in VALUES.items()
    }
    return RecordQuestion(
        query=choose.choice(("", "", *WORDS)),
        scope=choose.choice(RecordQuestion.SCOPES),
        sort=choose.choice(RecordQuestion.SORT_KEYS[:-1]),
        descending=choose.random() < 0.5,
        start=choose.choice((0, 0, 25, 300, 1500, 2950)),
        size=choose.choice((1, 25, 100)),
        **chosen,
    )


def test_every_answer_is_that_of_brute_force(portal, rows):
    seed = random.randrange(10**6)
    choose = random.Random(seed)
    for number in range(QUESTIONS):
        asked, person = question(choose), choose.choice(PEOPLE)
        expected = records.RecordsBruteForce(asked, person, rows)
        answer = RecordsAnswer(asked, CatalogSets(portal.portal_catalog, person))
        told = f"seed {seed}, question {number}: {asked} of {person.login}"
        assert [brain.symbol for brain in answer.brains()] == expected.page(), told
        assert answer.total == len(expected.answers()), told
        assert answer.scope_counts() == {scope: len(expected.answers(scope)) for scope in asked.SCOPES}, told
        assert answer.facets() == expected.facets(), told


def test_a_hold_of_what_is_found_takes_the_records_listed(portal, rows):
    """Series are left out: those of these rows exist in the catalog alone."""
    seed = random.randrange(10**6)
    choose = random.Random(seed)
    compared = 0
    for number in range(5 * QUESTIONS):
        asked, person = replace(question(choose), series=()), choose.choice(PEOPLE)
        asked = replace(asked, **{name: values[:1] for name, values in asked.filters.items()})
        chosen = carried(asked)
        if chosen is None:
            continue
        chosen = {**chosen, **({"year": int(chosen["year"])} if "year" in chosen else {})}
        uids, others = Selection(chosen).uids(CatalogSets(portal.portal_catalog, person))
        listed = records.RecordsBruteForce(asked, person, rows).answers()
        told = f"seed {seed}, question {number}: {asked} of {person.login}"
        assert uids == sorted(row.UID for row in listed if row.review_state in HELD_STATES), told
        assert others == len(listed) - len(uids), told
        compared += bool(uids)
    assert compared > QUESTIONS / 10


def test_a_series_lists_its_own_records(portal, rows):
    for person in PEOPLE:
        for series in SERIES[:5]:
            answer = SeriesAnswer(RecordQuestion(size=100), series.UID, CatalogSets(portal.portal_catalog, person))
            mine = sorted(row.symbol for row in rows if row.series is series and person.sees(row))
            assert answer.total == len(mine)
            assert {brain.symbol for brain in answer.brains()} <= set(mine)


def test_series_that_a_person_may_not_see_are_not_named(portal, rows):
    for person in PEOPLE:
        answer = RecordsAnswer(RecordQuestion(), CatalogSets(portal.portal_catalog, person))
        assert [brain.symbol for brain in answer.series.values()] == [s.symbol for s in SERIES if person.sees(s)]
