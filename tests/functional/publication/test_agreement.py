"""What was seen is what is published; what was taken down stays down; what cannot be reached is said."""

from czest.qms.bulletin import writing
from czest.qms.bulletin.snapshot import Person
from czest.qms.bulletin.snapshot import Withdrawal
from czest.qms.publication import databases
from czest.qms.publication import reconciling
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.interfaces import IPublicationLedger
import pytest
from support.people import PASSWORD
from support.publishing import ALL_NO
import transaction
from ZEO.Exceptions import ClientDisconnected
from zope.component import getUtility


@pytest.fixture
def taken_down(portal, edition, ask, publish):
    """A published edition whose entry was withdrawn without the ledger, as after the restoring of an older copy."""
    ask(edition)
    publish(edition)
    transaction.begin()
    with opened_bulletin(portal) as site:
        path = f"dokumenty/{edition.document.symbol}/wydanie-1"
        person = Person("Redaktor BIP", "Redaktor BIP")
        writing.withdraw(site, path, Withdrawal("2026-11-30T10:00:00+00:00", person, "RODO"))
    transaction.commit()
    return edition


def state(bulletin, edition):
    return bulletin.look(lambda site: site["dokumenty"][edition.document.symbol]["wydanie-1"].state)


def test_what_was_taken_down_is_not_published_again_by_an_older_ledger(taken_down, bulletin):
    transaction.begin()
    assert [message.mapping["path"] for _symbol, _seq, message in reconciling.verify_bulletin()]
    found = reconciling.reconcile(getUtility(IPublicationLedger))
    transaction.commit()
    assert [each.kind for each in found] == ["taken-down"]
    assert state(bulletin, taken_down) == "withdrawn"


def test_withdrawing_it_here_too_brings_both_sides_together(taken_down, client, bulletin):
    answer = client("redaktor-bip").operate(taken_down.absolute_url(), "unpublish", reason="RODO")
    assert answer.status_code == 200, answer.text
    transaction.begin()
    assert list(reconciling.verify_bulletin()) == []
    assert state(bulletin, taken_down) == "withdrawn"


def test_another_form_than_the_one_seen_is_not_published(edition, ask, client, bulletin):
    ask(edition)
    editor, address = client("redaktor-bip"), edition.absolute_url()
    seen = editor.get(f"{address}/@publication").json()["case"]["content_digest"]
    author = client("autor")
    assert author.operate(address, "retract-publication").status_code == 200
    ask(edition, summary="Inne streszczenie.")
    answer = editor.operate(address, "publish", password=PASSWORD, checklist=ALL_NO, content_digest=seen)
    assert answer.status_code == 409
    assert bulletin.look(lambda site: list(site["dokumenty"].objectIds())) == []
    seen = editor.get(f"{address}/@publication").json()["case"]["content_digest"]
    answer = editor.operate(address, "publish", password=PASSWORD, checklist=ALL_NO, content_digest=seen)
    assert answer.status_code == 200, answer.text


def test_a_document_tells_of_its_edition_in_force(edition, ask, publish, client):
    ask(edition)
    publish(edition)
    answer = client("pracownik").get(f"{edition.document.absolute_url()}/@publication")
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert told["openness"] == "bip"
    assert told["entry"].endswith(f"/dokumenty/{edition.document.symbol}/wydanie-1")


def test_a_bulletin_that_does_not_answer_is_said_and_nothing_is_half_saved(
    office, edition, ask, publish, client, bulletin, monkeypatch
):
    ask(edition)
    publish(edition)
    following = office.approved(edition.document)
    transaction.commit()

    def unreachable(connection):
        raise ClientDisconnected("timed out")

    monkeypatch.setattr(databases, "connection_to_bulletin", unreachable)
    answer = client("pelnomocnik").operate(following.absolute_url(), "release")
    assert answer.status_code == 409
    assert "does not answer" in answer.json()["message"] or "nie odpowiada" in answer.json()["message"]
    monkeypatch.undo()
    assert state(bulletin, edition) == "published"
    states = {
        item["number"]: item["state"]
        for item in client("pelnomocnik").get(f"{edition.document.absolute_url()}/@editions").json()["items"]
    }
    assert states == {"1": "in_force", "2": "approved"}
