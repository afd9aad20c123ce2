"""Polish full text in the real catalog."""

from czest.qms.language.lexicon import LEXICON_ID
from czest.qms.language.lexicon import PolishWords
from czest.qms.language.query import search_query
from czest.qms.language.setup import install
from czest.qms.language.setup import TEXT_INDEXES
from plone import api
import pytest


@pytest.fixture
def catalog(portal):
    install(portal)
    return api.portal.get_tool("portal_catalog")


@pytest.fixture
def document(portal, catalog):
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(
            portal, "Document", title="P-OR-02 Procedura", description="Zażółć gęślą jaźń. Skargę wnosi się ustnie."
        )


def found(catalog, typed, index="SearchableText"):
    return [brain.Title for brain in catalog.unrestrictedSearchResults({index: search_query(typed)})]


def test_text_indexes_use_the_polish_lexicon(catalog):
    assert {catalog.Indexes[name].lexicon_id for name in TEXT_INDEXES} == {LEXICON_ID}
    assert catalog[LEXICON_ID]._pipeline == (PolishWords(),)


@pytest.mark.parametrize(
    "typed", ["procedurze", "proced", "zazolc", "zażółć", "skarga ustna", "P-OR-02", "p-or-0", "p-or-2", "or 2"]
)
def test_document_is_found(catalog, document, typed):
    assert found(catalog, typed) == [document.title]


@pytest.mark.parametrize("typed", ["instrukcja", "P-OR-03", "skarga pisemna", "or not procedura"])
def test_document_is_not_found(catalog, document, typed):
    assert found(catalog, typed) == []


def test_title_is_searched_alone(catalog, document):
    assert found(catalog, "procedury", "Title") == [document.title]
    assert found(catalog, "skarga", "Title") == []


def test_what_was_indexed_before_is_found_after_the_change(portal, catalog):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(portal, "Document", title="Wniosek")
    catalog.Indexes["Title"].lexicon_id = "plone_lexicon"
    install(portal)
    assert found(catalog, "wnioskami", "Title") == ["Wniosek"]


def test_a_second_installation_changes_nothing(portal, catalog, document):
    before = catalog._catalog.indexes["SearchableText"]
    install(portal)
    assert catalog._catalog.indexes["SearchableText"] is before


def test_applying_the_profile_again_keeps_the_text(portal, catalog, document):
    setup = api.portal.get_tool("portal_setup")
    setup.runImportStepFromProfile("profile-czest.qms:default", "catalog", run_dependencies=False)
    assert found(catalog, "procedurze") == [document.title]
