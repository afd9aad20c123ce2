"""Vocabularies of units, posts and entitled people; the card of a person."""

from czest.qms import clock
from czest.qms.interfaces import IPersonCard
from czest.qms.organisation.interfaces import IDirectory
from datetime import date
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


@pytest.fixture
def directory(portal):
    setRoles(portal, TEST_USER_ID, ["Manager"])
    api.user.create(
        username="ewa", email="ewa@example.org", password="tajne-haslo-1", properties={"fullname": "Ewa Nowak"}
    )
    directory = getUtility(IDirectory)
    directory.add_unit("FE", "Fundusze Europejskie")
    directory.add_unit("FE-EFS", "Referat EFS", "FE")
    directory.add_post("inspektor", "Inspektor", "FE-EFS", False, {"reviewer"})
    directory.add_post("naczelnik", "Naczelnik", "FE", True, {"approver"})
    directory.appoint("ewa", "inspektor", date(2026, 3, 1), date(2026, 3, 31))
    directory.appoint("ewa", "naczelnik", date(2026, 3, 1), date(2026, 3, 31))
    directory.appoint("dawny", "inspektor", date(2026, 3, 1))
    return directory


def terms(portal, name):
    return [(term.token, term.value, term.title) for term in getUtility(IVocabularyFactory, name)(portal)]


def test_units_and_posts(portal, directory):
    assert terms(portal, "czest.qms.Units") == [
        ("FE", "FE", "FE Fundusze Europejskie"),
        ("FE-EFS", "FE-EFS", "FE-EFS Referat EFS"),
    ]
    assert terms(portal, "czest.qms.Posts") == [
        ("naczelnik", "naczelnik", "Naczelnik (FE)"),
        ("inspektor", "inspektor", "Inspektor (FE-EFS)"),
    ]


def test_entitled_people_stand_under_the_post_that_entitles_them_today(portal, directory):
    with clock.stopped_at(date(2026, 3, 31)):
        assert terms(portal, "czest.qms.Approvers") == [("ewa", "ewa", "Naczelnik, Ewa Nowak")]
        assert terms(portal, "czest.qms.Reviewers") == [
            ("ewa", "ewa", "Inspektor, Ewa Nowak"),
            ("dawny", "dawny", "Inspektor, dawny"),
        ]
    with clock.stopped_at(date(2026, 4, 1)):
        assert terms(portal, "czest.qms.Approvers") == []


def test_card_of_a_person(portal, directory):
    cards = getUtility(IPersonCard)
    with clock.stopped_at(date(2026, 3, 31)):
        assert cards.card("ewa") == {"name": "Ewa Nowak", "post": "Naczelnik", "unit": "Fundusze Europejskie"}
        assert cards.card("nikt") == {"name": "nikt", "post": "", "unit": ""}
    with clock.stopped_at(date(2026, 4, 1)):
        assert cards.card("ewa") == {"name": "Ewa Nowak", "post": "", "unit": ""}
