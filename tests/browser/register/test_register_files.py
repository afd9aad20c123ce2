"""The register is taken away as a file with the keyboard, on a desktop and on a phone."""

import csv
from czest.qms import clock
import io
import odfdo
from pathlib import Path
import pytest
from support.accessibility import violations
from support.accessibility import wider_than_the_window


@pytest.fixture
def documents(office):
    found = [office.register(title="Rozpatrywanie skarg"), office.register(title="Petycje")]
    for document in found:
        office.in_force(document)
    return found


@pytest.fixture
def library(window, office, documents):
    """Return a function that opens the library: ``library("phone", "?sort=-title")``."""

    def open_library(size, question=""):
        return window("pracownik", f"{office.library.absolute_url()}{question}", size)

    return open_library


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_page_with_its_buttons_is_accessible_and_not_too_wide(library, size):
    page = library(size)
    links = page.get_by_role("link", name="Pobierz wykaz:")
    assert [link.inner_text().split()[-1] for link in links.all()] == ["CSV", "ODS"]
    assert violations(page) == []
    assert not wider_than_the_window(page)


def taken(page, name):
    """Press Enter on a button and return the file's name and its bytes."""
    page.get_by_role("link", name=f"Pobierz wykaz: {name}").focus()
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_what_is_listed_is_downloaded(library, documents):
    page = library("desktop", "?sort=-title")
    today = clock.today().isoformat()
    file_name, data = taken(page, "CSV")
    assert file_name == f"wykaz-dokumentow-{today}.csv"
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [(row["Tytuł"], row["Stan"]) for row in rows] == [
        ("Rozpatrywanie skarg", "Obowiązuje"),
        ("Petycje", "Obowiązuje"),
    ]
    file_name, data = taken(page, "ODS")
    assert file_name == f"wykaz-dokumentow-{today}.ods"
    document = odfdo.Document(io.BytesIO(data))
    assert (document.meta.title, document.meta.language) == ("Wykaz dokumentów", "pl")
    (sheet,) = document.body.get_tables()
    cells = [value for number in range(sheet.height) for value in sheet.get_row_values(number)]
    assert cells.index("Rozpatrywanie skarg") < cells.index("Petycje")
    assert clock.today() in cells
