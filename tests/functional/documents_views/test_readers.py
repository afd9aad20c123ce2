"""What readers get: the edition in force, and nothing of what is being worked on."""

from czest.qms import clock
from czest.qms.documents.history import prepared_on
import datetime
from plone import api
import pytest
import re
from support.office import file_named
from support.office import text
import transaction


TODAY = clock.today()

EDITORIAL = ("qms-strip", "qms-timeline", "wydanie-2", "@@operation/submit", "edit-zone", "plone-toolbar")


def test_the_page_of_a_document_is_its_edition_in_force(office, past, pages, document):
    html = pages.read("pracownik", document)
    assert 'data-state="in_force"' in html
    assert '<h2 id="punkt-1">1. Cel</h2>' in html
    assert "Treść procedury." in html
    for post in ("Główny specjalista ds. SZJ", "Naczelnik Wydziału Organizacyjnego", "Sekretarz Miasta"):
        assert post in html
    assert "valid signature" in html
    assert html == pages.read("pracownik", document)


def test_a_reader_finds_no_hint_of_a_draft(office, past, pages, document):
    past(3, office.draft, document, title="Tajemniczy zamiar", change_description="Skreślenie punktu")
    for login in ("pracownik", "administrator", "manager"):
        html = pages.read(login, document)
        assert "Tajemniczy" not in html
        assert "Skreślenie punktu" not in html
        assert [word for word in EDITORIAL if word in html] == []


@pytest.mark.parametrize("stage", ["draft", "submitted", "reviewed"])
def test_an_edition_in_preparation_is_closed_to_readers(office, past, pages, document, stage):
    edition = past(3, getattr(office, stage), document, change_description="Skreślenie punktu")
    for address in (edition.absolute_url(), f"{edition.absolute_url()}/view"):
        answer = pages.get("pracownik", address)
        assert answer.status_code in (302, 401, 403)
        assert "Skreślenie punktu" not in answer.text


def test_an_approved_edition_is_announced_with_its_day(office, past, pages, document):
    day = TODAY + datetime.timedelta(days=10)
    edition = past(3, office.approved, document, effective_from=day)
    html = pages.read("pracownik", document)
    assert "qms-announcement" in html
    assert edition.absolute_url() in html
    assert "qms-strip" not in html
    coming = pages.read("pracownik", edition)
    assert "This edition is not in force yet" in coming
    assert "Go to edition 1 (in force)" in coming
    assert 'data-edge="solid"' not in coming


def test_a_superseded_edition_says_so_and_leads_to_the_one_in_force(office, past, pages, document):
    first = document.edition_in_force()
    past(5, office.in_force, document, change_description="Krótszy termin")
    html = pages.read("pracownik", first)
    assert "This edition is not in force" in html
    assert "was superseded by edition 2" in html
    assert f'href="{document.absolute_url()}"' in html
    assert f"{document.absolute_url()}/@@compare?from=1&amp;to=2" in html
    assert 'class="qms-rail"' in html
    assert "qms-print-void" in html
    assert "Krótszy termin" in html
    assert 'data-edge="hatching"' in html
    assert "qms-banner" not in pages.read("pracownik", document)


def test_arch_4_a_superseded_edition_says_until_when_it_is_kept(office, past, pages, document):
    first = document.edition_in_force()
    office.do("pelnomocnik", document, "amend-control-data", archival_category="B5", reason="Wykaz akt")
    transaction.commit()
    assert "Keep until" not in pages.read("pracownik", first)
    past(5, office.in_force, document, change_description="Krótszy termin")
    kept = re.search(r"Keep until\s*</dt>\s*<dd[^>]*>\s*([^<]*?)\s*<", pages.read("pracownik", first))
    assert kept[1] == f"{first.in_force_to.year + 5}-12-31"
    assert "Keep until" not in pages.read("pracownik", document)


def test_a_withdrawn_document_says_so(office, past, pages, document):
    past(2, office.do, "pelnomocnik", document, "withdraw", reason="Uchylono")
    html = pages.read("pracownik", document)
    assert "This document is not in force" in html
    assert 'data-edge="hatching-void"' in html
    assert "@@operation/propose-change" not in html


def test_the_edition_in_force_has_the_same_body_as_its_document(pages, document):
    edition = document.edition_in_force()
    html = pages.read("pracownik", edition)
    assert "Treść procedury." in html
    assert "qms-banner" not in html


def test_the_change_log_is_made_from_the_editions(office, past, pages, document):
    past(5, office.in_force, document, change_description="Krótszy termin")
    html = pages.read("pracownik", document)
    log = html[html.index('id="qms-changes"') :]
    assert log.index("Krótszy termin") < log.index("Pierwsze wydanie")
    assert (TODAY - datetime.timedelta(days=40)).isoformat() in log


def test_what_was_taken_over_has_names_but_no_signatures(office, past, pages):
    edition = past(
        0,
        office.do,
        "pelnomocnik",
        office.library,
        "take-over",
        type="Procedure",
        symbol="PS-01",
        title="Nadzór",
        owner_unit="PJ",
        number="5",
        effective_from=datetime.date(2024, 7, 1),
        body=text("<p>Stare</p>"),
        approved_by="Burmistrz",
    )
    html = pages.read("pracownik", edition.document)
    assert "Burmistrz" in html
    assert "as written in the documents taken over" in html
    assert "valid signature" not in html
    assert prepared_on(edition) is None


def test_a_changed_text_is_noticed(pages, document):
    edition = document.edition_in_force()
    edition.__dict__["body"] = text("<p>Podmieniona treść</p>")
    edition._p_changed = True
    transaction.commit()
    html = pages.read("pracownik", document)
    assert "the signature does not agree with the content" in html
    assert "valid signature" not in html


def test_related_documents_that_a_reader_may_not_see_are_not_told(office, past, pages):
    values = {"access": "distribution", "distribution": ["IT"]}
    hidden = past(9, office.register, "pelnomocnik", symbol="PS-90", title="Hasła", **values)
    past(9, office.in_force, hidden, title="Hasła", **values)
    other = past(9, office.register, "pelnomocnik", symbol="PS-91", title="Urlopy")
    past(9, office.in_force, other, title="Urlopy")
    document = past(9, office.register)
    past(9, office.in_force, document, related_documents=["PS-90", "PS-91"])
    html = pages.read("pracownik", document)
    assert "Urlopy" in html
    assert "PS-90" not in html
    assert "Hasła" not in html
    assert "Hasła" in pages.read("informatyk", document)
    assert pages.get("pracownik", hidden.absolute_url()).status_code in (302, 401, 403, 404)


def test_related_documents_stay_asleep(office, past, portal):
    other = past(9, office.register, "pelnomocnik", symbol="PS-91", title="Urlopy")
    past(9, office.in_force, other, title="Urlopy")
    document = past(9, office.register)
    past(9, office.in_force, document, related_documents=["PS-91"])
    portal._p_jar.cacheMinimize()
    with office.acting_as("pracownik"):
        html = api.content.get_view("view", document)()
    assert "Urlopy" in html
    assert other._p_changed is None


def test_reading_writes_nothing(office, past, pages, portal, document):
    past(3, office.draft, document)
    before = portal._p_jar.db().lastTransaction()
    for login in ("pracownik", "autor", "pelnomocnik"):
        pages.read(login, document)
        pages.read(login, document.edition_in_force())
    assert portal._p_jar.db().lastTransaction() == before


SCRIPT = "<script>alert(1)</script>"


def test_nothing_that_people_write_becomes_markup(office, past, pages, document):
    edition = past(
        3,
        office.draft,
        document,
        title=f"Tytuł {SCRIPT}",
        description=f"Cel {SCRIPT}",
        process_owner=SCRIPT,
        change_description=f"Zmiana {SCRIPT}",
        legal_act='"><b onclick=alert(1)>',
        body=text(f'<h2>1. Cel &lt;b&gt;</h2><p onclick="alert(1)">Tekst</p>{SCRIPT}<img src=x onerror=alert(1)>'),
        attachments=[file_named("druk & <b>.txt")],
    )
    past(3, office.do, "autor", edition, "submit")
    past(3, office.do, "sprawdzajacy", edition, "review", password="Tajne-haslo-12345", comment=SCRIPT)
    past(3, office.do, "zatwierdzajacy", edition, "approve", password="Tajne-haslo-12345")
    past(3, office.do, "pelnomocnik", edition, "release")
    past(2, office.do, "pracownik", document, "propose-change", proposal=f"Uwaga {SCRIPT}")
    past(1, office.do, "autor", document, "answer-proposal", proposal=1, answer=f"Odpowiedź {SCRIPT}")
    for login in ("pracownik", "autor"):
        for content in (document, edition):
            html = pages.read(login, content)
            assert "<script>alert" not in html
            assert "onclick=alert" not in html.replace("&lt;b onclick=alert(1)&gt;", "")
            assert "onerror" not in html
            assert html.count("&lt;script&gt;alert(1)") >= 6
            assert "druk &amp; &lt;b&gt;" in html


def test_an_edition_superseded_on_its_first_day_still_names_its_successor(office, past, pages):
    document = past(5, office.register)
    first = past(5, office.in_force, document)
    past(5, office.in_force, document)
    assert "was superseded by edition 2" in pages.read("pracownik", first)
