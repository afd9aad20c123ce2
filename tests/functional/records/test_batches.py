"""Many records handed in with one table: over REST, on the pages, and by the worker."""

from czest.qms import clock
from czest.qms.documents.content import state_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.interfaces import IVerification
from czest.qms.records.batches.job import LoadBatches
import datetime
import io
from plone import api
import pytest
from support.client import upload
import transaction
import zipfile
from zope.component import getUtilitiesFor
from zope.component import getUtility


TABLE = "tytul;znak_sprawy;data_zakonczenia;pliki\r\n{}"
GOOD = [f"Protokół {number};OR.131.{number}.2024;2024-05-0{number};p{number}.txt" for number in range(1, 6)]


@pytest.fixture
def series(portal, office):
    made = office.do(
        "pelnomocnik",
        portal["zapisy"],
        "make-series",
        symbol="Z-OR-1",
        title="Protokoły",
        owner_unit="OR",
        jrwa_class="131",
        archival_category="B5",
    )
    transaction.commit()
    return made


def csv_of(*rows):
    return upload("zapisy.csv", TABLE.format("\r\n".join(rows)).encode(), "text/csv")


def files(*numbers):
    return [upload(f"p{number}.txt", f"Treść {number}".encode(), "text/plain") for number in numbers]


def zip_of(*numbers):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("skany/", "")
        for number in numbers:
            archive.writestr(f"skany/P{number}.TXT", f"Treść {number}")
    return upload("skany.zip", out.getvalue(), "application/zip")


def records(portal):
    transaction.begin()
    return [record for series in portal["zapisy"].objectValues() for record in series.objectValues()]


def test_a_batch_without_errors_is_handed_in_at_once(client, portal, series):
    answer = client("pracownik").post(
        "zapisy/Z-OR-1/@batch", {"table": csv_of(*GOOD), "files": [zip_of(1, 2, 3, 4, 5)]}
    )
    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert told["@id"] == answer.headers["Location"]
    while told["state"] != "done":
        told = client("pracownik").post(told["@id"], {}).json()
    assert (told["rows"], told["loaded"], told["wrong"], told["failed"]) == (5, 5, 0, 0)
    found = records(portal)
    assert sorted(record.symbol for record in found) == [f"Z-OR-1-2024/0{number}" for number in range(1, 6)]
    assert {state_of(record) for record in found} == {"filed"}
    assert {record.author for record in found} == {"pracownik"}
    assert sorted(record.files[0].data.decode() for record in found) == [f"Treść {number}" for number in range(1, 6)]
    entries = [entry for record in found for entry in getUtility(ITrail).entries(record.UID())]
    assert {(entry.operation, entry.actor) for entry in entries} == {("capture", "pracownik")}
    assert len(entries) == 5
    assert [found for _name, verify in getUtilitiesFor(IVerification) for found in verify()] == []
    (batch,) = portal["zapisy"].batches.all()
    assert len(batch.files) == 0


def test_a_trial_hands_in_nothing_until_it_is_confirmed(client, portal, series):
    rows = [*GOOD[:2], "Bez pliku;;2024-05-05;brak.txt", "Jutro;;2999-01-01;", ";;2024-01-01;"]
    asked = {"table": csv_of(*rows), "files": files(1, 2, 4), "dry_run": True}
    told = client("pracownik").post("zapisy/Z-OR-1/@batch", asked).json()
    while told["state"] == "checking":
        told = client("pracownik").post(told["@id"], {}).json()
    assert (told["state"], told["wrong"], told["files_left_over"]) == ("checked", 3, ["p4.txt"])
    assert [(item["row"], item["errors"][0]["column"]) for item in told["items"]] == [
        (4, "pliki"),
        (5, "data_zakonczenia"),
        (6, "tytul"),
    ]
    assert records(portal) == []
    counted = portal["zapisy"].numbering
    assert not counted.is_taken("Z-OR-1-2024/01")
    assert client("pracownik").get(told["@id"]).json() == told
    while told["state"] != "done":
        told = client("pracownik").post(told["@id"], {"confirm": True}).json()
    assert sorted(record.symbol for record in records(portal)) == ["Z-OR-1-2024/01", "Z-OR-1-2024/02"]


def test_a_trial_without_errors_waits_too(client, portal, series):
    asked = {"table": csv_of(*GOOD[:1]), "files": files(1), "dry_run": True}
    told = client("pracownik").post("zapisy/Z-OR-1/@batch", asked).json()
    assert told["state"] == "checked"
    assert records(portal) == []


def test_only_the_uploader_and_the_archivist_see_it(client, portal, series):
    told = client("pracownik").post("zapisy/Z-OR-1/@batch", {"table": csv_of("A;;;"), "dry_run": True}).json()
    assert client("autor2").get(told["@id"]).status_code == 404
    assert client("pelnomocnik").get(told["@id"]).status_code == 404
    assert client("archiwista").get(told["@id"]).status_code == 200
    assert client("archiwista").post(told["@id"], {"confirm": True}).status_code == 403
    assert client("archiwista").call("DELETE", told["@id"]).status_code == 403
    assert client("pracownik").get("zapisy/@batch/" + told["id"]).status_code == 404
    assert client("pracownik").call("DELETE", told["@id"]).status_code == 204
    assert client("pracownik").get(told["@id"]).status_code == 404


def test_who_may_not_hand_in_a_record_sends_no_batch(client, series):
    answer = client("informatyk").post("zapisy/Z-OR-1/@batch", {"table": csv_of("A;;;")})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"table": "tytul\nA"},
        {"table": {"filename": "a.csv", "data": "%%%"}},
        {"table": csv_of("A;;;"), "kolor": 1},
        {"table": csv_of("A;;;"), "files": [upload("a.zip", b"PK\x05\x06", "application/zip")]},
        {"table": csv_of("A;;;"), "files": [*files(1), *files(1)]},
        {"table": upload("a.csv", b"tytul\r\nA\0", "text/csv")},
        {"table": upload("a.csv", b"a\x81\x00", "text/csv")},
    ],
)
def test_nothing_is_kept_of_what_cannot_be_read(client, portal, series, asked):
    answer = client("pracownik").post("zapisy/Z-OR-1/@batch", asked)
    assert answer.status_code == 400
    assert answer.json()["errors"]
    transaction.begin()
    assert portal["zapisy"].batches.all() == []


def test_a_multipart_request_does_the_same(client, portal, series):
    sent = [
        ("table", ("zapisy.csv", TABLE.format("\r\n".join(GOOD[:2])), "text/csv")),
        ("files:list", ("p1.txt", b"A", "text/plain")),
        ("files:list", ("p2.txt", b"B", "text/plain")),
    ]
    answer = client("pracownik").post("zapisy/Z-OR-1/@batch", data={"dry_run": "true"}, files=sent)
    assert answer.status_code == 201, answer.text
    assert (answer.json()["wrong"], answer.json()["rows"]) == (0, 2)


def test_the_worker_goes_on_as_the_uploader(client, portal, series):
    asked = {"table": csv_of(*GOOD), "files": files(1, 2, 3, 4, 5), "dry_run": True}
    told = client("pracownik").post("zapisy/Z-OR-1/@batch", asked).json()
    transaction.begin()
    batch = portal["zapisy"].batches.get(told["id"])
    batch.begin("loading")
    transaction.commit()
    assert LoadBatches(step=0).run() is not None
    assert {record.author for record in records(portal)} == {"pracownik"}
    assert batch.state == "done"
    assert len(records(portal)) == 5
    assert LoadBatches().run() is None


def test_a_batch_of_somebody_who_left_is_stopped(client, portal, series):
    client("pracownik").post("zapisy/Z-OR-1/@batch", {"table": csv_of("A;;;"), "dry_run": True})
    transaction.begin()
    (batch,) = portal["zapisy"].batches.all()
    batch.begin("loading")
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username="pracownik")
    transaction.commit()
    LoadBatches().run()
    transaction.begin()
    assert batch.state == "stopped"
    assert records(portal) == []


def test_what_was_not_confirmed_is_forgotten(client, portal, series):
    client("pracownik").post("zapisy/Z-OR-1/@batch", {"table": csv_of("A;;;"), "dry_run": True})
    transaction.begin()
    with clock.stopped_at(clock.now() + datetime.timedelta(days=6)):
        LoadBatches().run()
    assert len(portal["zapisy"].batches.all()) == 1
    with clock.stopped_at(clock.now() + datetime.timedelta(days=8)):
        LoadBatches().run()
    assert portal["zapisy"].batches.all() == []


def test_typed_fields_are_columns(client, portal, office):
    office.do(
        "pelnomocnik",
        portal["zapisy"],
        "make-series",
        symbol="Z-T",
        title="Testy",
        owner_unit="OR",
        jrwa_class="131",
        record_form="restore-test",
    )
    transaction.commit()
    rows = "tytul;system;copy_from;tested_on;minutes;result\r\nTest;EZD;2024-01-02;3.01.2024;45;whole"
    table = upload("t.csv", rows.encode("cp1250"), "text/csv")
    told = client("pracownik").post("zapisy/Z-T/@batch", {"table": table}).json()
    assert (told["state"], told["loaded"]) == ("done", 1)
    (record,) = records(portal)
    assert record.typed["minutes"] == 45
    assert record.typed["copy_from"] == datetime.date(2024, 1, 2)


def test_each_row_finds_its_series(client, portal, series):
    rows = "tytul;seria;komorka;klasa\r\nA;Z-OR-1;;\r\nB;;OR;0142\r\nC;Z-NIE;;"
    told = (
        client("pracownik")
        .post("zapisy/@batch", {"table": upload("t.csv", rows.encode(), "text/csv"), "dry_run": True})
        .json()
    )
    assert [(item["row"], item["errors"][0]["column"]) for item in told["items"]] == [(4, "seria")]
    told = client("pracownik").post(told["@id"], {"confirm": True}).json()
    assert {record.series.symbol for record in records(portal)} == {"Z-OR-1", "Z-OR-K0142"}


def test_the_report_names_symbol_or_error(client, browse, portal, series):
    rows = [GOOD[0], "=1+1;;2024-05-05;"]
    told = client("pracownik").post("zapisy/Z-OR-1/@batch", {"table": csv_of(*rows), "files": files(1)}).json()
    told = client("pracownik").post(told["@id"], {"confirm": True}).json()
    report = client("pracownik").get(told["report"], headers={"Accept": "text/csv"}).content.decode("utf-8-sig")
    lines = report.splitlines()
    assert "Z-OR-1-2024/01" in lines[1]
    assert "tytul" in lines[2]
    assert client("autor2").get(told["report"]).status_code == 404
    template = client("pracownik").get("zapisy/Z-OR-1/@@batch/wzor.csv").content.decode("utf-8-sig")
    assert template.startswith("symbol;tytul;")


def test_a_row_that_has_become_impossible_says_so_and_the_others_go_on(client, portal, office, series):
    rows = ["A;;;", "B;;;"]
    asked = {"table": csv_of(*rows), "dry_run": True}
    told = client("pracownik").post("zapisy/Z-OR-1/@batch", asked).json()
    office.do("pelnomocnik", series, "close-series", reason="Koniec")
    transaction.commit()
    told = client("pracownik").post(told["@id"], {"confirm": True}).json()
    assert (told["state"], told["loaded"], told["failed"]) == ("done", 0, 2)
    assert records(portal) == []


def test_getting_writes_nothing(client, portal, series):
    told = client("pracownik").post("zapisy/Z-OR-1/@batch", {"table": csv_of(*GOOD), "dry_run": True}).json()
    transaction.begin()
    before = portal._p_jar.db().lastTransaction()
    client("pracownik").get(told["@id"])
    client("pracownik").get(told["report"])
    client("pracownik").get(f"zapisy/Z-OR-1/@@batch/{told['id']}", headers={"Accept": "text/html"})
    client("pracownik").get("zapisy/Z-OR-1/@@batch", headers={"Accept": "text/html"})
    assert portal._p_jar.db().lastTransaction() == before
