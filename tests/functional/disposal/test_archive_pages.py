"""The pages of the archive: who sees them, what they count, and what can be done on them."""

from czest.qms import clock
from czest.qms.disposal.job import DisposalWork
from czest.qms.documents.content import state_of
import datetime
import hashlib
import io
from lxml import html
import pytest
from support.office import file_named
import transaction
import zipfile


CLOSED_LONG_AGO = datetime.date(1995, 6, 30)
PAGES = ("", "/@@print", "/@@print-request", "/@@list.ods", "/@@list.csv", "/@@progress")


@pytest.fixture
def look(browse):
    """Return a function that opens an address as a person."""

    def look(login, address):
        reader = browse(login)
        reader.open(address)
        return reader

    return look


@pytest.fixture
def content(archive_office):
    """A list of three records with names of their own."""
    signs = ("OR.0142.1.2015", "OR.0142.2.2015", "OR.0142.3.2015")
    return archive_office.proposed(*[archive_office.record("B5", case_sign=sign) for sign in signs])


@pytest.fixture
def answer(client, content):
    """Return a function that fills in the form of the archive's answer and gives what comes back, as ``Sent``."""

    def answer(letter=None, before=None, **values):
        transaction.commit()
        archivist = client("archiwista")
        shown = html.fromstring(archivist.get(content.absolute_url(), headers=AS_PAGE).text)
        (form,) = shown.cssselect("form#qms-answer")
        if before is not None:
            before()
            transaction.commit()
        hidden = {field.get("name"): field.get("value") for field in form.cssselect("input[type=hidden]")}
        files = {"letter": ("zgoda.txt", letter, "text/plain")} if letter else {"letter": ("", b"")}
        response = archivist.call("POST", form.get("action"), data={**hidden, **values}, files=files, headers=AS_PAGE)
        transaction.begin()
        return response

    return answer


AS_PAGE = {"Accept": "text/html", "Accept-Language": "en"}


@pytest.mark.parametrize("login", ["pracownik", "autor", "administrator", "manager"])
def test_the_archive_is_shut_to_others(look, archive_office, content, login):
    for page in ("", "/@@due"):
        assert look(login, archive_office.archive.absolute_url() + page).status in (401, 403, 404)
    for page in (*PAGES, "/@@record-answer", "/@@package.zip"):
        assert look(login, content.absolute_url() + page).status in (401, 403, 404), page
    assert "Archive (tab)" not in look(login, archive_office.portal.absolute_url()).words(".qms-nav-link")


@pytest.mark.parametrize("login", ["pelnomocnik", "auditor"])
def test_the_officer_and_the_auditor_read_and_do_nothing(look, archive_office, content, login):
    home = look(login, archive_office.archive.absolute_url())
    assert home.status == 200
    assert not [link for link in home.page.iterlinks() if "@@operation" in link[2]]
    for page in PAGES:
        assert look(login, content.absolute_url() + page).status == 200, page
    page = look(login, content.absolute_url())
    assert not page.page.cssselect("form#qms-answer, .qms-archive-destroy, [data-qms-dialog]")
    for closed in ("/@@record-answer", "/@@package.zip", "/@@operation/sign"):
        assert look(login, content.absolute_url() + closed).status in (401, 403), closed


def test_the_numbers_lead_to_the_records_behind_them(look, archive_office):
    free = archive_office.record("B5", title="Kontrola druga")
    held = archive_office.record("B5", title="Kontrola trzecia")
    archive_office.record("BE5", title="Ekspertyza")
    archive_office.record("A", CLOSED_LONG_AGO, title="Statut")
    archive_office.record("B50", title="Nie dziś")
    archive_office.hold(held)
    reader = look("archiwista", archive_office.archive.absolute_url())
    assert reader.words("#qms-due-disposal thead th") == ["Unit", "B5", "Together", "On hold"]
    assert reader.words("#qms-due-disposal tbody td") == ["1", "1", "1"]
    assert reader.words("#qms-due-appraisal thead th")[1] == "BE5"
    assert reader.words("#qms-due-transfer thead th")[1] == "A"
    links = [link.get("href") for link in reader.page.cssselect("#qms-due-disposal tbody a")]
    titles = [look("archiwista", link).words(".qms-cell-title") for link in links]
    assert titles == [[free.title], [free.title], [held.title]]
    assert look("archiwista", links[-1]).page.cssselect("a[href*='operation/propose']") == []


def test_what_will_be_due_is_told_for_the_years_ahead(look, archive_office):
    year = clock.today().year
    archive_office.record("B5", datetime.date(year - 5, 6, 30), title="Za rok")
    address = archive_office.archive.absolute_url()
    assert look("archiwista", address).words("#qms-due-disposal td") == []
    ahead = look("archiwista", f"{address}?year={year + 1}")
    assert ahead.words("#qms-due-disposal tbody td")[0] == "1"
    assert "On hold" in ahead.words("thead th")[-1]
    assert ahead.page.cssselect("a[href*='operation/propose']") == []
    (link,) = {
        link.get("href") for link in ahead.page.cssselect("#qms-due-disposal td a") if "category" in link.get("href")
    }
    assert look("archiwista", link).words(".qms-cell-title") == ["Za rok"]


@pytest.mark.parametrize("query", ["for=nothing", "unit=OR&unit=IT", "for=disposal&b_start=x", "category=B5%00"])
def test_a_strange_address_is_no_error_of_the_system(look, archive_office, query):
    assert look("archiwista", f"{archive_office.archive.absolute_url()}/@@due?{query}").status in (200, 404)


def test_a_list_is_proposed_from_its_cell(look, archive_office):
    record = archive_office.record("B5", case_sign="OR.0142.1.2015")
    archive_office.record("B10", datetime.date(2005, 6, 30))
    address = f"{archive_office.records.absolute_url()}/@@operation/propose?category=B5&unit=OR"
    reader = look("archiwista", address)
    assert reader.getControl(name="form.widgets.category:list").value == ["B5"]
    assert reader.getControl(name="form.widgets.unit:list").value == ["OR"]
    reader.getControl(name="form.buttons.perform").click()
    assert reader.words("main tbody .qms-row-sign") == ["OR.0142.1.2015"]
    transaction.begin()
    assert state_of(record) == "disposal_pending"


def test_the_steps_say_where_the_list_stands(look, archive_office, content):
    def step():
        return look("archiwista", content.absolute_url()).words("[aria-current=step] > *")

    assert step() == ["2. List (step)", "waits for its signature"]
    archive_office.do(content, "sign", place="Częstochowa")
    assert step() == ["3. Request (step)", "to be sent"]
    archive_office.do(content, "record-consent", consent_no="AP.1", consent_date=clock.today())
    assert step() == ["5. Destruction (step)", "may be done"]
    passed = look("archiwista", content.absolute_url()).words("[data-standing=passed] > *")
    assert passed == ["3. Request (step)", "not recorded here"]


def test_arch_8_the_rows_have_the_official_columns(look, content):
    page = look("auditor", content.absolute_url())
    assert page.words("main thead th") == [
        "No. (row)",
        "Sign of the records",
        "Signature (archive)",
        "Title (heading of the JRWA)",
        "Years",
        "Number of units",
        "Remarks",
    ]
    assert page.words("main tbody tr")[0].startswith("1 OR.0142.1.2015 made from nature")


def test_arch_6_destruction_is_locked_with_its_reasons(look, archive_office, content):
    page = look("archiwista", content.absolute_url())
    (button,) = page.page.cssselect(".qms-archive-destroy")
    assert button.tag == "button" and button.get("disabled")
    assert len(page.words("#qms-lock-reasons li")) == 2
    archive_office.do(content, "record-consent", consent_no="AP.1", consent_date=clock.today())
    (link,) = look("archiwista", content.absolute_url()).page.cssselect(".qms-archive-destroy")
    assert link.get("href").endswith("@@operation/destroy")


def test_arch_8_an_answer_without_some_rows(look, answer, content):
    values = {"consent_no": "AP.620.7.2026", "consent_date": clock.today().isoformat(), "reason": "Do badań"}
    response = answer(b"Zgoda", answer="part", excluded="2", row="3", **values)
    assert response.headers["Location"] == content.absolute_url()
    assert state_of(content) == "partly"
    assert sorted(content.excluded) == [2, 3]
    assert look("auditor", f"{content.absolute_url()}/@@consent-letter/zgoda.txt").contents == "Zgoda"
    assert look("pracownik", f"{content.absolute_url()}/@@consent-letter/zgoda.txt").status in (401, 403, 404)


def test_a_refusal(answer, content):
    day = clock.today().isoformat()
    answer(b"Odmowa", answer="refusal", consent_no="AP.620.8.2026", consent_date=day, reason="Wartość historyczna")
    assert state_of(content) == "refused"
    assert content.papers["refused"]["sign"] == "AP.620.8.2026"
    assert content.refusal_letter.data == b"Odmowa"


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({}, {"answer"}),
        ({"answer": "whole"}, {"consent_no", "consent_date"}),
        ({"answer": "whole", "consent_no": "AP.1", "consent_date": "1.2.2026"}, {"consent_date"}),
        ({"answer": "part", "consent_no": "AP.1"}, {"excluded"}),
        ({"answer": "part", "consent_no": "AP.1", "excluded": "2, x"}, {"excluded"}),
        ({"answer": "part", "consent_no": "AP.1", "excluded": "9"}, {"excluded", "consent_date", "reason"}),
        ({"answer": "refusal"}, {"reason"}),
        ({"answer": "refusal", "reason": "Nie", "consent_date": "2999-01-01"}, {"consent_date"}),
    ],
)
def test_a_wrong_answer_is_told_at_its_fields_and_kept(answer, content, values, fields):
    response = answer(**values)
    assert response.status_code == 400
    page = html.fromstring(response.text)
    wrong = {link.get("href").removeprefix("#answer-") for link in page.cssselect("[data-qms-errors] a")}
    assert wrong == fields
    assert all(page.cssselect(f"#answer-{name} .qms-error, #answer-{name}-error") for name in wrong)
    for name in ("consent_no", "consent_date", "excluded"):
        assert page.get_element_by_id(f"answer-{name}").get("value") == values.get(name, "")
    ticked = [field.get("value") for field in page.cssselect("#qms-answer input[type=radio]") if field.get("checked")]
    assert ticked == ([values["answer"]] if "answer" in values else [])
    assert state_of(content) == "proposed"


def test_an_answer_to_a_list_that_moved_on_is_not_taken(answer, archive_office, content):
    values = {"answer": "whole", "consent_no": "AP.1", "consent_date": clock.today().isoformat()}
    response = answer(before=lambda: archive_office.do(content, "drop", reason="Pomyłka"), **values)
    assert response.status_code == 409
    assert state_of(content) == "dropped"


def test_an_answer_needs_its_token(client, archive_office, content):
    transaction.commit()
    body = {"answer": "refusal", "reason": "Nie", "consent_no": ""}
    archivist = client("archiwista")
    answer = archivist.call(
        "POST", f"{content.absolute_url()}/@@record-answer", data=body, headers={"Accept": "text/html"}
    )
    assert answer.status_code in (403, 302)
    transaction.begin()
    assert state_of(content) == "proposed"


def test_long_work_is_told_with_its_progress(look, client, archive_office, monkeypatch):
    monkeypatch.setattr("czest.qms.disposal.work.AT_ONCE", 1)
    content = archive_office.proposed(*[archive_office.record("B5", files=[]) for _number in range(3)])
    page = look("archiwista", content.absolute_url())
    assert page.words("[data-qms-progress-words]") == ["Putting records on the list: 0 of 3."]
    assert page.page.cssselect("form#qms-answer") == []
    assert '"finished": false' in client("auditor").get(f"{content.absolute_url()}/@@progress").text
    DisposalWork().run()
    page = look("archiwista", content.absolute_url())
    assert page.words("[data-qms-progress]") == []
    assert len(page.words("main tbody tr")) == 3
    assert '"finished": true' in client("auditor").get(f"{content.absolute_url()}/@@progress").text


def test_arch_7_and_9_the_papers_say_what_was_noted(look, archive_office, content):
    archive_office.do(content, "sign", place="Częstochowa")
    request = {"basis": "JRWA z 2011 r.", "records_are": "akta spraw", "metres": "2,6", "is_declared": True}
    archive_office.do(content, "send-request", **request)
    paper = " ".join(look("auditor", f"{content.absolute_url()}/@@print").words("article"))
    assert "Częstochowa, " in paper and "OR.0142.3.2015" in paper and "Archiwista zakładowy" in paper
    paper = " ".join(look("auditor", f"{content.absolute_url()}/@@print-request").words("article"))
    assert "JRWA z 2011 r." in paper and "2,6 running metres" in paper and "Declaration:" in paper
    assert look("auditor", f"{content.absolute_url()}/@@print-protocol").status == 404
    archive_office.do(content, "record-consent", consent_no="AP.1", consent_date=clock.today())
    archive_office.do(
        content, "destroy", method="Zmielenie", commission=["Anna Nowak", "Jan Kos"], witnesses=["Ewa Lis"]
    )
    paper = " ".join(look("auditor", f"{content.absolute_url()}/@@print-protocol").words("article"))
    for words in ("Zmielenie", "Anna Nowak", "Ewa Lis", "AP.1 of "):
        assert words in paper


def test_arch_8_the_list_as_a_table(look, client, archive_office, content):
    archive_office.do(content, "sign", place="Częstochowa")
    archive_office.hold(content.__parent__.__parent__["zapisy"].objectValues()[0].objectValues()[0])
    text = look("auditor", f"{content.absolute_url()}/@@list.csv").contents
    assert text.count("OR.0142.") == 3
    assert "On hold (row)" in text
    spreadsheet = client("auditor").get(f"{content.absolute_url()}/@@list.ods")
    assert spreadsheet.headers["Content-Type"].startswith("application/vnd.oasis")
    with zipfile.ZipFile(io.BytesIO(spreadsheet.content)) as package:
        words = package.read("content.xml").decode()
    for part in ("Częstochowa, ", "Archiwista zakładowy", content.body_of_records, content.symbol):
        assert part in words


def test_arch_10_the_package_of_a_transfer_list(client, archive_office):
    files = [file_named("statut.txt", b"Statut miasta"), file_named("statut.txt", b"Drugi")]
    record = archive_office.record("A", CLOSED_LONG_AGO, case_sign="OR.0142.1.1995", title="Statut", files=files)
    content = archive_office.proposed(record, category="A")
    transaction.commit()
    address = f"{content.absolute_url()}/@@package.zip"
    answer = client("archiwista").get(address)
    assert answer.headers["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
        names = package.namelist()
        read = {name: package.read(name) for name in names}
        assert {info.compress_type for info in package.infolist()} == {zipfile.ZIP_STORED}
    folder = next(name for name in names if name.endswith("/statut.txt")).split("/")[1]
    assert read[f"dokumenty/{folder}/statut.txt"] == b"Statut miasta"
    assert read[f"dokumenty/{folder}/statut (2).txt"] == b"Drugi"
    metadata = read[f"metadane/{folder}/statut.txt.xml"].decode()
    for part in (
        "<kategoria>A</kategoria>",
        "OR.0142.1.1995",
        "<dostep>",
        "<jezyk>",
        hashlib.sha256(b"Statut miasta").hexdigest(),
    ):
        assert part in metadata
    (case,) = [name for name in names if name.startswith("sprawy/")]
    assert f"dokumenty/{folder}/statut.txt" in read[case].decode()
    listed = dict(reversed(line.split("  ", 1)) for line in read["manifest-sha256.txt"].decode().splitlines())
    assert listed == {
        name: hashlib.sha256(text).hexdigest() for name, text in read.items() if name != "manifest-sha256.txt"
    }
    assert client("archiwista").get(address).content == answer.content


def test_there_is_no_package_of_what_is_destroyed(look, content):
    assert look("archiwista", f"{content.absolute_url()}/@@package.zip").status == 404


def test_a_changed_file_is_not_packed(look, archive_office):
    record = archive_office.record("A", CLOSED_LONG_AGO, case_sign="OR.0142.1.1995", title="Statut")
    content = archive_office.proposed(record, category="A")
    record.files[0].sha256 = "0" * 64
    answer = look("archiwista", f"{content.absolute_url()}/@@package.zip")
    assert answer.status == 409
    assert record.symbol in answer.contents


def test_the_archivist_finds_his_work_in_the_inbox(look, archive_office, content):
    archive_office.record("BE5")
    held = archive_office.record("B5")
    archive_office.hold(held, clock.today() + datetime.timedelta(days=5))
    address = f"{archive_office.portal.absolute_url()}/@@tasks"
    words = " ".join(look("archiwista", address).words("main"))
    assert "Due, category BE: 1 record" in words
    assert "Due, category B: " not in words
    assert f"List {content.symbol}: Signing of the list" in words
    assert "1 hold ends within 30 days" in words
    assert content.symbol not in " ".join(look("pelnomocnik", address).words("main"))


def test_the_page_of_a_destroyed_record_tells_what_is_left_and_no_more(look, archive_office):
    record = archive_office.record()
    content = archive_office.consented(record)
    archive_office.do(content, "destroy")
    words = " ".join(look("archiwista", record.absolute_url()).words("main"))
    assert f"by list {content.symbol}; files destroyed: {record.files_destroyed}" in words
    for gone in ("disposal possible", "neither fields of its own nor files", "Content of the record"):
        assert gone not in words
