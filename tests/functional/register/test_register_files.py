"""The register as a file, as a browser gets it over HTTP."""

import csv
from czest.qms import clock
import datetime
import io
import json
import lxml.html
import odfdo
import pytest
from support.office import text
import transaction
from xml.etree import ElementTree


PEOPLE_ACCEPT = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xml": "application/xml; charset=utf-8",
}


@pytest.fixture
def documents(office):
    """A document of everybody, one of IT alone, and a draft of its author; the second has a hostile title."""
    made = [
        office.register(title="Rozpatrywanie skarg", owner_unit="OR", login="pelnomocnik", openness="bip"),
        office.register(
            title="=Kopie; zapasowe",
            kind="Instruction",
            owner_unit="IT",
            access="distribution",
            distribution=["IT"],
            login="pelnomocnik",
        ),
    ]
    for document in made:
        office.in_force(document, login="pelnomocnik", body=text("<p>Skargę wniesioną ustnie spisuje się.</p>"))
    made.append(office.register(title="Petycje"))
    transaction.commit()
    return made


@pytest.fixture
def download(client):
    """Return a function that gets a file as a browser does: ``download("radca", "csv", scope="all")``."""

    def get(login, extension, status=200, **parameters):
        answer = client(login).get(f"dokumenty/@@register.{extension}", params=parameters, headers=PEOPLE_ACCEPT)
        assert answer.status_code == status, answer.text[:500]
        return answer

    return get


def rows_of(answer):
    """Return the rows of a CSV file as dicts."""
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("extension", sorted(MEDIA_TYPES))
def test_a_file_is_an_attachment_of_the_day_for_no_cache(download, documents, extension):
    answer = download("radca", extension)
    assert answer.headers["Content-Type"] == MEDIA_TYPES[extension]
    name = f"wykaz-dokumentow-{clock.today().isoformat()}.{extension}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_row_says_what_the_page_says(download, documents):
    (row,) = rows_of(download("radca", "csv"))
    assert row == {
        "Symbol": documents[0].symbol,
        "Kind": "Procedure",
        "Title": "Rozpatrywanie skarg",
        "Owner": "OR",
        "Edition": "1",
        "In force since": clock.today().isoformat(),
        "Openness": "BIP",
        "State": "In force",
        "Process": "",
        "Address": documents[0].absolute_url(),
    }


def test_od_3_all_kinds_of_file_say_the_same(download, documents):
    def got(extension):
        return download("pelnomocnik", extension, scope="all", sort="-title").content

    items = json.loads(got("json"))["items"]
    assert [item["symbol"] for item in items] == [documents[number].symbol for number in (0, 2, 1)]
    root = ElementTree.fromstring(got("xml"))
    in_xml = [{cell.tag: cell.text for cell in row} for row in root.findall("rows/row")]
    assert in_xml == [{key: value for key, value in item.items() if value is not None} for item in items]
    (sheet,) = odfdo.Document(io.BytesIO(got("ods"))).body.get_tables()
    values = [sheet.get_row_values(number) for number in range(sheet.height)]
    first = [row[0] for row in values].index("Symbol") + 1
    cells = [[cell.isoformat() if isinstance(cell, datetime.date) else cell for cell in row] for row in values[first:]]
    assert cells[: len(items)] == [list(item.values()) for item in items]
    assert isinstance(values[first][5], datetime.date)
    titles = [row["Title"] for row in rows_of(download("pelnomocnik", "csv", scope="all", sort="-title"))]
    assert titles == ["Rozpatrywanie skarg", "Petycje", "'=Kopie; zapasowe"]


@pytest.mark.parametrize(
    ("login", "expected"), [("radca", [0]), ("informatyk", [1, 0]), ("autor", [0, 2]), ("pelnomocnik", [1, 0, 2])]
)
def test_a_file_stays_within_the_rights_of_the_person(download, documents, login, expected):
    answer = download(login, "json", scope="all")
    assert [item["symbol"] for item in answer.json()["items"]] == [documents[number].symbol for number in expected]
    assert answer.json()["items_total"] == len(expected)
    assert f"{len(expected)} document" in answer.json()["head"][1]
    assert ("zapasowe" in answer.text) == (1 in expected)


def test_a_file_answers_the_address_of_the_page(download, documents):
    def titles(**parameters):
        return [item["title"] for item in download("pelnomocnik", "json", **parameters).json()["items"]]

    assert titles(query="skargi ustne", unit="OR") == ["Rozpatrywanie skarg"]
    assert titles(query="skargi ustne", sort="relevance", scope="all", kind="Instruction") == ["=Kopie; zapasowe"]
    assert titles(state="draft") == ["Petycje"]
    assert titles(unit="PJ") == []
    told = download("pelnomocnik", "json", query="skargi", unit="OR").json()
    assert told["head"][2] == "Narrowed to: In force (tab), Search: skargi, OR Wydział Organizacyjny"


def test_a_file_holds_all_rows_whatever_the_page(download, documents):
    answer = download("pelnomocnik", "csv", scope="all", b_size="1", b_start="2")
    assert len(rows_of(answer)) == 3


@pytest.mark.parametrize("extension", sorted(MEDIA_TYPES))
def test_a_wrong_parameter_is_refused_and_named(client, download, documents, extension):
    answer = download("radca", extension, status=400, sort="colour", scope="past")
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "Content-Disposition" not in answer.headers
    (main,) = lxml.html.fromstring(answer.content).xpath("//main")
    assert "sort: There is no value colour." in main.text_content()
    assert "scope: There is no value past." in main.text_content()
    told = client("radca").get(f"dokumenty/@@register.{extension}?sort=colour")
    assert told.status_code == 400
    assert [error["field"] for error in told.json()["errors"]] == ["sort"]


def test_a_program_that_accepts_json_gets_the_file_too(client, documents):
    answer = client("radca").get("dokumenty/@@register.json")
    assert answer.status_code == 200
    assert [item["symbol"] for item in answer.json()["items"]] == [documents[0].symbol]


@pytest.mark.parametrize("extension", sorted(MEDIA_TYPES))
def test_strangers_get_nothing(client, documents, extension):
    answer = client(None).get(f"dokumenty/@@register.{extension}", headers=PEOPLE_ACCEPT)
    assert answer.status_code in (302, 401)
    assert "skarg" not in answer.text


def test_reading_writes_nothing(portal, download, documents):
    transaction.commit()
    database = portal._p_jar.db()
    before = database.lastTransaction()
    for extension in MEDIA_TYPES:
        download("pelnomocnik", extension, scope="all")
    assert database.lastTransaction() == before


def test_the_page_leads_to_files_of_what_it_lists(client, documents):
    page = client("pelnomocnik").get("dokumenty?scope=all&sort=-title&b_size=100&b_start=0", headers=PEOPLE_ACCEPT)
    links = lxml.html.fromstring(page.content).xpath("//a[contains(@href, '@@register.')]")
    assert [" ".join(link.text_content().split()) for link in links] == [
        "Download the list: CSV",
        "Download the list: ODS",
    ]
    assert "b_size" not in links[0].get("href")
    answer = client("pelnomocnik").get(links[0].get("href"), headers=PEOPLE_ACCEPT)
    assert [row["Title"] for row in rows_of(answer)] == ["Rozpatrywanie skarg", "Petycje", "'=Kopie; zapasowe"]
