"""A legal act over the REST API: recorded, read, enacted, refused."""

import base64
from czest.qms import clock
import pytest
from support.client import upload
import transaction


TODAY = clock.today().isoformat()
OFFICER, STAFF = "pelnomocnik", "pracownik"
SIGNED = upload("zarzadzenie.txt", "Zarządzenie".encode(), "text/plain")
ACT = {"number": "k.14.2024", "title": "Wprowadzenie dokumentów SZJ", "date": TODAY, "signed_file": SIGNED}


@pytest.fixture
def editions(office):
    """The addresses of two approved editions."""
    transaction.begin()
    found = [office.approved(office.register(title=title)) for title in ("Pierwszy", "Drugi")]
    transaction.commit()
    return [edition.absolute_url() for edition in found]


@pytest.fixture
def act(client):
    answer = client(OFFICER).operate("akty", "record-act", **ACT)
    assert answer.status_code == 200, answer.text
    return answer.json()["object"]


def test_an_act_is_recorded_and_read_by_staff(client, act):
    assert act.endswith("/akty/k.14.2024")
    found = client(STAFF).get(act).json()
    assert (found["number"], found["state"], found["editions"]) == ("k.14.2024", "recorded", [])
    assert found["signed_file"]["filename"] == "zarzadzenie.txt"
    assert client(None).get(act).status_code == 401
    assert client(STAFF).get("akty").json()["items_total"] == 1


def test_editions_come_into_force_together(client, act, editions):
    answer = client(OFFICER).operate(act, "enact", editions=editions)
    assert answer.status_code == 200, answer.text
    assert (answer.json()["object"], answer.json()["state"]) == (act, "recorded")
    assert answer.json()["trail_entry"]["operation"] == "enact"
    for edition in editions:
        found = client(STAFF).get(edition).json()
        assert (found["state"], found["legal_act"], found["in_force_from"]) == ("in_force", "k.14.2024", TODAY)
    listed = client(STAFF).get(act).json()["editions"]
    assert [item["@id"] for item in listed] == editions
    assert [item["state"] for item in listed] == ["in_force", "in_force"]


def test_one_in_the_wrong_state_is_a_conflict_that_names_it(client, act, editions):
    assert client(OFFICER).operate(editions[1], "revoke-approval", reason="Błąd").status_code == 200
    answer = client(OFFICER).operate(act, "enact", editions=editions)
    assert answer.status_code == 409, answer.text
    (error,) = answer.json()["errors"]
    assert error["field"] == "editions"
    assert error["message"].startswith("P-PJ-02 1 ")
    assert client(OFFICER).get(editions[0]).json()["state"] == "approved"


def test_an_unknown_edition_is_a_bad_request_that_names_it(client, act, editions):
    answer = client(OFFICER).operate(act, "enact", editions=[*editions, "dokumenty/XX-01/wydanie-1"])
    assert answer.status_code == 400, answer.text
    (error,) = answer.json()["errors"]
    assert error["field"] == "editions"
    assert "dokumenty/XX-01/wydanie-1" in error["message"]
    assert client(OFFICER).get(editions[0]).json()["state"] == "approved"


def test_a_number_twice_is_refused_at_the_field(client, act):
    answer = client(OFFICER).operate("akty", "record-act", **ACT)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["number"]


@pytest.mark.parametrize("values", [{"editions": 5}, {"editions": [5]}, {"editions": []}, {}, {"editions": None}])
def test_bad_editions_are_bad_requests(client, act, values):
    answer = client(OFFICER).operate(act, "enact", **values)
    assert answer.status_code == 400, answer.text
    assert [error["field"] for error in answer.json()["errors"]] == ["editions"]


def test_operations_and_trail(client, act):
    (record,) = client(STAFF).get("akty/@operations").json()["items"]
    assert (record["id"], record["allowed"]) == ("record-act", False)
    listed = {item["id"]: item for item in client(OFFICER).get(f"{act}/@operations").json()["items"]}
    assert list(listed) == ["enact", "attach-signature", "revalidate"]
    enact = listed["enact"]
    assert (enact["id"], enact["allowed"], enact["schema"]["required"]) == ("enact", True, ["editions"])
    assert set(enact["schema"]["properties"]) == {"number", "date", "effective_from", "editions", "signed_file"}
    (entry,) = client("auditor").get(f"{act}/@trail").json()["items"]
    assert entry["operation"] == "record-act"
    assert client(OFFICER).get(f"{act}/@trail/verify").json()["valid"]
    assert client(STAFF).get(f"{act}/@trail").status_code in (401, 403)


def test_the_editions_of_a_restricted_document_are_not_named(client, office):
    edition = office.approved(office.register(access="distribution", distribution=["IT"]))
    transaction.commit()
    act = client(OFFICER).operate("akty", "record-act", **ACT).json()["object"]
    assert client(OFFICER).operate(act, "enact", editions=[edition.UID()]).status_code == 200
    assert client(STAFF).get(act).json()["editions"] == []
    assert [item["number"] for item in client("informatyk").get(act).json()["editions"]] == ["1"]


def test_the_signed_file_is_served(client, act):
    answer = client(STAFF).call("GET", f"{act}/@@signed-file/zarzadzenie.txt", headers={"Accept": "*/*"})
    assert (answer.status_code, answer.content) == (200, base64.b64decode(SIGNED["data"]))
    assert client(STAFF).get(f"{act}/@@signed-file/inny.txt").status_code == 404


@pytest.mark.parametrize("login", ["manager", "administrator", OFFICER, STAFF])
def test_stock_methods_say_what_is_meant(client, act, login):
    answers = [
        client(login).post("akty", {"@type": "LegalAct", "number": "k.15.2024", "title": "Podrobione"}),
        client(login).patch(act, {"title": "Podrobione"}),
        client(login).call("DELETE", act),
        client(login).call("DELETE", "akty"),
    ]
    assert [answer.status_code for answer in answers] == [403] * 4
    assert all(answer.json()["message"] for answer in answers)
    assert client(STAFF).get(act).json()["title"] == ACT["title"]
