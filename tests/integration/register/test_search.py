"""The register over five thousand rows: right against brute force, and without waking anything."""

from czest.qms.organisation.interfaces import IDirectory
from czest.qms.register.catalog_sets import CatalogSets
from czest.qms.register.rules.parameters import FILTERS
from czest.qms.register.rules.parameters import Parameters
from czest.qms.register.rules.parameters import SCOPES
from czest.qms.register.rules.parameters import SORT_KEYS
from czest.qms.register.search import Answer
import pytest
import random
from support.register import synthetic
from support.register.brute_force import BruteForce
from zope.component import getUtility


COUNT = 5000
QUESTIONS = 60
VALUES = {
    "kind": ("Procedure", "Instruction", "FormTemplate"),
    "unit": synthetic.UNITS,
    "process": ("PG-1", "PG-2"),
    "state": ("draft", "in_force", "withdrawn"),
    "openness": ("bip", "on_request", "internal", "public_optional"),
}


@pytest.fixture
def rows(portal):
    """Documents and editions, catalogued but not existing."""
    directory = getUtility(IDirectory)
    for symbol, parent in (("OR", None), ("OR-K", "OR"), ("IT", None), ("PJ", None)):
        directory.add_unit(symbol, f"Komórka {symbol}", parent)
    documents = synthetic.documents(COUNT, seed=1)
    editions = synthetic.editions(documents, seed=2)
    for row in documents + editions:
        portal.portal_catalog._catalog.catalogObject(row, row.path)
    return documents, editions


def question(choose):
    """Return any question but one about relevance, whose scores brute force does not know."""
    chosen = {
        name: tuple(choose.sample(VALUES[name], choose.randint(1, 2))) if choose.random() < 0.3 else ()
        for name in FILTERS
    }
    return Parameters(
        query=choose.choice(("", "", *synthetic.WORDS)),
        scope=choose.choice(SCOPES),
        sort=choose.choice(SORT_KEYS[:-1]),
        descending=choose.random() < 0.5,
        start=choose.choice((0, 0, 25, 300, 6000)),
        size=choose.choice((1, 25, 100)),
        **chosen,
    )


def test_every_answer_is_that_of_brute_force(portal, rows):
    seed = random.randrange(10**6)
    choose = random.Random(seed)
    for number in range(QUESTIONS):
        parameters, person = question(choose), choose.choice(synthetic.PEOPLE)
        expected = BruteForce(parameters, person, *rows)
        answer = Answer(parameters, CatalogSets(portal.portal_catalog, person))
        told = f"seed {seed}, question {number}: {parameters} of {person.login}"
        brains = answer.brains()
        assert [brain.symbol for brain in brains] == expected.page(), told
        assert answer.total == len(expected.answers()), told
        every = [brain.symbol for batch in answer.batches() for brain in batch]
        assert len(every) == answer.total, told
        assert every[parameters.start : parameters.start + parameters.size] == expected.page(), told
        assert answer.scope_counts() == {scope: len(expected.answers(scope)) for scope in SCOPES}, told
        assert answer.facets() == expected.facets(), told
        uids = {brain.UID for brain in brains}
        running = {uid: brain.getPath() for uid, brain in answer.running_editions(brains).items()}
        assert running == {uid: row.path for uid, row in expected.running.items() if uid in uids}, told


def test_a_value_of_a_facet_leaves_as_many_rows_as_it_says(portal, rows):
    person = synthetic.PEOPLE[0]
    for name, counts in Answer(Parameters(scope="all"), CatalogSets(portal.portal_catalog, person)).facets().items():
        for value, count in counts.items():
            narrowed = Parameters(scope="all", **{name: (value,)})
            assert Answer(narrowed, CatalogSets(portal.portal_catalog, person)).total == count, (name, value)


def test_a_query_without_a_word_finds_nothing(portal, rows):
    for query in ('"', "*", "(", "…"):
        answer = Answer(Parameters(query=query), CatalogSets(portal.portal_catalog, synthetic.PEOPLE[0]))
        assert (answer.total, answer.brains()) == (0, [])


def test_the_document_whose_symbol_is_typed_goes_first(portal, rows):
    documents, _editions = rows
    named = next(row for row in documents if row.symbol.endswith("-12") and synthetic.PEOPLE[2].sees(row))
    parameters = Parameters(query=named.symbol.lower(), scope="all", sort="relevance")
    answer = Answer(parameters, CatalogSets(portal.portal_catalog, synthetic.PEOPLE[2]))
    assert answer.brains()[0].symbol == named.symbol
