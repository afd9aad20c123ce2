"""The demonstration shows the desk of the BIP editor at work."""

from czest.qms import clock
from czest.qms.bulletin.declaration import declaration
from czest.qms.publication.duties import editor_duties
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.reconciling import verify_bulletin
from czest.qms.publication.requests.interfaces import IAccessibilityRequests
from plone import api
from plone.app.testing import applyProfile
import pytest
from support.bulletin_desk import public_page
import transaction
from zope.component import getUtility


@pytest.fixture
def demo(portal, bulletin, tmp_path, monkeypatch):
    monkeypatch.setenv("QMS_DEMO_ACCOUNTS", str(tmp_path / "demo-accounts.json"))
    with api.env.adopt_roles(["Manager"]):
        applyProfile(portal, "czest.qms:demo")
    transaction.commit()
    return portal


def test_pages_are_complete_the_journal_is_looked_through_and_a_request_waits(demo, bulletin):
    assert bulletin.look(public_page("redakcja"))["facts"]["name"].endswith("Redaktor BIP")
    assert declaration(bulletin.look(public_page("deklaracja-dostepnosci"))["facts"]).status == "partly"
    journal = getUtility(IPublicationLedger).journal
    assert {row.act for row in journal.rows(1, journal.last)} >= {"published", "archived", "withdrawn", "edited"}
    assert journal.unreviewed() == []
    assert editor_duties(clock.today()) == []
    assert [request.is_open for request in getUtility(IAccessibilityRequests).requests()] == [True, False]
    assert list(verify_bulletin()) == []
