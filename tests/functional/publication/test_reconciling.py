"""Where ledger and bulletin have drifted apart, the bulletin is made to say what was decided, and nothing else."""

from czest.qms.bulletin import writing
from czest.qms.bulletin.register import register_of
from czest.qms.bulletin.snapshot import digest_of
from czest.qms.publication import reconciling
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.interfaces import IPublicationLedger
from dataclasses import replace
import datetime
import pytest
from support.office import file_named
from support.people import PASSWORD
from support.publishing import ALL_NO
import transaction
from zope.component import getUtility


SUBJECT = "dokumenty/P-PJ-01"
FIRST, SECOND, AGAIN = (f"{SUBJECT}/{name}" for name in ("wydanie-1", "wydanie-2", "wydanie-2-wersja-2"))


def make_public(office, edition):
    facts = {
        "produced_on": datetime.date(2026, 11, 2),
        "responsible_name": "Anna Przykładowa",
        "responsible_post": "Pełnomocnik ds. SZJ",
        "bip_until": datetime.date(2031, 12, 31),
    }
    office.do("autor", edition, "request-publication", **facts)
    office.do("redaktor-bip", edition, "publish", password=PASSWORD, checklist=ALL_NO)
    transaction.commit()


@pytest.fixture
def attachments():
    """Names of the files of edition 1; making public files takes time, so there is none without need."""
    return []


@pytest.fixture
def drift(office, bulletin, attachments):
    """Change the bulletin behind the ledger, reconcile, and return the differences that there were, by kind and path.

    With ``noted`` the register of changes says what happened, and goes on saying it.

    Edition 1 is archived; edition 2 was published twice, so its first publication is archived too.
    """
    document = office.register(title="Nadzór")
    make_public(office, office.in_force(document, attachments=[file_named(name) for name in attachments]))
    second = office.in_force(document)
    make_public(office, second)
    make_public(office, second)
    before = bulletin.look(seen)

    def drift(change, noted=False):
        with opened_bulletin(office.portal) as site:
            change(site)
        transaction.commit()
        found = reconciling.reconcile(getUtility(IPublicationLedger))
        transaction.commit()
        after = bulletin.look(seen)
        assert (after[:2], noted or after[2]) == (before[:2], noted or before[2])
        assert reconciling.reconcile(getUtility(IPublicationLedger)) == []
        return [(each.kind, each.path) for each in found]

    return drift


def seen(site):
    """Return what everybody sees, with the rows of the register."""
    entries = {
        path: (entry.state, entry.version, entry.facts, entry.in_force_to, sorted(entry.files))
        for path, entry in reconciling.entries_of(site)
    }
    current = site.restrictedTraverse(SUBJECT).current().getId()
    return entries, current, sorted((row.path, row.change.act) for row in register_of(site).newest(size=100))


def take_down(*paths):
    def take_down(site):
        for path in paths:
            reconciling.remove(site, path)

    return take_down


@pytest.mark.parametrize(
    "paths", [[FIRST], [SECOND], [AGAIN], [FIRST, SECOND], [FIRST, SECOND, AGAIN]], ids=lambda paths: f"{len(paths)}"
)
def test_what_is_missing_is_written_where_it_was(drift, paths):
    assert drift(take_down(*paths)) == [("missing", path) for path in sorted(paths)]


def test_what_nobody_decided_on_is_as_if_it_had_never_been(drift):
    def forge(site):
        snapshot = replace(site.restrictedTraverse(AGAIN).snapshot, symbol="P-PJ-09", title="Podrobione", digest="")
        writing.publish(site, replace(snapshot, digest=digest_of(snapshot)), {})

    assert drift(forge) == [("unknown", "dokumenty/P-PJ-09/wydanie-2")]


def test_what_was_changed_is_written_again(drift):
    def forge(site):
        entry = site.restrictedTraverse(FIRST)
        entry.facts = {**entry.facts, "title": "Podrobione"}

    assert drift(forge) == [("changed", FIRST)]


@pytest.mark.parametrize("attachments", [["karta zmian.txt"]])
def test_a_file_that_is_gone_is_written_again(drift):
    def lose(site):
        site.restrictedTraverse(FIRST).files = {}

    assert drift(lose) == [("changed", FIRST)]


@pytest.mark.parametrize("forged", ["facts", "withdrawn", "published"])
def test_what_was_withdrawn_says_nothing_but_what_is_left(office, drift, bulletin, forged):
    second = office.library["P-PJ-01"]["wydanie-2"]
    office.do("redaktor-bip", second, "unpublish", reason="Omyłka.", remove_title=True)
    transaction.commit()

    def forge(site):
        entry = site.restrictedTraverse(AGAIN)
        if forged == "published":
            parent, name = entry.aq_parent, entry.getId()
            parent._delObject(name)
            snapshot = replace(
                site.restrictedTraverse(SECOND).snapshot, title="Znowu", in_force_from="2001-01-01", digest=""
            )
            return writing.write(site, AGAIN, replace(snapshot, digest=digest_of(snapshot)), {}, replacing=False)
        told = {"title": "Znowu", "body": "<p>Znowu</p>"} if forged == "facts" else {"reason": "Inny"}
        return setattr(entry, forged, {**getattr(entry, forged), **told})

    with opened_bulletin(office.portal) as site:
        forge(site)
    transaction.commit()
    assert [each.path for each in reconciling.reconcile(getUtility(IPublicationLedger))] == [AGAIN]
    transaction.commit()
    assert reconciling.reconcile(getUtility(IPublicationLedger)) == []
    title, body, reason = bulletin.look(
        lambda site: (
            site.restrictedTraverse(AGAIN).snapshot.title,
            site.restrictedTraverse(AGAIN).snapshot.body,
            site.restrictedTraverse(AGAIN).withdrawal.reason,
        )
    )
    assert (title, body, reason) == (writing.REMOVED_TITLE, "", "Omyłka.")


def test_what_was_archived_by_nobody_is_published_again(drift):
    def forge(site):
        writing.archive(site, AGAIN, "2026-01-01", site.restrictedTraverse(AGAIN).snapshot.metadata.entered_by, "")

    assert drift(forge, noted=True) == [("changed", AGAIN)]
