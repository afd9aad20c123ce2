"""Pages of the bulletin that are not what the ledger says: named by ``verify``, mended by ``reconcile``."""

from czest.qms import clock
from czest.qms.bulletin import making
from czest.qms.bulletin.register import register_of
from czest.qms.bulletin.snapshot import Change
from czest.qms.bulletin.snapshot import Person
from czest.qms.publication import ledger as ledgers
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.reconciling import reconcile_bulletin
from czest.qms.publication.reconciling import settle_intents
from czest.qms.publication.reconciling import verify_bulletin
import datetime
from plone.dexterity.utils import createContent
import pytest
from support.bulletin_desk import EDITORS
from support.bulletin_desk import ledger
from support.bulletin_desk import public_page
import transaction


@pytest.fixture
def changed(office, client, bulletin):
    """The pages of a bulletin, one of them changed by its editor."""
    answer = client("redaktor-bip").patch("@bulletin-pages/redakcja", {"facts": EDITORS, "what": "Dane."})
    assert answer.status_code == 200
    transaction.begin()
    return {page_id: bulletin.look(public_page(page_id)) for page_id in ledger().pages.ids()}


@pytest.fixture
def spoilt(portal, changed):
    """One page changed behind the ledger's back, one missing, one that nobody knows."""
    with opened_bulletin(portal) as site:
        pages = site["strony"]
        pages["redakcja"].facts = {**pages["redakcja"].facts, "phone": "000"}
        pages._delObject("instrukcja")
        page = createContent("BulletinPage")
        page.id = page.title = "reklama"
        pages._setObject("reklama", page, set_owner=False)
        change = Change("2999-01-01T00:00:00+00:00", Person("", "Nikt"), "edited", "", 0)
        register_of(site).append("strony/reklama", change)
    transaction.commit()
    return changed


def without_changes(page):
    return {name: value for name, value in page.items() if name != "changes"}


def test_drift_is_named_and_mended(spoilt, bulletin):
    named = [symbol for symbol, _seq, _sentence in verify_bulletin()]
    assert sorted(named) == ["strony/instrukcja", "strony/redakcja", "strony/reklama"]
    assert len(reconcile_bulletin()) == 3
    transaction.commit()
    assert bulletin.look(lambda site: "reklama" in site["strony"]) is False
    assert bulletin.look(lambda site: register_of(site).below("strony/reklama")) == []
    for page_id, before in spoilt.items():
        assert without_changes(bulletin.look(public_page(page_id))) == without_changes(before), page_id
    assert list(verify_bulletin()) == []
    assert {row.what for row in ledger().journal.unreviewed() if row.act == "mended"} == set(named)


def test_the_times_of_the_register_do_not_go_back(spoilt, bulletin):
    reconcile_bulletin()
    transaction.commit()
    times = [row.change.at for row in bulletin.look(lambda site: register_of(site).newest(0, 99))]
    assert times == sorted(times, reverse=True)


def test_whole_pages_are_left_alone(changed, bulletin):
    assert list(verify_bulletin()) == []
    assert reconcile_bulletin() == []


def test_what_was_interrupted_is_settled(spoilt, bulletin):
    at = (clock.now() - datetime.timedelta(minutes=5)).isoformat()
    ledger().pages.intents["redakcja"] = ledgers.Intent(ledgers.EDIT, "strony/redakcja", "", at)
    transaction.commit()
    assert settle_intents(ledger()) == 1
    transaction.commit()
    assert bulletin.look(public_page("redakcja"))["facts"]["phone"] == EDITORS["phone"]
    assert bulletin.look(lambda site: "instrukcja" in site["strony"]) is False
    assert list(ledger().pages.intents) == []


def test_a_bulletin_made_anew_gets_what_the_ledger_says(portal, changed, bulletin):
    with opened_bulletin(portal) as site:
        for page_id in list(site["strony"].objectIds()):
            site["strony"]._delObject(page_id)
        making.finish(site.portal_setup)
    transaction.commit()
    assert len(reconcile_bulletin()) == len(changed)
    transaction.commit()
    assert bulletin.look(public_page("redakcja"))["facts"]["phone"] == EDITORS["phone"]
