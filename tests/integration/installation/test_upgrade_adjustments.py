"""A site made before the office could adjust the life of documents."""

from czest.qms.documents.settings import IDocumentSettings
from czest.qms.upgrades.to_1006 import adjustments as step
from plone.registry.interfaces import IRegistry
import pytest
from zope.component import getUtility


RECORDS = ("czest.qms.optional_states", "czest.qms.words", "czest.qms.letters")


@pytest.fixture
def registry(portal):
    return getUtility(IRegistry)


def test_the_records_are_there_and_nothing_is_adjusted(portal, registry):
    for name in RECORDS:
        del registry.records[name]
    step.upgrade(portal.portal_setup)
    assert [registry[name] for name in RECORDS] == [{}, {}, {}]


def test_what_the_office_set_stays(portal, registry):
    registry["czest.qms.optional_states"] = {"agreement": ["Procedure"]}
    registry[f"{IDocumentSettings.__identifier__}.remind_before"] = 4
    step.upgrade(portal.portal_setup)
    assert registry["czest.qms.optional_states"] == {"agreement": ["Procedure"]}
    assert registry[f"{IDocumentSettings.__identifier__}.remind_before"] == 4


def test_words_and_letters_are_kept_by_language(portal, registry):
    registry["czest.qms.words"] = {"pl": {"In review": "W opiniowaniu"}}
    letters = {"check": {"pl": {"subject": "Do sprawdzenia", "text": "Tekst\n\ni dalej"}}}
    registry["czest.qms.letters"] = letters
    assert registry["czest.qms.words"]["pl"]["In review"] == "W opiniowaniu"
    assert registry["czest.qms.letters"] == letters
