"""Disposal over REST, as the contract says: propose, record the consent, destroy."""

import base64
from czest.qms import clock
import pytest
import transaction


RECORD = {
    "@type": "Record",
    "title": "Skargi rozpatrzone w 2015 r.",
    "case_sign": "OR.0142.7.2015",
    "jrwa_class": "0142",
    "archival_category": "B5",
    "closed_on": "2015-12-31",
    "files": [{"filename": "skargi.txt", "encoding": "base64", "data": base64.b64encode(b"Skargi").decode()}],
}


@pytest.fixture
def address(client):
    """Address of a record that is due."""
    return client("pracownik").post("/zapisy", RECORD).json()["@id"]


@pytest.fixture
def archivist(client):
    return client("archiwista")


def test_the_way_of_the_contract(archivist, address):
    made = archivist.operate("/zapisy", "propose", category="B", records=[address])
    assert made.status_code == 200, made.text
    listed = made.json()["object"]
    assert made.json()["state"] == "proposed"
    assert archivist.get(address).json()["state"] == "disposal_pending"

    refused = archivist.operate(listed, "destroy")
    assert refused.status_code == 409
    assert "§ 9 ust. 1" in refused.json()["message"]
    refused = archivist.operate(listed, "record-consent", consent_no="AP.620.7.2026")
    assert refused.status_code == 400
    assert [error["field"] for error in refused.json()["errors"]] == ["consent_date"]
    assert "§ 9 ust. 1" in refused.json()["errors"][0]["message"]

    today = clock.today().isoformat()
    answer = archivist.operate(listed, "record-consent", consent_no="AP.620.7.2026", consent_date=today)
    assert (answer.status_code, answer.json()["state"]) == (200, "consented")
    answer = archivist.operate(listed, "destroy")
    assert (answer.status_code, answer.json()["state"]) == (200, "destroyed")
    record = archivist.get(address).json()
    assert (record["state"], record["files"], record["title"]) == ("disposed", [], RECORD["title"])
    assert archivist.get(f"{address}/@trail/verify").json()["valid"]
    assert archivist.get(f"{address}/@@file/1").status_code == 404


def test_a_hold_between_consent_and_destruction_wins(archivist, address):
    listed = archivist.operate("/zapisy", "propose", category="B", records=[address]).json()["object"]
    archivist.operate(listed, "record-consent", consent_no="AP.1", consent_date=clock.today().isoformat())
    assert archivist.get(listed).json()["destruction"] == {"allowed": True, "reasons": []}
    assert archivist.operate(address, "hold", reason="Kontrola RIO").status_code == 200
    locked = archivist.get(listed).json()["destruction"]
    assert (locked["allowed"], len(locked["reasons"])) == (False, 1)
    refused = archivist.operate(listed, "destroy")
    assert refused.status_code == 409
    assert "hold" in refused.json()["errors"][0]["message"]
    assert archivist.get(address).json()["files"]


def test_what_may_not_be_proposed_is_named(archivist, client):
    archival = client("pracownik").post("/zapisy", {**RECORD, "archival_category": "A"}).json()
    refused = archivist.operate("/zapisy", "propose", category="B", records=[archival["symbol"], "Z-NIE-2015/1"])
    assert refused.status_code == 400
    sentences = [error["message"] for error in refused.json()["errors"]]
    assert len(sentences) == 2
    assert archival["symbol"] in sentences[0] and "art. 5 ust. 1 pkt 1" in sentences[0]


def test_a_list_as_json(archivist, address):
    listed = archivist.operate("/zapisy", "propose", category="B5", records=[address]).json()["object"]
    found = archivist.get(listed).json()
    assert (found["kind"], found["category"], found["state"]) == ("B", "B5", "proposed")
    assert (found["totals"]["rows"], found["totals"]["open"], found["totals"]["years"]) == (1, 1, "2015")
    assert [step["standing"] for step in found["steps"]] == ["done", "now", "ahead", "ahead", "ahead", "ahead"]
    assert not found["destruction"]["allowed"]
    assert any("§ 9 ust. 1" in reason for reason in found["destruction"]["reasons"])
    rows = archivist.get(f"{listed}/@rows").json()
    assert rows["items_total"] == 1
    row = rows["items"][0]
    assert (row["number"], row["case_sign"], row["@id"], row["held"]) == (1, RECORD["case_sign"], address, False)
    assert archivist.get(f"{listed}/@rows?b_start=1").json()["items"] == []
    assert archivist.get(f"{listed}/@rows?b_size=x").status_code == 400


def test_what_is_due(archivist, client, address):
    client("pracownik").post("/zapisy", {**RECORD, "archival_category": "B50"})
    found = archivist.get("/archiwum/@due").json()
    assert found["items"] == [{"unit": "OR", "category": "B5", "records": 1, "held": 0}]
    assert archivist.operate(address, "hold", reason="Kontrola RIO").status_code == 200
    assert archivist.get("/archiwum/@due").json()["held"] == 1
    later = archivist.get("/archiwum/@due?year=2070").json()
    assert {item["category"] for item in later["items"]} == {"B5", "B50"}
    assert archivist.get("/archiwum/@due?year=x").status_code == 400


@pytest.mark.parametrize("login", ["pracownik", "autor", "manager", "administrator", None])
def test_the_archive_is_not_for_staff(client, archivist, address, login):
    listed = archivist.operate("/zapisy", "propose", category="B", records=[address]).json()["object"]
    transaction.commit()
    for door in ("/archiwum", "/archiwum/@due", listed, f"{listed}/@rows", f"{listed}/@trail"):
        assert client(login).get(door).status_code in (401, 403), door
    assert client(login).operate(listed, "drop", reason="x").status_code in (401, 403)


@pytest.mark.parametrize("login", ["pelnomocnik", "auditor"])
def test_officer_and_auditor_read(client, archivist, address, login):
    listed = archivist.operate("/zapisy", "propose", category="B", records=[address]).json()["object"]
    for door in ("/archiwum", "/archiwum/@due", listed, f"{listed}/@rows", f"{listed}/@trail"):
        assert client(login).get(door).status_code == 200, door
    assert client(login).operate(listed, "drop", reason="x").status_code == 403
    assert not any(one["allowed"] for one in client(login).get(f"{listed}/@operations").json()["items"])


@pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE"])
def test_stock_doors_are_shut(archivist, address, method):
    listed = archivist.operate("/zapisy", "propose", category="B", records=[address]).json()["object"]
    for door in ("/archiwum", listed):
        assert archivist.call(method, door, {"title": "Inny"}).status_code in (401, 403, 405)
    assert archivist.get(listed).json()["title"] != "Inny"
