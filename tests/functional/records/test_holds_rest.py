"""Holds through the REST API."""

from czest.qms import clock
import datetime
import pytest
from support.client import upload
import transaction


TODAY = clock.today()
LATER = TODAY + datetime.timedelta(days=400)
RECORD = {
    "@type": "Record",
    "title": "Protokół z testu odtworzenia",
    "jrwa_class": "0142",
    "archival_category": "B5",
    "closed_on": "2015-06-30",
    "files": [upload("a.txt", b"Tresc", "text/plain")],
}


@pytest.fixture
def hand_in(client):
    def hand_in(**data):
        transaction.commit()
        answer = client("pracownik").post("zapisy", {**RECORD, **data})
        assert answer.status_code == 201, answer.text
        return answer.json()

    return hand_in


def test_a_record_is_held_and_let_go(client, hand_in):
    record = hand_in()
    address, due = record["@id"], record["disposable_from"]
    archivist = client("archiwista")
    values = {"reason": "Kontrola NIK", "requested_by": "Skarbnik Miasta", "until": LATER.isoformat()}
    held = archivist.operate(address, "hold", **values)
    assert held.status_code == 200, held.text
    assert held.json()["state"] == "filed" and held.json()["trail_entry"]["reason"] == "Kontrola NIK"
    shown = archivist.get(address).json()
    assert shown["disposable_from"] == (LATER + datetime.timedelta(days=1)).isoformat() != due
    (hold,) = shown["holds"]
    assert hold["until"] == LATER.isoformat() and hold["reason"] == "Kontrola NIK" and hold["records"] == 1
    (told,) = client("pracownik").get(address).json()["holds"]
    assert told["until"] == LATER.isoformat() and not {"reason", "requested_by", "name"} & set(told)
    assert archivist.operate(address, "extend-hold", reason="Kontrola trwa").status_code == 200
    assert archivist.get(address).json()["disposable_from"] is None
    assert archivist.operate(address, "lift-hold", reason="Kontrola skończona", hold=hold["id"]).status_code == 200
    assert archivist.get(address).json()["disposable_from"] == due
    assert archivist.operate(address, "lift-hold", reason="Znowu").status_code == 409
    assert archivist.get(f"{address}/@trail/verify").json()["valid"]


def test_what_is_wrong_is_told_at_its_field(client, hand_in):
    address = hand_in()["@id"]
    archivist = client("archiwista")
    for values, field in (
        ({}, "reason"),
        ({"reason": "R", "until": "2020-01-01"}, "until"),
        ({"reason": "R", "until": "jutro"}, "until"),
        ({"reason": "x" * 1001}, "reason"),
        ({"reason": "R", "since": "2020-01-01"}, "since"),
    ):
        answer = archivist.operate(address, "hold", **values)
        assert answer.status_code == 400
        assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert archivist.operate(address, "hold", reason="R").status_code == 200
    wrong = archivist.operate(address, "lift-hold", reason="R", hold="nie-ma")
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (400, "hold")
    assert len(archivist.get(address).json()["holds"]) == 1


@pytest.mark.parametrize("login", ["pracownik", "auditor", "manager", None])
def test_others_neither_hold_nor_read_the_list(client, hand_in, login):
    address = hand_in()["@id"]
    assert client("archiwista").operate(address, "hold", reason="R").status_code == 200
    for target, operation in ((address, "hold"), (address, "lift-hold"), ("zapisy", "hold-found")):
        assert client(login).operate(target, operation, reason="R").status_code in (401, 403)
    assert client(login).get("zapisy/@holds").status_code in (401, 403)
    assert len(client("archiwista").get(address).json()["holds"]) == 1


def test_no_door_changes_what_is_held(client, hand_in):
    """What a record under hold consists of cannot be exchanged by any request, not even before it is filed."""
    for closed_on in ("2015-06-30", None):
        record = hand_in(closed_on=closed_on)
        assert client("archiwista").operate(record["@id"], "hold", reason="R").status_code == 200
        before = client("archiwista").get(record["@id"]).json()
        for login in ("pracownik", "pelnomocnik", "manager"):
            person = client(login)
            files = {"files": [upload("b.txt", b"Inna", "text/plain")]}
            assert person.patch(record["@id"], files).status_code in (401, 403, 409)
            for target in (record["@id"], f"{record['@id']}/files"):
                assert person.call("PUT", target, data=b"Inna").status_code >= 400
            person.call("PUT", f"{record['@id']}/@@file/1", data=b"Inna")
            assert person.call("DELETE", record["@id"]).status_code in (401, 403, 404, 409)
        after = client("archiwista").get(record["@id"]).json()
        assert (after["digest"], after["files"]) == (before["digest"], before["files"])


def test_records_found_are_held_by_one_decision_that_the_list_tells(client, hand_in):
    records = [hand_in(title=f"Protokół {number}") for number in range(3)]
    archivist = client("archiwista")
    answer = archivist.operate("zapisy", "hold-found", reason="Proces", until=LATER.isoformat(), year=2015)
    assert answer.status_code == 200, answer.text
    assert answer.json()["object"].endswith("/zapisy")
    (row,) = archivist.get("zapisy/@holds").json()["items"]
    assert (row["records"], row["pending"], row["bearer"], row["in_force"]) == (3, 0, "found", True)
    assert {held["symbol"] for held in row["on"]} == {record["symbol"] for record in records}
    assert archivist.get(records[0]["@id"]).json()["holds"][0]["records"] == 3
    assert archivist.operate(records[1]["@id"], "lift-hold", reason="Koniec", whole_group=True).status_code == 200
    (row,) = archivist.get("zapisy/@holds").json()["items"]
    assert (row["in_force"], row["lifted"], row["lifted_reason"]) == (False, TODAY.isoformat(), "Koniec")
    assert client("pelnomocnik").get("zapisy/@trail/verify").json()["valid"]


@pytest.mark.parametrize(
    ("name", "value"), [("category", ["B5", "B10"]), ("held", "yes"), ("scope", "filed"), ("text", "x")]
)
def test_what_cannot_be_asked_of_a_hold_is_refused_by_its_name(client, hand_in, name, value):
    hand_in()
    answer = client("archiwista").operate("zapisy", "hold-found", reason="Proces", unit="OR", **{name: value})
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [name]
    assert client("archiwista").get("zapisy/@holds").json()["items"] == []


def test_the_list_puts_near_ends_first_and_is_paged(client, hand_in):
    archivist = client("archiwista")
    series = hand_in()["@id"].rpartition("/")[0]
    ends = [None, TODAY + datetime.timedelta(days=300), TODAY + datetime.timedelta(days=30)]
    for number, end in enumerate(ends):
        target = series if number == 1 else hand_in(title=f"Protokół {number}")["@id"]
        assert archivist.operate(target, "hold", reason=f"R{number}", until=end and end.isoformat()).status_code == 200
    listed = archivist.get("zapisy/@holds").json()
    assert [(row["reason"], row["ends_soon"]) for row in listed["items"]] == [
        ("R2", True),
        ("R1", False),
        ("R0", False),
    ]
    second = archivist.get("zapisy/@holds?b_start=1&b_size=1").json()
    assert (second["items_total"], [row["bearer"] for row in second["items"]]) == (3, ["series"])
    for query in ("b_size=0", "b_size=101", "b_start=-1", "b_start=x"):
        assert archivist.get(f"zapisy/@holds?{query}").status_code == 400
