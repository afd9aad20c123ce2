"""Import from CSV over the pages: file, preview, confirmation."""

import io
from lxml import html
import pytest
import transaction


HEADER = "komorka;komorka_nadrzedna;nazwa_komorki;stanowisko;nazwa_stanowiska;kierujacy;uprawnienia;login;od;do\n"
GOOD = HEADER + "OŚ;;Ochrona Środowiska;;Naczelnik Wydziału;tak;zatwierdzający;ewa;2026-01-01;\n"


@pytest.fixture
def upload(officer, url):
    """Return a function that chooses a file and has it checked."""

    def upload(data):
        officer.open(url("organisation-import"))
        officer.getControl("CSV file").add_file(io.BytesIO(data), "text/csv", "organizacja.csv")
        officer.getControl("Check the file").click()
        return officer

    return upload


def saved(directory):
    transaction.begin()
    return [unit.symbol for unit in directory.units()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250"])
def test_preview_then_confirmation(upload, officer, url, directory, encoding):
    upload(GOOD.encode(encoding))
    assert "Nothing is saved yet." in officer.contents
    assert "Ochrona Środowiska" in officer.contents
    assert "OŚ" not in saved(directory)
    officer.getControl("Import all rows").click()
    assert officer.url == url()
    assert "OŚ" in saved(directory)
    assert directory.head_of("OŚ") == "ewa"
    assert directory.post("naczelnik-wydzialu-os").entitlements == {"approver"}


def test_errors_stand_in_their_row_and_column_and_nothing_can_be_confirmed(upload, officer, directory):
    upload((GOOD + "OŚ;;;naczelnik;;;;jan;2026-02-01;\n").encode())
    assert "Rows with errors: 1." in officer.contents
    assert "Import all rows" not in officer.contents
    rows = html.fromstring(officer.contents).xpath("//tbody/tr")
    wrong = [cell.text_content() for cell in rows[1].xpath("td[.//p]")]
    assert len(wrong) == 1
    assert "There is no post naczelnik and no row gives its name." in wrong[0]
    assert not rows[0].xpath(".//p")
    assert "OŚ" not in saved(directory)


def test_a_confirmation_with_errors_saves_nothing(upload, officer, directory):
    upload(GOOD.encode())
    officer.getControl(name="text").value = GOOD + "zz;;Nazwa;;;;;;;\n"
    officer.getControl("Import all rows").click()
    assert officer.headers["Status"].startswith("409")
    assert "OŚ" not in saved(directory)


def test_a_change_meanwhile_asks_to_look_again(upload, officer, directory):
    upload(GOOD.encode())
    directory.add_unit("KD", "Kadry")
    transaction.commit()
    officer.getControl("Import all rows").click()
    assert officer.headers["Status"].startswith("409")
    assert "Somebody changed the organisation meanwhile." in officer.contents
    assert "OŚ" not in saved(directory)
    officer.getControl("Import all rows").click()
    assert "OŚ" in saved(directory)


@pytest.mark.parametrize(
    "data, message",
    [
        (b"komorka,login\nOR,ewa\n", "Columns must be separated by semicolons, not by commas."),
        (b"\x89PNG\r\n\x1a\n\0\0", "The file is text neither in UTF-8 nor in Windows-1250."),
        (b"komorka;kto\nOR;ewa\n", "Unknown columns: kto."),
    ],
)
def test_a_file_that_cannot_be_read_says_why_at_the_field(upload, officer, data, message):
    upload(data)
    assert officer.headers["Status"].startswith("400")
    page = html.fromstring(officer.contents)
    assert message in page.xpath("string(//p[@id='organisation-file-error'])")
    assert "organisation-file-error" in page.xpath("string(//input[@type='file']/@aria-describedby)")


def test_without_a_file_there_is_an_error_at_the_field(officer, url):
    officer.open(url("organisation-import"))
    officer.getControl("Check the file").click()
    assert "Choose a file." in officer.contents
    assert officer.headers["Status"].startswith("400")


def test_logins_without_an_account_are_named_but_allowed(upload, officer, directory):
    upload(GOOD.replace("ewa", "nowy").encode())
    assert "There are no accounts for these logins yet" in officer.contents
    officer.getControl("Import all rows").click()
    assert "OŚ" in saved(directory)


def test_what_was_exported_is_no_change(upload, officer, url):
    officer.open(url("organisation-export"))
    assert officer.headers["Content-Type"] == "text/csv; charset=utf-8"
    exported = officer.contents.encode() if isinstance(officer.contents, str) else officer.contents
    upload(exported)
    assert "The file says the same as the organisation." in officer.contents
    assert "Import all rows" not in officer.contents


def test_of_a_long_file_the_rows_with_errors_come_first(upload, officer):
    upload((GOOD + "OŚ;;;;;;;;;\n" * 600 + "ZZ;;;;;;;;;\n").encode())
    rows = html.fromstring(officer.contents).xpath("//tbody/tr")
    assert len(rows) == 500
    assert rows[0].xpath("string(th)") == "603"
    assert "Shown: 500 of 602" in " ".join(officer.contents.split())
