"""The demonstration shows the desk of the BIP editor at work."""

from czest.qms import clock
from czest.qms.bulletin.declaration import declaration
from czest.qms.publication.duties import editor_duties
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.reconciling import verify_bulletin
from czest.qms.publication.requests.interfaces import IAccessibilityRequests
import io
from plone import api
from plone.app.testing import applyProfile
import pytest
from support.bulletin_desk import public_page
import transaction
import zipfile
from zope.component import getUtility


@pytest.fixture
def demo(portal, bulletin, tmp_path, monkeypatch):
    monkeypatch.setenv("QMS_DEMO_ACCOUNTS", str(tmp_path / "demo-accounts.json"))
    with api.env.adopt_roles(["Manager"]):
        applyProfile(portal, "czest.qms:demo")
    transaction.commit()
    return portal


def test_the_desk_is_at_work(demo, bulletin):
    """One test: making the demonstration takes longer than all that is asked of it."""
    pages_are_complete_the_journal_is_looked_through_and_a_request_waits(bulletin)
    records_stand_in_their_sections_one_of_them_by_a_redacted_copy(bulletin)


def pages_are_complete_the_journal_is_looked_through_and_a_request_waits(bulletin):
    assert bulletin.look(public_page("redakcja"))["facts"]["name"].endswith("Redaktor BIP")
    assert declaration(bulletin.look(public_page("deklaracja-dostepnosci"))["facts"]).status == "partly"
    journal = getUtility(IPublicationLedger).journal
    assert {row.act for row in journal.rows(1, journal.last)} >= {"published", "archived", "withdrawn", "edited"}
    assert journal.unreviewed() == []
    assert editor_duties(clock.today()) == []
    assert [request.is_open for request in getUtility(IAccessibilityRequests).requests()] == [True, False]
    assert list(verify_bulletin()) == []


def records_stand_in_their_sections_one_of_them_by_a_redacted_copy(bulletin):
    def shown(site):
        subjects = site["dokumenty"].objectValues()
        found = {subject.symbol: subject.current() for subject in subjects if not subject.current().snapshot.number}
        files = {symbol: [each.data for each in entry.files.values()] for symbol, entry in found.items()}
        return {symbol: entry.snapshot for symbol, entry in found.items()}, files

    snapshots, files = bulletin.look(shown)
    assert {symbol: snapshot.section for symbol, snapshot in snapshots.items()} == {
        "OKZ-2025": "kontrola-zarzadcza",
        "Z-ISO-2026": "certyfikaty",
        "Z-PS03-2026/04": "audyty-i-audity",
        "Z-PS05-2025": "kontrola-zarzadcza",
        "Z-PS07-2025": "sprawozdania",
    }
    (exclusion,) = snapshots["Z-PS03-2026/04"].exclusions
    assert exclusion.legal_basis == "art. 5 ust. 2 u.d.i.p." and exclusion.in_interest_of
    (report,) = (text_of_open_document(data) for data in files["Z-PS03-2026/04"])
    assert "tajemnica przedsiębiorcy]" in report and "cennik" not in report


def text_of_open_document(data):
    """Return the text of an ODT file."""
    return zipfile.ZipFile(io.BytesIO(data)).read("content.xml").decode()
