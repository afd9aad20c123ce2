"""Days of the bulletin: what was scheduled is published, and what is over is withdrawn, by the job of the scheduler."""

from czest.qms import clock
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.jobs import KeepBulletin
from czest.qms.publication.rules.checklist import QUESTIONS
import datetime
import pytest
from support.people import PASSWORD
import transaction
from zope.component import getUtility


TODAY = datetime.date(2026, 11, 30)
REQUEST = {
    "produced_on": datetime.date(2026, 11, 2),
    "responsible_name": "Anna Przykładowa",
    "responsible_post": "Pełnomocnik ds. SZJ",
    "bip_until": datetime.date(2027, 12, 31),
}


@pytest.fixture
def edition(office, bulletin):
    with clock.stopped_at(TODAY):
        edition = office.in_force(office.register())
        office.do("autor", edition, "request-publication", **REQUEST)
    transaction.commit()
    return edition


def publish(office, edition, **more):
    with clock.stopped_at(TODAY):
        data = {"password": PASSWORD, "checklist": dict.fromkeys(QUESTIONS, False), **more}
        office.do("redaktor-bip", edition, "publish", **data)
    transaction.commit()


def on(day):
    """Run the job on a day, as the worker does; return what it says."""
    transaction.begin()
    with clock.stopped_at(day):
        sentence = KeepBulletin().run()
    transaction.commit()
    return sentence


def states(bulletin):
    return bulletin.look(
        lambda site: [entry.state for subject in site["dokumenty"].objectValues() for entry in subject.objectValues()]
    )


def test_what_was_scheduled_is_published_on_its_day_and_once(office, edition, bulletin):
    publish(office, edition, publish_on=datetime.date(2026, 12, 7))
    assert on(datetime.date(2026, 12, 6)) is None
    assert states(bulletin) == []
    assert on(datetime.date(2026, 12, 9)).mapping["symbols"] == "P-PJ-01"
    assert states(bulletin) == ["published"]
    assert on(datetime.date(2026, 12, 9)) is None
    entry = bulletin.look(lambda site: site.restrictedTraverse("dokumenty/P-PJ-01/wydanie-1").snapshot)
    assert entry.metadata.published_at.startswith("2026-12-09")
    assert entry.metadata.entered_by.post == "Redaktor BIP"


def test_what_ceased_to_be_open_is_not_published_on_its_day(office, edition, bulletin):
    publish(office, edition, publish_on=datetime.date(2026, 12, 7))
    data = {"openness": "internal", "openness_basis": "art. 5 ust. 1 u.d.i.p.", "reason": "Zmiana oceny."}
    office.do("pelnomocnik", edition.document, "amend-control-data", **data)
    transaction.commit()
    assert on(datetime.date(2026, 12, 8)) is None
    assert states(bulletin) == []


def test_what_was_superseded_before_its_day_is_not_published(office, edition, bulletin):
    publish(office, edition, publish_on=datetime.date(2026, 12, 7))
    with clock.stopped_at(datetime.date(2026, 12, 1)):
        office.in_force(edition.document)
    transaction.commit()
    assert [case.state for case in getUtility(IPublicationLedger).cases_of(edition.UID())] == ["lapsed"]
    assert on(datetime.date(2026, 12, 8)) is None
    assert states(bulletin) == []


def test_rodo_4_after_its_last_day_only_the_note_stays(office, edition, bulletin):
    publish(office, edition)
    assert on(datetime.date(2027, 12, 31)) is None
    assert states(bulletin) == ["published"]
    assert on(datetime.date(2028, 1, 3)).mapping["symbols"] == "P-PJ-01"
    assert states(bulletin) == ["withdrawn"]
    entry = bulletin.look(lambda site: site.restrictedTraverse("dokumenty/P-PJ-01/wydanie-1"))
    assert entry.facts["body"] == ""
    assert on(datetime.date(2028, 1, 3)) is None
