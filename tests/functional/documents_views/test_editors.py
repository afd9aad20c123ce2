"""What people who may act get above the page: where the edition is, who acts, what can be done."""

from czest.qms import clock
from czest.qms.organisation.interfaces import IDirectory
import datetime
from plone import api
import pytest
import re
import transaction
from zope.component import getUtility


TODAY = clock.today()


def strip_of(html):
    """Return the HTML of the strip."""
    start = html.index('class="qms-strip"')
    return html[start : html.index("</section>", start)]


def acts_of(html):
    """Return the ids of the operations offered in the strip."""
    return re.findall(r"@@operation/([a-z-]+)", strip_of(html))


def test_the_author_of_a_draft_submits_or_edits(office, past, pages, document):
    edition = past(3, office.draft, document)
    html = pages.read("autor", document)
    assert acts_of(html) == ["submit", "discard"]
    assert f'href="{edition.absolute_url()}/edit"' in strip_of(html)
    assert "btn-primary" in strip_of(html)
    assert "Edition 2 in preparation" in strip_of(html)
    assert "qms-timeline" in html


@pytest.mark.parametrize(
    ("stage", "login", "expected"),
    [
        ("submitted", "sprawdzajacy", ["review", "return"]),
        ("submitted", "zatwierdzajacy", []),
        ("submitted", "autor", ["retract"]),
        ("reviewed", "zatwierdzajacy", ["approve", "return", "attach-signed-file"]),
        ("reviewed", "auditor", []),
        ("approved", "pelnomocnik", ["release", "revoke-approval", "attach-signed-file", "amend-control-data"]),
    ],
)
def test_everybody_is_offered_what_he_may_do_now(office, past, pages, document, stage, login, expected):
    values = {"effective_from": TODAY + datetime.timedelta(days=30)} if stage == "approved" else {}
    past(3, getattr(office, stage), document, **values)
    assert acts_of(pages.read(login, document)) == expected


def test_one_primary_and_one_secondary_button_at_most(office, past, pages, document):
    past(3, office.submitted, document)
    for login in ("autor", "sprawdzajacy", "pelnomocnik"):
        strip = strip_of(pages.read(login, document))
        assert strip.count("btn-primary") <= 1
        assert strip.count("btn-outline-secondary") <= 1


def test_the_present_step_is_marked_with_its_day(office, past, pages, document):
    edition = past(5, office.draft, document)
    past(3, office.do, "autor", edition, "submit")
    strip = strip_of(pages.read("sprawdzajacy", document))
    assert re.search(r'aria-current="step"\s*>Review', strip)
    assert "0 of 1" in strip
    assert "my task" in strip


def test_without_an_open_edition_the_officer_may_begin_one(pages, document):
    assert acts_of(pages.read("pelnomocnik", document)) == ["open-revision", "amend-control-data", "withdraw"]


def test_a_document_without_any_edition_shows_to_its_author(office, past, pages):
    document = past(1, office.register)
    html = pages.read("autor", document)
    assert "No edition of this document has come into force yet." in html
    assert acts_of(html) == ["open-revision"]
    assert pages.get("pracownik", document.absolute_url()).status_code in (302, 401, 403)


def test_the_page_of_a_draft_warns_and_leads_to_the_rule(office, past, pages, document):
    edition = past(3, office.draft, document)
    html = pages.read("autor", edition)
    assert "This edition is not in force yet" in html
    assert "Go to edition 1 (in force)" in html
    assert f'href="{edition.absolute_url()}/edit"' in html
    past(2, office.do, "autor", edition, "submit")
    assert "/edit" not in pages.read("autor", edition)


def test_a_person_who_left_still_shows_and_is_named_as_lacking(office, past, pages, document):
    edition = past(9, office.submitted, document, reviewers=["radca"])
    directory = getUtility(IDirectory)
    (tenure,) = directory.organisation().tenures_of_login("radca")
    directory.end_tenure(tenure.id, TODAY - datetime.timedelta(days=1))
    api.portal.get_tool("acl_users").userFolderDelUsers(["radca"])
    transaction.commit()
    for content in (document, edition):
        strip = strip_of(pages.read("autor", content))
        assert "Lacking: Radca prawny" in strip
        assert "Pełnomocnik ds. SZJ" in strip


def test_sig_2_signatures_of_a_person_who_left_keep_name_and_post(office, past, pages, document):
    directory = getUtility(IDirectory)
    for login in ("sprawdzajacy", "autor"):
        (tenure,) = directory.organisation().tenures_of_login(login)
        directory.end_tenure(tenure.id, TODAY - datetime.timedelta(days=1))
        api.portal.get_tool("acl_users").userFolderDelUsers([login])
    transaction.commit()
    html = pages.read("pracownik", document)
    assert "Naczelnik Wydziału Organizacyjnego" in html
    assert "Główny specjalista ds. SZJ" in html


def test_void_signatures_stay_with_their_reason(office, past, pages, document):
    edition = past(5, office.reviewed, document)
    past(4, office.do, "zatwierdzajacy", edition, "return", reason="Brak terminu")
    html = pages.read("autor", edition)
    assert "Void: Brak terminu" in html
    assert 'data-valid="false"' in html


def test_remarks_are_seen_by_their_writer_and_by_those_who_answer(office, past, pages, document):
    past(5, office.do, "pracownik", document, "propose-change", proposal="Brak adresu e-Doręczeń")
    assert "Brak adresu" in pages.read("pracownik", document)
    assert "Brak adresu" not in pages.read("informatyk", document)
    html = pages.read("autor", document)
    assert "Brak adresu" in html
    assert "@@operation/answer-proposal?form.widgets.proposal=1" in html
    past(4, office.do, "autor", document, "answer-proposal", proposal=1, answer="W następnym wydaniu")
    html = pages.read("pracownik", document)
    assert "W następnym wydaniu" in html
    assert "@@operation/answer-proposal" not in html
