"""What days bring: a publication that was scheduled, and one whose day finds something else decided meanwhile."""

from czest.qms import clock
from czest.qms.evidence.interfaces import ITrail
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.jobs import KeepBulletin
import datetime
from plone import api
import pytest
from support.people import PASSWORD
from support.publishing import ALL_NO
import transaction
from zope.component import getUtility


def day(number):
    """Return the day so many days from today."""
    return clock.today() + datetime.timedelta(days=number)


def pass_day(number):
    """Run the job of the bulletin as if it were another day."""
    transaction.begin()
    with clock.stopped_at(day(number)):
        KeepBulletin().run()
    transaction.commit()


def state_of_case(edition):
    transaction.begin()
    return getUtility(IPublicationLedger).cases_of(edition.UID())[0].state


@pytest.fixture
def scheduled(edition, ask, publish):
    ask(edition)
    publish(edition, publish_on=day(5).isoformat())
    return edition


def test_it_is_published_on_its_day_and_not_before(scheduled, bulletin):
    pass_day(4)
    assert bulletin.look(lambda site: list(site["dokumenty"].objectIds())) == []
    pass_day(6)
    assert state_of_case(scheduled) == "published"
    assert bulletin.look(lambda site: list(site["dokumenty"].objectIds())) == [scheduled.document.symbol]


def test_bip_1_what_is_internal_by_its_day_is_never_published(scheduled, bulletin, client):
    """A decision on what was open does not wait for the document to be opened again."""
    document = client("pelnomocnik")
    closed = {"openness": "internal", "openness_basis": "dokument-wewnetrzny", "reason": "Dokument wewnętrzny."}
    answer = document.operate(scheduled.document.absolute_url(), "amend-control-data", **closed)
    assert answer.status_code == 200, answer.text
    pass_day(6)
    assert state_of_case(scheduled) == "lapsed"
    assert bulletin.look(lambda site: list(site["dokumenty"].objectIds())) == []
    last = list(getUtility(ITrail).entries(scheduled.document.UID()))[-1]
    assert (last.operation, last.edition) == ("retract-publication", "1")
    answer = document.operate(
        scheduled.document.absolute_url(), "amend-control-data", openness="bip", reason="Jednak jawny."
    )
    assert answer.status_code == 200, answer.text
    pass_day(7)
    assert bulletin.look(lambda site: list(site["dokumenty"].objectIds())) == []


def test_rodo_4_a_day_after_the_last_one_in_the_bulletin_is_refused(edition, ask, client):
    ask(edition, bip_until=day(3).isoformat())
    body = {"password": PASSWORD, "checklist": ALL_NO, "publish_on": day(4).isoformat()}
    answer = client("redaktor-bip").operate(edition.absolute_url(), "publish", **body)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["publish_on"]


def test_rodo_4_what_has_passed_its_last_day_leaves_a_note(edition, ask, publish, bulletin):
    ask(edition, bip_until=day(3).isoformat())
    publish(edition)
    pass_day(3)
    assert state_of_case(edition) == "published"
    pass_day(4)
    assert state_of_case(edition) == "withdrawn"
    entry = bulletin.look(lambda site: site["dokumenty"][edition.document.symbol]["wydanie-1"].facts)
    assert (entry["title"], entry["files"]) == ("Nadzór nad dokumentami", ())


def test_bip_6_every_publication_of_a_superseded_edition_says_until_when_it_was_in_force(
    edition, office, ask, publish, bulletin
):
    for _turn in range(2):
        ask(edition)
        publish(edition)
    office.in_force(edition.document)
    transaction.commit()
    subject = edition.document.symbol
    days = bulletin.look(lambda site: {entry.in_force_to for entry in site["dokumenty"][subject].entries()})
    assert days == {clock.today().isoformat()}


def test_the_bulletin_is_polish_whoever_decides(edition, ask, publish, bulletin):
    ask(edition)
    publish(edition)
    facts = bulletin.look(lambda site: site["dokumenty"][edition.document.symbol]["wydanie-1"].facts)
    assert facts["kind_title"] == "Procedura"


def test_what_was_superseded_before_its_day_is_never_published(scheduled, office, bulletin):
    office.in_force(scheduled.document)
    transaction.commit()
    assert state_of_case(scheduled) == "lapsed"
    pass_day(6)
    assert bulletin.look(lambda site: list(site["dokumenty"].objectIds())) == []


def test_the_metryczka_names_the_editor_who_decided_though_the_account_is_gone(scheduled, bulletin):
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="redaktor-bip")
    transaction.commit()
    pass_day(6)
    person = bulletin.look(lambda site: site["dokumenty"][scheduled.document.symbol]["wydanie-1"].snapshot)
    assert person.metadata.entered_by.post == "Redaktor BIP"


def test_bip_1_an_entry_of_what_is_no_longer_open_is_a_task_until_it_is_taken_off(edition, ask, publish, client):
    ask(edition)
    publish(edition)
    editor, officer = client("redaktor-bip"), client("pelnomocnik")
    document = edition.document.absolute_url()

    def asked():
        return [each["operation"] for each in editor.get("@tasks").json()["items"]]

    def decide(openness, basis):
        body = {"openness": openness, "openness_basis": basis, "reason": "Zmiana oceny jawności."}
        answer = officer.operate(document, "amend-control-data", **body)
        assert answer.status_code == 200, answer.text

    assert asked() == []
    decide("internal", "dokument-wewnetrzny")
    assert asked() == ["unpublish"]
    decide("bip", "6-1-3-a")
    assert asked() == []
    decide("internal", "dokument-wewnetrzny")
    assert editor.operate(edition.absolute_url(), "unpublish", reason="Nie jest jawny.").status_code == 200
    assert asked() == []
