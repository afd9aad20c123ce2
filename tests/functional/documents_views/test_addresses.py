"""Files of editions, and the short address of a document."""

from czest.qms import clock
import datetime
from lxml import html
from plone.namedfile.file import NamedBlobFile
import pytest
import requests
from support.office import file_named
from support.people import PASSWORD


TODAY = clock.today()

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


@pytest.fixture
def edition(office, past):
    document = past(9, office.register)
    pdf = NamedBlobFile(data=PDF, filename="wzór.pdf", contentType="application/pdf")
    return past(
        9,
        office.in_force,
        document,
        attachments=[file_named("Karta zgłoszenia.txt"), pdf],
        source_file=file_named("procedura.txt", data=b"Tekst"),
    )


def test_files_are_linked_with_type_and_size(pages, edition):
    html = pages.read("pracownik", edition.document)
    assert f"{edition.absolute_url()}/@@attachment/1/Karta%20zg%C5%82oszenia.txt" in html
    assert f"{edition.absolute_url()}/@@source-file/procedura.txt" in html
    assert "TXT, 1\u00a0kB" in html


@pytest.mark.parametrize(
    ("path", "kind", "disposition"),
    [
        (
            "@@attachment/1/Karta zgłoszenia.txt",
            "text/plain",
            "attachment; filename*=UTF-8''Karta%20zg%C5%82oszenia.txt",
        ),
        ("@@attachment/1", "text/plain", "attachment; filename*=UTF-8''Karta%20zg%C5%82oszenia.txt"),
        ("@@attachment/2/wzór.pdf", "application/pdf", "inline; filename*=UTF-8''wz%C3%B3r.pdf"),
        ("@@source-file/procedura.txt", "text/plain", "attachment; filename*=UTF-8''procedura.txt"),
        ("@@source-file", "text/plain", "attachment; filename*=UTF-8''procedura.txt"),
    ],
)
def test_files_are_served_safely(pages, edition, path, kind, disposition):
    answer = pages.get("pracownik", f"{edition.absolute_url()}/{path}")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].split(";")[0] == kind
    assert answer.headers["Content-Disposition"] == disposition
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert int(answer.headers["Content-Length"]) == len(answer.content) > 0


def test_a_part_of_a_file_and_its_head(pages, edition):
    address = f"{edition.absolute_url()}/@@source-file/procedura.txt"
    part = pages.get("pracownik", address, Range="bytes=1-2")
    assert (part.status_code, part.content) == (206, b"ek")
    head = pages.get("pracownik", address, method="HEAD")
    assert (head.status_code, head.headers["Content-Length"]) == (200, "5")


@pytest.mark.parametrize(
    "path",
    [
        "@@attachment",
        "@@attachment/0/x",
        "@@attachment/3",
        "@@attachment/-1",
        "@@attachment/x",
        "@@attachment/1/inna.txt",
        "@@attachment/1/Karta zgłoszenia.txt/dalej",
        "@@source-file/inna.txt",
        "@@source-file/procedura.txt/dalej/jeszcze",
    ],
)
def test_other_addresses_lead_nowhere(pages, edition, path):
    assert pages.get("pracownik", f"{edition.absolute_url()}/{path}").status_code == 404


def test_files_of_a_draft_are_closed_to_readers(office, past, pages, edition):
    draft = past(1, office.draft, edition.document, attachments=[file_named("tajne.txt")])
    address = f"{draft.absolute_url()}/@@attachment/1/tajne.txt"
    assert pages.get("autor", address).status_code == 200
    assert pages.get("pracownik", address).status_code in (302, 401, 403)
    assert pages.get(None, f"{edition.absolute_url()}/@@attachment/1").status_code in (302, 401, 403)


def answer_of(answer, *symbols):
    """Return what an answer tells, the symbol asked for left out."""
    text = answer.text
    for symbol in symbols:
        text = text.replace(symbol, "")
    return answer.status_code, answer.headers.get("Location"), text


def test_the_short_address_leads_to_the_document(pages, edition):
    for symbol in ("P-PJ-01", "p-pj-01"):
        answer = pages.get("pracownik", f"d/{symbol}")
        assert (answer.status_code, answer.headers["Location"]) == (302, edition.document.absolute_url())


def test_the_short_address_tells_nothing_of_hidden_documents(office, past, pages):
    values = {"access": "distribution", "distribution": ["IT"]}
    restricted = past(9, office.register, "pelnomocnik", symbol="PS-90", **values)
    past(9, office.in_force, restricted, **values)
    past(9, office.register, "pelnomocnik", symbol="PS-91")
    unknown = answer_of(pages.get("pracownik", "d/PS-99"), "PS-99")
    assert unknown[0] == 404
    assert answer_of(pages.get("pracownik", "d/PS-90"), "PS-90") == unknown
    assert answer_of(pages.get("pracownik", "d/PS-91"), "PS-91") == unknown
    assert pages.get("informatyk", "d/PS-90").status_code == 302


def test_the_short_address_leads_to_an_announced_first_edition(office, past, pages):
    document = past(9, office.register, "pelnomocnik", symbol="PS-92")
    draft = past(9, office.draft, document, effective_from=TODAY + datetime.timedelta(days=30))
    assert pages.get("pracownik", "d/PS-92").status_code == 404
    past(8, office.do, "autor", draft, "submit")
    past(7, office.do, "sprawdzajacy", draft, "review", password=PASSWORD)
    assert pages.get("pracownik", "d/PS-92").status_code == 404
    past(6, office.do, "zatwierdzajacy", draft, "approve", password=PASSWORD)
    answer = pages.get("pracownik", "d/ps-92")
    assert (answer.status_code, answer.headers["Location"]) == (302, draft.absolute_url())
    page = html.fromstring(pages.read("pracownik", draft))
    assert page.cssselect(".qms-banner")
    links = {link.get("href").partition("#")[0] for link in page.cssselect(".qms-trail a, main a")} - {""}
    assert links
    links.remove(f"{pages.site}/d/PS-92")
    assert {link: pages.get("pracownik", link).status_code for link in links} == dict.fromkeys(links, 200)
    assert pages.get("autor", "d/PS-92").headers["Location"] == document.absolute_url()


def test_an_announced_edition_for_some_is_hidden_from_the_others(office, past, pages):
    values = {"access": "distribution", "distribution": ["IT"]}
    document = past(9, office.register, "pelnomocnik", symbol="PS-93", **values)
    edition = past(9, office.approved, document, effective_from=TODAY + datetime.timedelta(days=30), **values)
    assert pages.get("informatyk", "d/PS-93").headers["Location"] == edition.absolute_url()
    hidden, unknown = (answer_of(pages.get("pracownik", f"d/{symbol}"), symbol) for symbol in ("PS-93", "PS-99"))
    assert hidden == unknown


def test_the_short_address_is_for_staff(pages, edition):
    known = answer_of(pages.get(None, "d/P-PJ-01"), "P-PJ-01")
    assert known[0] in (302, 401, 403)
    assert requests.get(f"{pages.site}/d", auth=("pracownik", "Tajne-haslo-12345"), timeout=20).status_code == 404
    unknown = pages.get(None, "d/PS-99")
    assert (unknown.status_code, unknown.text.replace("PS-99", "")) == (known[0], known[2])
