"""A record from the request to the stub, over REST, with both databases."""

from czest.qms.bulletin.register import register_of
from czest.qms.documents.transitions import move
from czest.qms.operations import gate
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.preparing import could_not_be_made
from czest.qms.publication.reconciling import differences
from czest.qms.records.interfaces import IDisposalObstacle
from czest.qms.records.snapshots import computed_digest
import datetime
import pytest
from support.client import upload
from support.office import file_named
from support.people import PASSWORD
from support.published_records import CLOSED_ON
from support.published_records import entry_of
from support.published_records import OPEN
from support.published_records import record_in
from support.published_records import series_of_reports
from support.publishing import ALL_NO
from support.publishing import REQUEST
import transaction
from zope.component import getUtility


@pytest.fixture
def series(office, bulletin):
    found = series_of_reports(office)
    transaction.commit()
    return found


@pytest.fixture
def record(office, series):
    """A filed record, open to the public."""
    found = record_in(office, series)
    transaction.commit()
    return found


@pytest.fixture
def ask_for(client):
    """Return a function that asks for the publication of a record and returns the answer."""

    def ask_for(record, login="pracownik", **more):
        answer = client(login).operate(record.absolute_url(), "request-publication", **{**REQUEST, **more})
        transaction.begin()
        return answer

    return ask_for


@pytest.fixture
def decide_on(client):
    """Return a function that publishes a record and returns the answer."""

    def decide_on(record, login="redaktor-bip", **more):
        body = {"password": PASSWORD, "checklist": ALL_NO, **more}
        answer = client(login).operate(record.absolute_url(), "publish", **body)
        transaction.begin()
        return answer

    return decide_on


@pytest.fixture
def published(record, ask_for, decide_on):
    assert ask_for(record).status_code == 200
    answer = decide_on(record)
    assert answer.status_code == 200, answer.text
    return record


def test_bip_3_what_was_decided_on_a_record_is_public(published, client, bulletin):
    assert published.symbol == "Z-PS03-2026/01"
    snapshot = bulletin.look(entry_of(published))
    assert (snapshot.symbol, snapshot.number, snapshot.in_force_from) == ("Z-PS03-2026/01", "", "")
    assert (snapshot.kind, snapshot.kind_title, snapshot.section) == ("Record", "Zapis", "inne")
    assert snapshot.title == "Raport z auditu wewnętrznego w Wydziale Edukacji"
    assert snapshot.summary == "Audit potwierdził, że procedurę stosuje się w wydziale."
    assert [each.name for each in snapshot.files] == ["z-ps03-2026-01.txt"]
    row = bulletin.look(lambda site: register_of(site).newest())[0]
    assert (row.path, row.change.act) == ("dokumenty/Z-PS03-2026~01/wersja-1", "published")
    told = client("pracownik").get(f"{published.absolute_url()}/@publication").json()
    assert told["entry"].endswith("/dokumenty/Z-PS03-2026~01/wersja-1")


def test_what_a_record_keeps_for_the_office_does_not_become_public(office, bulletin, ask_for, decide_on):
    series = series_of_reports(office, symbol="Z-PS04", record_form="nonconformity", title="Karty niezgodności")
    fields = {"source": "audit", "found_on": CLOSED_ON, "requirement": "8.5.1", "finding": "USTALENIE"}
    record = record_in(office, series, case_sign="OR.0142.7.2026", **fields)
    office.do("pelnomocnik", record, "add-addendum", text="SPROSTOWANIE")
    transaction.commit()
    assert ask_for(record).status_code == 200
    answer = decide_on(record)
    assert answer.status_code == 200, answer.text
    snapshot = bulletin.look(entry_of(record))
    assert (snapshot.kind, snapshot.kind_title) == ("Nonconformity", "Karta niezgodności")
    inside = ("USTALENIE", "8.5.1", "OR.0142.7.2026", "SPROSTOWANIE", "pracownik", "Karty niezgodności", "raport.txt")
    assert [word for word in inside if word in repr(snapshot)] == []


def test_a_record_stands_in_the_section_of_its_series(office, bulletin, ask_for, decide_on):
    record = record_in(
        office, series_of_reports(office, bulletin_section="kontrola-zarzadcza"), symbol="OKZ-2025", login="pelnomocnik"
    )
    transaction.commit()
    assert ask_for(record, "pelnomocnik").status_code == 200
    assert decide_on(record).status_code == 200
    assert bulletin.look(entry_of(record)).section == "kontrola-zarzadcza"


def test_whoever_wrote_a_record_does_not_decide_on_it(office, series, ask_for, decide_on):
    record = record_in(office, series, "redaktor-bip")
    transaction.commit()
    assert ask_for(record, "pelnomocnik").status_code == 200
    assert decide_on(record).status_code == 403


def test_whoever_corrected_a_record_does_not_decide_on_it(office, record, ask_for, decide_on):
    office.do("redaktor-bip", record, "add-addendum", text="Poprawiono datę.")
    transaction.commit()
    assert ask_for(record).status_code == 200
    assert decide_on(record).status_code == 403


def test_others_neither_ask_nor_decide(record, ask_for, decide_on):
    assert ask_for(record, "autor").status_code == 403
    assert ask_for(record).status_code == 200
    for login in ("pracownik", "pelnomocnik", "autor", "manager"):
        assert decide_on(record, login).status_code == 403, login


def test_bip_2_an_open_record_is_not_published(office, series, ask_for):
    record = record_in(office, series, closed_on=None)
    transaction.commit()
    assert ask_for(record).status_code == 409


def test_bip_1_a_record_that_is_not_open_is_not_published(office, series, ask_for, decide_on):
    record = record_in(office, series, "pelnomocnik", openness="internal", openness_basis="inna podstawa")
    transaction.commit()
    assert ask_for(record, "pelnomocnik").status_code == 409
    office.do("pelnomocnik", record, "amend-openness", reason="Raport jest informacją publiczną.", **OPEN)
    transaction.commit()
    assert ask_for(record, "pelnomocnik").status_code == 200
    office.do(
        "pelnomocnik", record, "amend-openness", reason="Tajemnica.", openness="internal", openness_basis="art. 5"
    )
    transaction.commit()
    answer = decide_on(record)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["findings"]


def test_only_the_officer_changes_the_openness_and_the_evidence_stays_what_it_was(office, record, client):
    digest = record.digest
    body = {"openness": "internal", "openness_basis": "art. 5 ust. 2 u.d.i.p.", "reason": "Dane osobowe."}
    for login in ("pracownik", "redaktor-bip", "manager"):
        assert client(login).operate(record.absolute_url(), "amend-openness", **body).status_code == 403, login
    answer = client("pelnomocnik").operate(record.absolute_url(), "amend-openness", **body)
    assert answer.status_code == 200, answer.text
    transaction.begin()
    assert (record.openness, record.openness_basis) == ("internal", "art. 5 ust. 2 u.d.i.p.")
    assert record.digest == digest == computed_digest(record)
    entry = client("pelnomocnik").get(f"{record.absolute_url()}/@trail").json()["items"][-1]
    assert (entry["operation"], entry["reason"]) == ("amend-openness", "Dane osobowe.")


def test_what_is_no_longer_open_is_a_task_of_the_editor(office, published, client):
    office.do(
        "pelnomocnik", published, "amend-openness", reason="Skarga.", openness="internal", openness_basis="art. 5"
    )
    transaction.commit()
    tasks = client("redaktor-bip").get("@tasks").json()["items"]
    assert [(task["operation"], task["symbol"]) for task in tasks if task["symbol"]] == [
        ("unpublish", "Z-PS03-2026/01")
    ]


def test_rodo_3_a_pesel_in_a_file_blocks(office, series, ask_for, decide_on, bulletin):
    record = record_in(office, series, files=[file_named("raport.txt", b"Osoba: PESEL 44051401359.")])
    transaction.commit()
    assert ask_for(record).status_code == 200
    answer = decide_on(record)
    assert answer.status_code == 400
    assert "PESEL" in answer.text and "44051401359" not in answer.text
    assert bulletin.look(lambda site: list(site["dokumenty"].objectIds())) == []


REDACTED = upload("raport-jawny.txt", b"Ustalenia. [wylaczono]", "text/plain")
ROWS = [
    {
        "scope": "pkt 2: dane osoby",
        "legal_basis": "art. 5 ust. 2 u.d.i.p.",
        "excluded_by": "Pełnomocnik ds. SZJ",
        "in_interest_of": "osoby wskazanej w raporcie",
    }
]


def test_bip_4_a_redacted_file_needs_its_exclusion(record, ask_for, decide_on, bulletin):
    assert ask_for(record, redacted_file=REDACTED, redacted_from="raport.txt").status_code == 200
    answer = decide_on(record)
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["findings"]
    assert bulletin.look(lambda site: list(site["dokumenty"].objectIds())) == []


def test_rodo_3_the_redacted_file_is_public_and_its_original_stays_inside(record, ask_for, decide_on, bulletin):
    digest = record.digest
    assert ask_for(record, redacted_file=REDACTED, redacted_from="raport.txt", exclusions=ROWS).status_code == 200
    answer = decide_on(record)
    assert answer.status_code == 200, answer.text
    snapshot, contents = bulletin.look(
        entry_of(record, lambda entry: (entry.snapshot, [each.data for each in entry.files.values()]))
    )
    assert contents == [b"Ustalenia. [wylaczono]"]
    assert snapshot.exclusions[0].in_interest_of == "osoby wskazanej w raporcie"
    assert "raport.txt" not in repr(snapshot) and "raport-jawny" not in repr(snapshot)
    assert ([file.filename for file in record.files], record.digest) == (["raport.txt"], digest)
    case = getUtility(IPublicationLedger).cases_of(record.UID())[0]
    assert (case.request["redacted_from"], case.redacted.data) == ("raport.txt", b"Ustalenia. [wylaczono]")


def test_a_correction_after_the_publication_is_a_task_of_the_editor(
    office, published, client, ask_for, decide_on, bulletin
):
    def waiting():
        tasks = client("redaktor-bip").get("@tasks").json()["items"]
        return [task["operation"] for task in tasks if task["symbol"] == published.symbol]

    assert waiting() == []
    file = file_named("sprostowanie.txt", b"Sprostowanie ustalen.")
    office.do("pelnomocnik", published, "add-addendum", text="Poprawiono wnioski.", file=file)
    transaction.commit()
    assert waiting() == ["keep-published"]
    told = client("redaktor-bip").get("@publications?list=corrected").json()
    assert [item["symbol"] for item in told["items"]] == ["Z-PS03-2026/01"]
    assert ask_for(published).status_code == 200
    assert decide_on(published).status_code == 200
    assert waiting() == []
    assert [len(bulletin.look(entry_of(published, version=version)).files) for version in (1, 2)] == [1, 2]
    states = [bulletin.look(entry_of(published, lambda entry: entry.state, version)) for version in (1, 2)]
    assert states == ["archived", "published"]


def test_the_editor_may_leave_the_entry_of_a_corrected_record(office, published, client):
    refused = client("redaktor-bip").operate(published.absolute_url(), "keep-published", reason="Literówka.")
    assert refused.status_code == 409
    office.do("pelnomocnik", published, "add-addendum", text="Poprawiono literówkę.")
    transaction.commit()
    for login, status in {"pracownik": 403, "pelnomocnik": 403, "redaktor-bip": 200}.items():
        answer = client(login).operate(published.absolute_url(), "keep-published", reason="Literówka.")
        assert answer.status_code == status, login
    tasks = client("redaktor-bip").get("@tasks").json()["items"]
    assert [task for task in tasks if task["symbol"] == published.symbol] == []


def test_bip_7_a_withdrawn_record_leaves_its_note(published, client, bulletin):
    answer = client("redaktor-bip").operate(published.absolute_url(), "unpublish", reason="Opublikowano omyłkowo.")
    assert answer.status_code == 200, answer.text
    state, snapshot, withdrawal = bulletin.look(
        entry_of(published, lambda entry: (entry.state, entry.snapshot, entry.withdrawal))
    )
    assert (state, withdrawal.reason) == ("withdrawn", "Opublikowano omyłkowo.")
    assert (snapshot.title, snapshot.summary, snapshot.files) == (published.title, "", ())


def test_what_is_in_the_bulletin_is_not_destroyed_before_it_is_withdrawn(published, client):
    obstacle = getUtility(IDisposalObstacle, name="czest.qms.publication")
    uid = published.UID()
    assert obstacle.published([uid, "another"]) == {uid}
    client("redaktor-bip").operate(published.absolute_url(), "unpublish", reason="Brakowanie.")
    transaction.begin()
    assert obstacle.published([uid]) == set()


def test_a_list_of_disposal_takes_no_record_that_is_in_the_bulletin(office, bulletin, ask_for, decide_on, client):
    day = datetime.date(2015, 6, 30)
    record = record_in(office, series_of_reports(office), archival_category="B5", closed_on=day, created_on=day)
    transaction.commit()
    assert ask_for(record).status_code == 200
    assert decide_on(record).status_code == 200
    body = {"category": "B", "records": [record.symbol]}
    refused = client("archiwista").operate("zapisy", "propose", **body)
    assert refused.status_code in (400, 409), refused.text
    client("redaktor-bip").operate(record.absolute_url(), "unpublish", reason="Koniec okresu przechowywania.")
    answer = client("archiwista").operate("zapisy", "propose", **body)
    assert answer.status_code == 200, answer.text


def test_a_destroyed_record_is_kept_by_no_request(record, ask_for, client):
    """Its requests lapse, and what they held of it is gone; who asked and decided stays."""
    assert ask_for(record, redacted_file=REDACTED, redacted_from="raport.txt", exclusions=ROWS).status_code == 200
    transaction.begin()
    (case,) = getUtility(IPublicationLedger).cases_of(record.UID())
    case.not_made = (could_not_be_made("raport.txt", "broken"),)
    for transition in ("propose", "destroy"):
        with gate.opened("destroy"):
            move(record, transition)
    transaction.commit()
    case = getUtility(IPublicationLedger).cases_of(record.UID())[0]
    assert (case.state, case.contents, case.text, case.redacted) == ("lapsed", (), "", None)
    assert "pkt 2" not in repr(vars(case)) and case.request["requested_by"] == "pracownik"
    # Names of files tell of what was in them; those of the record itself are gone as well.
    assert "raport.txt" not in repr(vars(case))
    answer = client("pracownik").operate(record.absolute_url(), "request-publication", **REQUEST)
    assert answer.status_code == 409


def test_what_stands_in_the_bulletin_agrees_with_the_ledger(published, bulletin):
    assert bulletin.look(lambda site: list(differences(getUtility(IPublicationLedger), site))) == []


def opened(browser, address):
    """Open a page in English and return it."""
    browser.open(address)
    assert browser.status == 200
    return browser.page


def beside(page):
    """Return the addresses of the links about the publication beside a record."""
    return page.xpath("//aside//section[.//h2='In the BIP']//a/@href")


def test_the_page_of_a_record_offers_once_what_can_be_done_about_its_publication(record, browse, ask_for, decide_on):
    address = record.absolute_url()
    page = opened(browse("pracownik"), address)
    assert beside(page) == page.xpath("//main//a[contains(@href, 'publication')]/@href")
    assert beside(page) == [f"{address}/@@request-publication"]
    assert beside(opened(browse("autor"), address)) == []
    assert ask_for(record).status_code == 200
    assert decide_on(record).status_code == 200
    (entry,) = beside(opened(browse("autor"), address))
    assert entry.endswith("/dokumenty/Z-PS03-2026~01/wersja-1")
    assert f"{address}/@@unpublish" in beside(opened(browse("redaktor-bip"), address))


def test_asking_for_a_record_is_a_page_without_what_only_editions_have(record, browse):
    browser = browse("pracownik")
    page = opened(browser, f"{record.absolute_url()}/@@request-publication")
    assert browser.words("h1") == ["Publication of record Z-PS03-2026/01 in the BIP"]
    names = {
        name.split(".")[2].partition(":")[0].partition("-")[0]
        for name in page.xpath("//*[starts-with(@name, 'form.widgets.')]/@name")
    }
    assert {"public_files", "public_body", "redacted_file", "produced_on"} <= names
    assert not {"without_body", "relations"} & names
    assert browser.getControl(name="form.widgets.responsible_name").value == record.author_name
    browser.press("Ask for publication in the BIP")
    assert browser.status == 200 and browser.url.endswith("/@@publication-review")


def test_the_review_shows_what_is_inside_beside_what_becomes_public(record, browse, ask_for):
    assert ask_for(record, redacted_file=REDACTED, redacted_from="raport.txt", exclusions=ROWS).status_code == 200
    address, browser = record.absolute_url(), browse("redaktor-bip")
    page = opened(browser, f"{address}/@@publication-review")
    assert f"{address}/@@file/1" in page.xpath("//a/@href")
    shown = " ".join(browser.words("main"))
    assert "Z-PS03-2026/01" in shown and "a redacted file stands for it" in shown and "edition" not in shown
    opened(browser, f"{address}/@@publication-preview")
    preview = " ".join(browser.words("main"))
    assert "Zapis z dnia 2 listopada 2026 r." in preview and "raport" not in preview
    opened(browser, f"{address.partition('/zapisy')[0]}/@@publications")
    (row,) = browser.words(".qms-inbox-title")
    assert row == "Z-PS03-2026/01 Raport z auditu wewnętrznego w Wydziale Edukacji"
