"""The ledger and the bulletin brought together again where one of several entries of a document differs."""

from czest.qms.bulletin import writing
from czest.qms.bulletin.content import WORKFLOW
from czest.qms.bulletin.reading import listed_changes
from czest.qms.bulletin.reading import newest_entries
from czest.qms.bulletin.snapshot import digest_of
from czest.qms.bulletin.snapshot import Person
from czest.qms.bulletin.snapshot import Withdrawal
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.ledger import Intent
from czest.qms.publication.ledger import PUBLISH
from czest.qms.publication.reconciling import reconcile
from czest.qms.publication.reconciling import settle_intents
from czest.qms.publication.rules.checklist import QUESTIONS
from dataclasses import replace
from plone import api
from plone.namedfile.file import NamedBlobFile
import pytest
from support.people import PASSWORD
import transaction
from zope.component import getUtility


ALL_NO = dict.fromkeys(QUESTIONS, False)


@pytest.fixture
def two_editions(edition, office, ask, publish):
    """A document of which one edition is archived and the next one published."""
    ask(edition)
    publish(edition)
    newer = office.in_force(edition.document)
    transaction.commit()
    ask(newer)
    publish(newer)
    return edition, newer


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


def facts_of(bulletin, symbol):
    """Return ``{id: (state, version)}`` of the entries of a symbol."""
    return bulletin.look(
        lambda site: {entry.id: (entry.state, entry.version) for entry in site["dokumenty"][symbol].entries()}
    )


def test_an_older_entry_is_written_again_under_the_newer_one(two_editions, bulletin):
    symbol = two_editions[0].document.symbol
    before = facts_of(bulletin, symbol)
    changed(lambda site: site["dokumenty"][symbol]["wydanie-1"].facts.update(title="Co innego"))
    assert reconciled() == ["changed"]
    assert facts_of(bulletin, symbol) == before
    changed(lambda site: site["dokumenty"][symbol]._delObject("wydanie-1"))
    assert reconciled() == ["missing"]
    assert facts_of(bulletin, symbol) == before
    assert reconciled() == []


def test_publications_of_one_edition_keep_their_addresses(edition, bulletin, ask, publish):
    symbol = edition.document.symbol
    for _turn in range(2):
        ask(edition)
        publish(edition)
    before = facts_of(bulletin, symbol)
    assert before == {"wydanie-1": ("archived", 1), "wydanie-1-wersja-2": ("published", 2)}
    changed(lambda site: site["dokumenty"][symbol]._delObject("wydanie-1"))
    assert reconciled() == ["missing"]
    assert facts_of(bulletin, symbol) == before


def test_what_nobody_decided_on_leaves_no_trace(edition, bulletin, ask, publish):
    ask(edition)
    publish(edition)
    symbol = edition.document.symbol

    def forge(site):
        snapshot = site["dokumenty"][symbol]["wydanie-1"].snapshot
        other = replace(snapshot, symbol="P-XX-01", files=(), digest="")
        writing.publish(site, replace(other, digest=digest_of(other)), {})

    changed(forge)
    assert reconciled() == ["unknown"]
    with opened_bulletin(api.portal.get()) as site:
        assert [facts.snapshot.symbol for facts in newest_entries(site, 9)] == [symbol]
        assert "P-XX-01" not in {row.symbol for row in listed_changes(site, 0, 9)}
    assert reconciled() == []


def test_what_was_withdrawn_is_never_published_again_by_a_program(edition, bulletin, ask, publish, client):
    ask(edition)
    publish(edition)
    symbol = edition.document.symbol
    gone = Withdrawal("2026-11-30T10:00:00+00:00", Person("Anna Przykładowa", "Redaktor BIP"), "Omyłka.")
    changed(lambda site: writing.withdraw(site, f"dokumenty/{symbol}/wydanie-1", gone))
    assert reconciled() == ["taken-down"]
    assert facts_of(bulletin, symbol) == {"wydanie-1": ("withdrawn", 1)}
    answer = client("redaktor-bip").operate(edition.absolute_url(), "unpublish", reason="Omyłka.")
    assert answer.status_code == 200, answer.text
    assert reconciled() == []


def test_an_entry_archived_without_a_decision_is_published_again(edition, bulletin, ask, publish):
    ask(edition)
    publish(edition)
    symbol, by = edition.document.symbol, Person("Anna Przykładowa", "Redaktor BIP")
    path = f"dokumenty/{symbol}/wydanie-1"
    changed(lambda site: writing.archive(site, path, "2026-11-29", by, "2026-11-30T10:00:00+00:00"))
    assert reconciled() == ["state"]
    assert facts_of(bulletin, symbol) == {"wydanie-1": ("published", 1)}
    assert reconciled() == []


def test_the_bytes_of_a_file_are_compared_too(edition, bulletin, ask, publish):
    ask(edition)
    publish(edition)
    symbol = edition.document.symbol

    def exchange(site):
        entry = site["dokumenty"][symbol]["wydanie-1"]
        (name,) = entry.files
        entry.files = {name: NamedBlobFile(b"Co innego.", "text/plain", name)}

    changed(exchange)
    assert reconciled() == ["changed"]
    assert bulletin.look(
        lambda site: [each.data for each in site["dokumenty"][symbol]["wydanie-1"].files.values()]
    ) != [b"Co innego."]


def test_nothing_is_published_at_the_address_of_an_entry_that_is_missing(edition, bulletin, ask, client):
    ask(edition)
    body = {"password": PASSWORD, "checklist": ALL_NO}
    assert client("redaktor-bip").operate(edition.absolute_url(), "publish", **body).status_code == 200
    changed(lambda site: site["dokumenty"][edition.document.symbol]._delObject("wydanie-1"))
    ask(edition)
    assert client("redaktor-bip").operate(edition.absolute_url(), "publish", **body).status_code == 409


def test_an_interruption_between_the_commits_archives_what_was_replaced(two_editions, bulletin):
    """The newer entry is not there and the older one still shown as published: what was begun is settled for both."""
    symbol = two_editions[0].document.symbol
    before = facts_of(bulletin, symbol)

    def undo(site):
        subject = site["dokumenty"][symbol]
        subject._delObject("wydanie-2")
        older = subject["wydanie-1"]
        history = older.workflow_history[WORKFLOW]
        older.workflow_history[WORKFLOW] = history[:1]
        older.in_force_to = ""

    changed(undo)
    transaction.begin()
    ledger = getUtility(IPublicationLedger)
    case = ledger.cases_of(two_editions[1].UID())[0]
    ledger.intents[case.id] = Intent(PUBLISH, case.path, case.snapshot["digest"], "2026-01-01T00:00:00+00:00")
    assert settle_intents(ledger) == 1
    transaction.commit()
    assert facts_of(bulletin, symbol) == before
