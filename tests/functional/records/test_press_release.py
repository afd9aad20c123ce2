"""The city's press release is filed over REST as the evidence of the certificate, and stays what it was."""

from czest.qms.demo.reading import data_of
from czest.qms.records.verification import verify_records
import hashlib
import pytest
from support.client import upload
import transaction
from urllib.parse import quote


NAME = "urzad-miasta-z-nowym-certyfikatem-iso.txt"
DAY = "2026-10-19"
#: The series of the demonstration; the JRWA that the product brings has no class of its own for certificates.
SERIES = next(series for series in data_of("records.json")["series"] if series["symbol"] == "Z-ISO")
VALUES = {name: value for name, value in SERIES.items() if name != "opened"} | {"jrwa_class": "0142"}


@pytest.fixture
def filed(client, sample_text):
    officer = client("pelnomocnik")
    answer = officer.operate("zapisy", "make-series", **VALUES)
    assert answer.status_code == 200, answer.text
    evidence = {
        "@type": "Record",
        "title": "Informacja prasowa o nowym certyfikacie",
        "evidence_of": "Urząd otrzymał certyfikat PN-EN ISO 9001:2015-10 na kolejne 3 lata.",
        "case_sign": "PJ.0142.9.2026",
        "created_on": DAY,
        "closed_on": DAY,
        "files": [upload(NAME, sample_text, "text/plain")],
    }
    answer = officer.post("zapisy/Z-ISO", evidence)
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_it_is_filed_with_the_digest_of_its_bytes(client, filed, sample_text):
    assert filed["state"] == "filed"
    found = client("pracownik").get(filed["@id"]).json()
    assert [(file["filename"], file["sha256"]) for file in found["files"]] == [
        (NAME, hashlib.sha256(sample_text).hexdigest())
    ]
    assert (found["evidence_of"], found["archival_category"]) == (
        "Urząd otrzymał certyfikat PN-EN ISO 9001:2015-10 na kolejne 3 lata.",
        "A",
    )


def test_it_is_taken_away_byte_by_byte(client, filed, sample_text):
    person = client("pracownik")
    address = person.get(filed["@id"]).json()["files"][0]["download"]
    answer = person.session.get(address, headers={"Accept": "*/*"})
    assert answer.status_code == 200
    assert answer.content == sample_text


@pytest.mark.parametrize("words", ["certyfikatem", "certyfikaty", "auditu", "auditach", "rehabilitacją"])
def test_it_is_found_by_other_forms_of_its_words(client, filed, words):
    found = client("pracownik").get(f"zapisy/@register?query={quote(words)}").json()
    assert [entry["symbol"] for entry in found["items"]] == [filed["symbol"]]


def test_it_is_not_found_by_words_that_it_does_not_have(client, filed):
    assert client("pracownik").get("zapisy/@register?query=wodoci%C4%85gi").json()["items"] == []


def test_nothing_changes_it_and_it_verifies(client, filed):
    assert client("pelnomocnik").patch(filed["@id"], {"title": "Inny tytuł"}).status_code == 409
    transaction.begin()
    assert list(verify_records()) == []
