"""Records through the REST API, as the contract of DESIGN §11 says, over real HTTP."""

import base64
from czest.qms import clock
import datetime
import pytest
from support.client import upload
from urllib.parse import quote


TODAY = clock.today()
CLOSED_ON = datetime.date(TODAY.year - 1, 3, 4)
RECORD = {
    "@type": "Record",
    "title": "Protokół z kontroli",
    "case_sign": "OR.2110.3.2026",
    "jrwa_class": "2110",
    "closed_on": CLOSED_ON.isoformat(),
    "files": [upload("protokol.txt", "Zażółć".encode(), "text/plain")],
}
RESTORED = {
    "@type": "Record",
    "title": "Protokół z testu odtworzenia",
    "jrwa_class": "133",
    "system": "Rejestr umów",
    "copy_from": CLOSED_ON.isoformat(),
    "tested_on": CLOSED_ON.isoformat(),
    "minutes": 42,
    "result": "whole",
}


@pytest.fixture
def clerk(client):
    return client("pracownik")


def post(person, **data):
    answer = person.post("zapisy", {**RECORD, **data})
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.fixture
def filed(clerk):
    return post(clerk)


@pytest.fixture
def opened(clerk):
    return post(clerk, closed_on=None)


@pytest.fixture
def test_series(client):
    """A series of restore tests of unit IT."""
    values = {"title": "Testy odtworzenia", "owner_unit": "IT", "jrwa_class": "133", "record_form": "restore-test"}
    answer = client("archiwista").operate("zapisy", "make-series", symbol="Z-TEST", **values)
    assert answer.status_code == 200, answer.text
    return answer.json()["object"]


def fields(answer):
    """Return the fields named by a refusal, in their order."""
    assert answer.json()["message"]
    return [error["field"] for error in answer.json()["errors"]]


def test_arch_4_the_answer_tells_address_state_days_and_digest(clerk):
    answer = clerk.post("zapisy", RECORD)
    found = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == found["@id"] == found["object"]
    assert found["@id"].endswith(f"/zapisy/Z-OR-K2110/{CLOSED_ON.year}-01")
    assert (found["symbol"], found["state"]) == (f"Z-OR-K2110-{CLOSED_ON.year}/01", "filed")
    assert found["archival_category"] == "B5"
    assert found["retention_until"] == f"{CLOSED_ON.year + 5}-12-31"
    assert found["disposable_from"] == f"{CLOSED_ON.year + 6}-01-01"
    assert len(found["digest"]) == 64
    assert found["trail_entry"]["operation"] == "capture"
    assert found["warnings"] == []


def test_what_was_sent_is_read_back_by_all_staff(client, filed):
    reader = client("informatyk")
    found = reader.get(filed["@id"]).json()
    expected = ("symbol", "state", "retention_until", "disposable_from", "digest", "files")
    assert {name: found[name] for name in expected} == {name: filed[name] for name in expected}
    (file,) = found["files"]
    assert reader.get(file["download"]).content == "Zażółć".encode()
    assert (found["case_sign"], found["author_name"]) == ("OR.2110.3.2026", "Inspektor ds. kancelarii")


def test_without_the_day_of_the_end_it_stays_open(opened):
    assert (opened["state"], opened["retention_until"], opened["disposable_from"]) == ("open", None, None)


def test_arch_5_archival_material_is_never_disposable(clerk):
    found = post(clerk, archival_category="A")
    assert (found["retention_until"], found["disposable_from"]) == (None, None)
    assert found["transferable_from"] == f"{CLOSED_ON.year + 26}-01-01"
    assert found["warnings"]


@pytest.mark.parametrize("way", ["to the series", "series named", "series found"])
def test_typed_fields_go_every_way(client, test_series, way):
    person = client("informatyk")
    if way == "to the series":
        answer = person.post(test_series, RESTORED)
    else:
        answer = person.post("zapisy", {**RESTORED, **({"series": "Z-TEST"} if way == "series named" else {})})
    assert answer.status_code == 201, answer.text
    found = person.get(answer.json()["@id"]).json()
    assert found["symbol"].startswith("Z-TEST-")
    assert (found["typed"]["system"], found["typed"]["minutes"]) == ("Rejestr umów", 42)
    assert found["typed"]["copy_from"] == CLOSED_ON.isoformat()


def test_every_wrong_field_is_named(client, test_series):
    answer = client("informatyk").post(
        test_series,
        {
            "@type": "Record",
            "title": 5,
            "closed_on": "wczoraj",
            "minutes": -1,
            "result": "może",
            "author": "autor",
            "archival_category": "B",
        },
    )
    assert answer.status_code == 400
    assert sorted(fields(answer)) == ["archival_category", "author", "closed_on", "minutes", "result", "title"]


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"title": ""}, ["title"]),
        ({"closed_on": (TODAY + datetime.timedelta(days=2)).isoformat()}, ["closed_on"]),
        ({"closed_on": "1850-01-01"}, ["closed_on"]),
        ({"jrwa_class": "211"}, ["jrwa_class"]),
        ({"jrwa_class": "9999"}, ["jrwa_class"]),
        ({"jrwa_class": ["2110"]}, ["jrwa_class"]),
        ({"procedure": "PS-99"}, ["procedure"]),
        ({"series": "Z-NIC"}, ["series"]),
        ({"series": 5}, ["series"]),
        ({"series": "../dokumenty"}, ["series"]),
        ({"access": "wszyscy"}, ["access"]),
        ({"distribution": ["XX"], "access": "distribution"}, ["distribution"]),
        ({"owner_unit": "IT"}, ["owner_unit"]),
        ({"files": [upload("wirus.exe", b"MZ", "application/octet-stream")]}, ["files"]),
        ({"files": "protokol.txt"}, ["files"]),
        ({"files": [5]}, ["files"]),
        ({"@type": "Document"}, ["@type"]),
        ({"state": "filed"}, ["state"]),
        ({"digest": "0" * 64, "holds": []}, ["digest", "holds"]),
        ({"expected_state": 5}, ["expected_state"]),
    ],
)
def test_bad_input_is_named_and_leaves_nothing(client, clerk, data, wrong):
    answer = clerk.post("zapisy", {**RECORD, **data})
    assert answer.status_code == 400, answer.text
    assert sorted(fields(answer)) == wrong
    assert client("pelnomocnik").get("zapisy").json()["items_total"] == 0


@pytest.mark.parametrize("body", ["[]", "5", '"x"', "{", ""])
def test_what_is_no_object_is_refused(clerk, body):
    answer = clerk.session.post(f"{clerk.site}/zapisy", data=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["message"]


def test_strangers_and_others_are_refused(client, filed):
    assert client(None).post("zapisy", RECORD).status_code == 401
    assert client(None).get(filed["@id"]).status_code == 401
    series = filed["@id"].rpartition("/")[0]
    for login in ("informatyk", "manager", "auditor"):
        answer = client(login).post(series, RECORD)
        assert answer.status_code == 403, login
        assert answer.json()["message"]
    answer = client("pracownik").post("zapisy", {**RECORD, "openness": "bip"})
    assert (answer.status_code, fields(answer)) == (403, ["openness"])


def test_the_same_key_makes_one_record(client, clerk):
    headers = {"Idempotency-Key": "ten-sam"}
    answers = [clerk.post("zapisy", RECORD, headers=headers) for _number in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    other = clerk.post("zapisy", {**RECORD, "title": "Inny"}, headers=headers)
    assert other.status_code == 409
    series = answers[0].json()["@id"].rpartition("/")[0]
    assert client("pelnomocnik").get("@search?portal_type=Record").json()["items_total"] == 1
    assert client("pelnomocnik").get(series).status_code == 200


def test_an_open_record_is_saved_by_those_who_saw_it(clerk, opened):
    answer = clerk.patch(opened["@id"], {"title": "Poprawiony"}, headers={"If-Match": f'"{opened["digest"]}"'})
    assert answer.status_code == 200, answer.text
    assert answer.headers["ETag"] != f'"{opened["digest"]}"'
    late = clerk.patch(opened["@id"], {"title": "Jeszcze inny"}, headers={"If-Match": f'"{opened["digest"]}"'})
    assert (late.status_code, fields(late)) == (409, ["expected_digest"])
    read = clerk.get(opened["@id"])
    assert read.json()["title"] == "Poprawiony"
    assert read.headers["ETag"] == answer.headers["ETag"]


def test_a_filed_record_is_not_saved(client, filed):
    for login in ("pracownik", "pelnomocnik", "archiwista"):
        answer = client(login).patch(filed["@id"], {"title": "Inny"})
        assert answer.status_code == 409
        assert answer.json()["message"]
    assert client("manager").patch(filed["@id"], {"title": "Inny"}).status_code == 403


def test_filing_and_correcting(client, clerk, opened):
    wrong = clerk.operate(opened["@id"], "file")
    assert (wrong.status_code, fields(wrong)) == (400, ["closed_on"])
    moved = clerk.operate(opened["@id"], "file", closed_on=CLOSED_ON.isoformat(), expected_state="filed")
    assert moved.status_code == 409
    answer = clerk.operate(opened["@id"], "file", closed_on=CLOSED_ON.isoformat(), expected_state="open")
    assert (answer.status_code, answer.json()["state"]) == (200, "filed")
    file = upload("sprostowanie.txt", b"5 marca", "text/plain")
    answer = clerk.operate(opened["@id"], "add-addendum", text="Data w pkt 2: 5 marca.", file=file)
    assert answer.status_code == 200, answer.text
    found = client("informatyk").get(opened["@id"]).json()
    (addendum,) = found["addenda"]
    assert (addendum["number"], addendum["text"]) == (1, "Data w pkt 2: 5 marca.")
    assert "login" not in addendum
    assert client("informatyk").get(addendum["file"]["download"]).content == b"5 marca"
    assert addendum["file"]["filename"] == "sprostowanie.txt"


def operations(person, address):
    items = person.get(f"{address}/@operations").json()["items"]
    return {item["id"]: item["allowed"] for item in items}


def test_operations_are_listed_with_who_may(client, clerk, filed, opened):
    assert operations(clerk, opened["@id"]).items() >= {"save": True, "file": True, "add-addendum": False}.items()
    assert operations(clerk, filed["@id"]).items() >= {"save": False, "file": False, "add-addendum": True}.items()
    assert not any(operations(client("informatyk"), opened["@id"]).values())
    series = filed["@id"].rpartition("/")[0]
    assert operations(clerk, series).items() >= {"capture": True, "amend-series": False}.items()
    assert operations(client("archiwista"), series).items() >= {"amend-series": True, "close-series": True}.items()
    assert operations(clerk, "zapisy").items() >= {"capture": True, "make-series": False}.items()


def test_the_trail_is_shown_and_verified(client, filed):
    answer = client("auditor").get(f"{filed['@id']}/@trail")
    assert answer.status_code == 200, answer.text
    (entry,) = answer.json()["items"]
    assert (entry["operation"], entry["actor"], entry["digest"]) == ("capture", "pracownik", filed["digest"])
    verified = client("auditor").get(f"{filed['@id']}/@trail/verify").json()
    assert (verified["valid"], verified["entries"], verified["first_broken"]) == (True, 1, None)
    assert client("informatyk").get(f"{filed['@id']}/@trail").status_code in (401, 403)


def test_the_stock_workflow_service_lists_and_performs_operations(client, clerk, opened):
    listed = clerk.get(f"{opened['@id']}/@workflow").json()
    assert "file" in [item["@id"].rpartition("/")[2] for item in listed["transitions"]]
    assert client("informatyk").post(f"{opened['@id']}/@workflow/file").status_code in (401, 403)
    answer = clerk.post(f"{opened['@id']}/@workflow/file", {"closed_on": CLOSED_ON.isoformat()})
    assert answer.status_code == 200, answer.text
    assert clerk.get(opened["@id"]).json()["state"] == "filed"


@pytest.mark.parametrize("login", ["informatyk", "manager", "administrator", "auditor"])
def test_a_restricted_series_is_shut_at_every_door_of_reading(client, login):
    values = {"title": "Skargi", "owner_unit": "OR", "jrwa_class": "2110", "access": "distribution"}
    officer = client("pelnomocnik")
    series = officer.operate("zapisy", "make-series", symbol="Z-SKARGI", **values).json()["object"]
    record = post(client("pracownik"), series="Z-SKARGI", title="Skarga Kowalskiego: Zenon")
    uid = record["UID"]
    shut = client(login)
    for address in (
        series,
        record["@id"],
        f"{record['@id']}/@operations",
        f"{record['@id']}/@trail",
        f"{record['@id']}/@@file/1",
        f"{record['@id']}/@@view",
        f"{record['@id']}/@workflow",
        f"{record['@id']}/@history",
        f"resolveuid/{uid}",
    ):
        answer = shut.get(address)
        assert answer.status_code in (401, 403, 404), address
        assert "Zenon" not in answer.text
    for address in (
        "zapisy?fullobjects=1",
        "@search?SearchableText=Kowalskiego&fullobjects=1",
        f"@search?UID={uid}",
        "@search?portal_type=Record&metadata_fields=_all",
        "@search?portal_type=RecordSeries",
        "@querystring-search?query=%7B%22query%22%3A%5B%5D%7D",
        "zapisy/@navigation?expand.navigation.depth=3",
        f"@search?sort_on=symbol&sort_order=descending&symbol={quote(record['symbol'])}",
    ):
        answer = shut.get(address)
        assert "Zenon" not in answer.text, address
        assert "Z-SKARGI/" not in answer.text, address
    named = shut.post("zapisy", {**RECORD, "series": "Z-SKARGI"})
    nothing = shut.post("zapisy", {**RECORD, "series": "Z-NIC"})
    assert named.status_code == nothing.status_code
    assert named.text.replace("Z-SKARGI", "Z-NIC") == nothing.text


def test_reading_writes_nothing(portal, client, filed):
    database = portal._p_jar.db()
    last = database.lastTransaction()
    series = filed["@id"].rpartition("/")[0]
    for address in ("zapisy", series, filed["@id"]):
        for name in ("", "/@operations", "/@workflow", "/@trail", "/@@view"):
            assert client("pelnomocnik").get(address + name).status_code in (200, 404)
    assert client("pelnomocnik").get(f"{filed['@id']}/@@file/1").content == base64.b64decode(RECORD["files"][0]["data"])
    assert database.lastTransaction() == last
