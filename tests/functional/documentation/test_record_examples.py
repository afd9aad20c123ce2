"""The examples of records in docs/reference/rest.md are what the site answers."""

import pytest
from support.client import upload
from support.examples import Recorder
from support.people import PASSWORD


CLOSED_ON, RETENTION_UNTIL, DISPOSABLE_FROM, TO_COME = "2025-03-04", "2030-12-31", "2031-01-01", "2999-01-01"
SERIES = {
    "symbol": "Z-TO",
    "title": "Protokoły z testów odtworzenia",
    "owner_unit": "IT",
    "jrwa_class": "131",
    "record_form": "restore-test",
}
RECORD = {
    "@type": "Record",
    "title": "Lista kandydatów spełniających wymagania formalne",
    "case_sign": "OR.2110.3.2025",
    "jrwa_class": "2110",
    "closed_on": CLOSED_ON,
    "files": [upload("lista.txt", "Lista kandydatów".encode(), "text/plain")],
}
TESTED = {
    "@type": "Record",
    "series": "Z-TO",
    "title": "Test odtworzenia rejestru umów",
    "created_on": CLOSED_ON,
    "system": "Rejestr umów",
    "copy_from": CLOSED_ON,
    "tested_on": CLOSED_ON,
    "minutes": 42,
    "result": "whole",
}


@pytest.fixture
def keep(portal):
    return Recorder(portal.absolute_url(), (PASSWORD,), (CLOSED_ON, RETENTION_UNTIL, DISPOSABLE_FROM, TO_COME)).keep


def test_a_record_is_handed_in_and_read(client, keep):
    clerk = client("pracownik")
    filed = keep("record", clerk.post("zapisy", RECORD, headers={"Idempotency-Key": "5f0c1d7a"}))
    assert filed.status_code == 201
    address = filed.json()["@id"]
    listed = keep("records-register", clerk.get("zapisy/@register?category=B5&scope=filed"))
    assert listed.json()["items_total"] == 1
    corrected = clerk.operate(address, "add-addendum", text="W poz. 3 powinno być: Anna Zielińska.")
    assert keep("add-addendum", corrected).status_code == 200
    assert keep("record-read", client("informatyk").get(address)).json()["disposable_from"] == DISPOSABLE_FROM
    refused = clerk.post("zapisy", {**RECORD, "jrwa_class": "211", "closed_on": TO_COME})
    assert keep("refused-400-record", refused).status_code == 400
    assert keep("refused-409-record", clerk.patch(address, {"title": "Inny"})).status_code == 409


def test_a_redacted_copy_of_a_record_is_published(client, bulletin, keep):
    record = client("pracownik").post("zapisy", RECORD).json()["@id"]
    opened = {"openness": "bip", "openness_basis": "udip-6-1-2-d", "reason": "Informacja o naborze (art. 13)."}
    assert keep("amend-openness", client("pelnomocnik").operate(record, "amend-openness", **opened)).ok
    excluded = {
        "scope": "miejsca zamieszkania",
        "legal_basis": "art. 5 ust. 2 u.d.i.p.",
        "excluded_by": "Naczelnik Wydziału Organizacyjnego",
        "in_interest_of": "kandydatów",
    }
    asked = {
        "produced_on": CLOSED_ON,
        "responsible_name": "Jan Wzorcowy",
        "responsible_post": "Inspektor w Wydziale Organizacyjnym",
        "redacted_from": "lista.txt",
        "redacted_file": upload("lista-jawna.txt", "Lista [wyłączono: dane]".encode(), "text/plain"),
        "exclusions": [excluded],
        "bip_until": TO_COME,
    }
    answer = client("pracownik").operate(record, "request-publication", **asked)
    assert keep("request-publication-record", answer).ok
    assert client("pracownik").get(f"{record}/@publication").json()["blocked"] is False


def test_a_record_with_typed_fields_is_saved_and_filed(client, keep):
    made = keep("make-series", client("archiwista").operate("zapisy", "make-series", **SERIES))
    assert made.status_code == 200, made.text
    engineer = client("informatyk")
    opened = keep("record-typed", engineer.post("zapisy", TESTED))
    assert opened.json()["state"] == "open"
    match = {"If-Match": f'"{opened.json()["digest"]}"'}
    saved = keep("record-save", engineer.patch(opened.json()["@id"], {"minutes": 55}, headers=match))
    assert saved.status_code == 200
    filed = keep("file", engineer.operate(opened.json()["@id"], "file", closed_on=CLOSED_ON))
    assert filed.json()["state"] == "filed"
