"""Drift that shows only when somebody looks closer: bytes of files, rows of the register, addresses that are taken."""

from czest.qms.bulletin import writing
from czest.qms.bulletin.months import Months
from czest.qms.bulletin.reading import entry_facts
from czest.qms.bulletin.reading import listed_changes
from czest.qms.bulletin.reading import newest_entries
from czest.qms.bulletin.register import register_of
from czest.qms.bulletin.snapshot import digest_of
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.reconciling import reconcile
from dataclasses import replace
from plone import api
from plone.namedfile.file import NamedBlobFile
from support.people import PASSWORD
from support.publishing import ALL_NO
import transaction
from zope.component import getUtility


DECISION = {"password": PASSWORD, "checklist": ALL_NO}


def changed(work):
    """Change the bulletin behind the ledger's back."""
    transaction.begin()
    with opened_bulletin(api.portal.get()) as site:
        work(site)
    transaction.commit()


def reconciled():
    """Reconcile and return the kinds of the differences found."""
    transaction.begin()
    found = [each.kind for each in reconcile(getUtility(IPublicationLedger))]
    transaction.commit()
    return found


def test_the_bytes_of_a_file_are_compared_too(edition, bulletin, ask, publish):
    ask(edition)
    publish(edition)
    symbol = edition.document.symbol
    before = bulletin.look(lambda site: [each.data for each in site["dokumenty"][symbol]["wydanie-1"].files.values()])

    def exchange(site):
        entry = site["dokumenty"][symbol]["wydanie-1"]
        ((name, stored),) = entry.files.items()
        entry.files = {name: NamedBlobFile(b"X" * stored.getSize(), "text/plain", name)}

    changed(exchange)
    assert reconciled() == ["changed"]
    after = bulletin.look(lambda site: [each.data for each in site["dokumenty"][symbol]["wydanie-1"].files.values()])
    assert after == before


def test_after_what_nobody_decided_on_every_page_is_whole(edition, bulletin, ask, publish):
    ask(edition)
    publish(edition)
    symbol = edition.document.symbol

    def forge(site):
        snapshot = site["dokumenty"][symbol]["wydanie-1"].snapshot
        for own in (symbol, "P-XX-01"):
            other = replace(snapshot, symbol=own, number="7", files=(), digest="")
            writing.publish(site, replace(other, digest=digest_of(other)), {})

    changed(forge)
    # Something that was decided stands after the forged rows.
    ask(edition)
    publish(edition)
    assert sorted(reconciled()) == ["unknown", "unknown"]
    with opened_bulletin(api.portal.get()) as site:
        assert list(site["dokumenty"].objectIds()) == [symbol]
        assert [facts.snapshot.symbol for facts in newest_entries(site, 9)] == [symbol]
        assert {row.symbol for row in listed_changes(site, 0, 9)} == {symbol, ""}
        assert len(listed_changes(site, 0, 99)) == len(register_of(site))
        assert len(Months(register_of(site)).all()) == 1
        changes = entry_facts(site["dokumenty"][symbol].current()).changes
        assert [(each.act, each.number) for each in changes] == [("published", "1"), ("republished", "1")]


def test_nothing_is_published_at_the_address_of_an_entry_that_is_missing(edition, bulletin, ask, publish, client):
    ask(edition)
    publish(edition)
    changed(lambda site: site["dokumenty"][edition.document.symbol]._delObject("wydanie-1"))
    ask(edition)
    assert client("redaktor-bip").operate(edition.absolute_url(), "publish", **DECISION).status_code == 409
    assert reconciled() == ["missing"]
    publish(edition)
    ids = bulletin.look(lambda site: sorted(site["dokumenty"][edition.document.symbol].objectIds()))
    assert ids == ["wydanie-1", "wydanie-1-wersja-2"]
