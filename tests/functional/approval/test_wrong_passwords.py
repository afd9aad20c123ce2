"""Wrong passwords are counted and traced at once, whatever becomes of the request; the third locks signing."""

from czest.qms import clock
from czest.qms.approval.interfaces import IWrongPasswords
from czest.qms.approval.passwords import note_failure
from czest.qms.approval.rules.locking import Failures
from czest.qms.evidence.interfaces import ITrail
import datetime
import pytest
from support.people import PASSWORD
import transaction
from zope.component import getUtility


@pytest.fixture
def edition(office):
    edition = office.submitted(office.register(), reviewers=["radca"])
    transaction.commit()
    return edition


def path_of(edition):
    return "/".join(edition.getPhysicalPath()[2:])


def traced(edition):
    transaction.begin()
    return [entry.operation for entry in getUtility(ITrail).entries(edition.document.UID())][-4:]


def test_the_third_wrong_password_locks_signing_and_is_traced(client, edition):
    radca, path = client("radca"), path_of(edition)
    for _time in range(2):
        answer = radca.operate(path, "review", password="zgaduje-1234")
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "password")
        assert "locked" not in answer.json()["message"]
    assert "locked" in radca.operate(path, "review", password="zgaduje-1234").json()["message"]
    assert traced(edition) == ["submit", "wrong-password", "wrong-password", "signing-locked"]
    refused = radca.operate(path, "review", password=PASSWORD)
    assert (refused.status_code, "locked" in refused.json()["message"]) == (400, True)
    assert traced(edition)[-1] == "signing-locked"
    transaction.begin()
    earlier = clock.now() - datetime.timedelta(minutes=16)
    getUtility(IWrongPasswords)._failures["radca"] = Failures(3, earlier)
    transaction.commit()
    assert radca.operate(path, "review", password=PASSWORD).status_code == 200


def test_a_right_password_begins_the_count_anew(client, edition, office):
    radca, path = client("radca"), path_of(edition)
    for _time in range(2):
        radca.operate(path, "review", password="zgaduje-1234")
    assert radca.operate(path, "review", password=PASSWORD).status_code == 200
    transaction.begin()
    other = office.submitted(office.register(), reviewers=["radca"])
    transaction.commit()
    assert "locked" not in radca.operate(path_of(other), "review", password="zgaduje-1234").json()["message"]
    assert radca.operate(path_of(other), "review", password=PASSWORD).status_code == 200


def test_a_count_survives_the_abort_of_its_request(edition):
    assert note_failure(edition, "radca").count == 1
    transaction.abort()
    assert note_failure(edition, "radca").count == 2


def test_neither_trail_nor_answer_repeats_the_password(client, edition):
    answer = client("radca").operate(path_of(edition), "review", password="moje-tajne-haslo")
    transaction.begin()
    entries = getUtility(ITrail).entries(edition.document.UID())
    assert "moje-tajne-haslo" not in answer.text + repr(entries)
