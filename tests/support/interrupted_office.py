"""An office in which one edition waits to be published, one to be superseded, one to be withdrawn, one to come again."""

from czest.qms import clock
from czest.qms.bulletin.register import register_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.publication import reconciling
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.pages import editing
from czest.qms.publication.rules.checklist import QUESTIONS
from dataclasses import dataclass
import datetime
from plone import api
from support.bulletin import end_beside
from support.bulletin import opened_beside
from support.bulletin import storage_with_site
from support.crashing import BULLETIN
from support.crashing import INTRANET
from support.crashing import opened_office
from support.filestorage import copy_transactions
from support.filestorage import move_to_file_storage
from support.office import file_named
from support.office import Office
from support.people import hire_everybody
from support.people import PASSWORD
import transaction
from ZODB.FileStorage import FileStorage
from zope.component import getUtility


#: When the office is made ready, when it acts, and when it is reconciled after an interruption.
BEFORE = datetime.datetime(2026, 11, 24, 8, tzinfo=datetime.UTC)
ACTING = BEFORE + datetime.timedelta(hours=1)
LATER = BEFORE + datetime.timedelta(hours=2)

ALL_NO = dict.fromkeys(QUESTIONS, False)


def make(layer, folder):
    """Make the office through the real operations, in two file storages below a folder.

    Parameters:
        layer: the functional layer, set up for a test in which nothing has happened yet.
        folder: Path of an empty folder.
    """
    for name in (INTRANET, BULLETIN):
        (folder / name).mkdir()
    made = storage_with_site(layer)
    move_to_file_storage(layer, folder / INTRANET)
    storage = FileStorage(str(folder / BULLETIN / "Data.fs"), blob_dir=str(folder / BULLETIN / "blobs"))
    copy_transactions(made, storage)
    database = opened_beside(layer["zodbDB"], storage)
    with clock.stopped_at(BEFORE):
        hire_everybody()
        transaction.commit()
        _fill(Office(layer["portal"]))
    end_beside(layer["zodbDB"], database)


def _fill(office):
    editions = []
    for title in ("Pierwsza", "Druga", "Trzecia", "Czwarta"):
        edition = office.in_force(office.register(title=title), attachments=[file_named("karta zmian.txt")])
        _ask(office, edition)
        editions.append(edition)
        transaction.commit()
    for edition in editions[1:]:
        _publish(office, edition)
        transaction.commit()
    office.approved(editions[1].document)
    _ask(office, editions[3])
    transaction.commit()


def _ask(office, edition):
    office.do(
        "autor",
        edition,
        "request-publication",
        produced_on=datetime.date(2026, 11, 2),
        responsible_name="Anna Przykładowa",
        responsible_post="Pełnomocnik ds. SZJ",
        bip_until=datetime.date(2031, 12, 31),
    )


def _publish(office, edition):
    office.do("redaktor-bip", edition, "publish", password=PASSWORD, checklist=ALL_NO)


def _edit():
    with api.env.adopt_user(username="redaktor-bip"):
        draft = editing.draft_of("instrukcja", {"body": "<p>Wpisz słowo.</p>"})
        editing.save("instrukcja", draft, "Skrócono.")


def _edition(office, symbol, number="1"):
    return office.library[symbol][f"wydanie-{number}"]


#: What is interrupted, by name.
ACTS = {
    "publish": lambda office: _publish(office, _edition(office, "P-PJ-01")),
    "supersede": lambda office: office.do("pelnomocnik", _edition(office, "P-PJ-02", "2"), "release"),
    "edit": lambda office: _edit(),
    "withdraw": lambda office: office.do(
        "redaktor-bip", _edition(office, "P-PJ-03"), "unpublish", reason="Opublikowano omyłkowo."
    ),
    "publish again": lambda office: _publish(office, _edition(office, "P-PJ-04")),
}


@dataclass(frozen=True)
class Picture:
    """What both sides say.

    Parameters:
        inside: all that the intranet says of editions, trails and publications.
        public: all that the bulletin says, but who wrote a row of its register.
        differences: kinds of differences between the two.
        intents: how many acts were begun and not ended.
    """

    inside: dict
    public: dict
    differences: list
    intents: int


def picture(folder):
    """Return the Picture of an office."""
    with opened_office(folder) as office:
        ledger = getUtility(IPublicationLedger)
        inside = _inside(office.portal)
        with opened_bulletin(office.portal) as site:
            differences = [each.kind for each in reconciling.differences(ledger, site)]
            return Picture(inside, _public(site), differences, len(ledger.intents) + len(ledger.pages.intents))


def _inside(portal):
    editions = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Edition")
    trail = getUtility(ITrail)
    documents = portal["dokumenty"].objectValues()
    pages = getUtility(IPublicationLedger).pages
    return {
        "pages": {name: [each.draft for each in pages.versions(name)] for name in pages.ids()},
        "editions": sorted((brain.getPath(), brain.review_state) for brain in editions),
        "trail": {
            document.symbol: [each.operation for each in trail.entries(document.UID())] for document in documents
        },
        "cases": {case.id: _case(case) for case in getUtility(IPublicationLedger).cases()},
    }


def _case(case):
    contents = {name: stored.data for name, stored in dict(case.contents).items()}
    return (case.symbol, case.state, case.path, case.snapshot, case.in_force_to, case.withdrawal, case.text, contents)


def _public(site):
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="BulletinEntry")
    return {
        "entries": {path: _entry(entry) for path, entry in reconciling.entries_of(site)},
        "pages": {page.id: (page.title, page.body, page.facts or {}) for page in site["strony"].objectValues()},
        "catalog": sorted((brain.getPath(), brain.review_state, brain.Title) for brain in found),
        "register": [(row.path, row.change.act) for row in register_of(site).newest(size=1000)],
    }


def _entry(entry):
    files = {name: stored.data for name, stored in dict(entry.files).items()}
    return (
        entry.state,
        entry.version,
        entry.facts,
        entry.in_force_to,
        bool(entry.withdrawn),
        entry.searchable_text,
        files,
    )


def settle(folder):
    """Settle what was interrupted as the worker does; return how many intents there were."""
    return _later(folder, reconciling.settle_intents)


def reconcile(folder):
    """Reconcile as ``bin/qms reconcile`` does; return the Differences that there were."""
    return _later(folder, reconciling.reconcile)


def _later(folder, work):
    with clock.stopped_at(LATER), opened_office(folder):
        answer = work(getUtility(IPublicationLedger))
        transaction.commit()
        return answer
