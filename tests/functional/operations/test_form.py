"""Operations performed through their pages, as people do."""

from czest.qms import clock
from czest.qms.documents.content import state_of
import datetime
import pytest
from support.people import PASSWORD
import transaction


@pytest.fixture
def document(office):
    return office.register()


def page_of(content, operation_id):
    return f"{content.absolute_url()}/@@operation/{operation_id}"


def test_submit_review_and_approve(browse, office, document):
    edition = office.draft(document)
    author = browse("autor")
    author.open(page_of(edition, "submit"))
    assert author.words("h1") == ["Submission of edition 1 of P-PJ-01"]
    author.press("Submit for review")
    assert author.url.startswith(edition.absolute_url())
    assert "Submitted for review." in author.contents
    reviewer = browse("sprawdzajacy")
    reviewer.open(page_of(edition, "review"))
    reviewer.getControl(name="form.widgets.comment").value = "Bez uwag <b>x</b>"
    reviewer.getControl(name="form.widgets.password").value = PASSWORD
    reviewer.press("Confirm the review")
    assert "The review was confirmed with a signature." in reviewer.contents
    approver = browse("zatwierdzajacy")
    approver.open(page_of(edition, "approve"))
    assert any("Bez uwag <b>x</b>" in row for row in approver.words(".qms-subject-rows dd"))
    assert "Sekretarz Miasta" in approver.words(".qms-signature-line")[0]
    approver.getControl(name="form.widgets.password").value = PASSWORD
    approver.press("Sign and approve")
    assert "Signed and approved." in approver.contents
    transaction.begin()
    assert state_of(edition) == "approved"
    assert [signature["meaning"] for signature in edition.signatures] == ["Sprawdzono", "Zatwierdzam do stosowania"]


def test_wrong_data_stays_in_the_form_with_errors_at_the_fields(browse, office, document):
    edition = office.reviewed(document)
    approver = browse("zatwierdzajacy")
    approver.open(page_of(edition, "approve"))
    approver.getControl(name="form.widgets.effective_from").value = "2020-01-01"
    approver.getControl(name="form.widgets.comment").value = "Proszę <i>o pośpiech</i>"
    approver.getControl(name="form.widgets.password").value = "zgaduję"
    approver.press("Sign and approve")
    assert approver.status == 400
    assert set(approver.errors()) == {"effective_from", "password"}
    assert approver.words("[data-qms-errors] p") == ["Not signed. Correct 2 fields – the other data is kept."]
    assert approver.getControl(name="form.widgets.effective_from").value == "2020-01-01"
    assert approver.getControl(name="form.widgets.comment").value == "Proszę <i>o pośpiech</i>"
    assert approver.getControl(name="form.widgets.password").value == ""
    assert "zgaduję" not in approver.contents
    approver.getControl(name="form.widgets.effective_from").value = clock.today().isoformat()
    approver.getControl(name="form.widgets.password").value = PASSWORD
    approver.press("Sign and approve")
    transaction.begin()
    assert state_of(edition) == "approved"
    assert edition.signatures[-1]["comment"] == "Proszę <i>o pośpiech</i>"


def test_what_is_signed_is_what_was_shown(browse, office, document):
    edition = office.submitted(document)
    reviewer = browse("sprawdzajacy")
    reviewer.open(page_of(edition, "review"))
    office.do("autor", edition, "retract")
    office.do("autor", edition, "save", title="Inny tytuł")
    office.do("autor", edition, "submit")
    transaction.commit()
    reviewer.getControl(name="form.widgets.password").value = PASSWORD
    reviewer.press("Confirm the review")
    assert reviewer.status == 409
    assert "somebody changed the content meanwhile" in reviewer.words("[data-qms-errors]")[0]
    assert "Inny tytuł" in reviewer.words(".qms-subject-title")[0]
    transaction.begin()
    assert edition.signatures == ()
    reviewer.getControl(name="form.widgets.password").value = PASSWORD
    reviewer.press("Confirm the review")
    transaction.begin()
    assert [signature["digest"] for signature in edition.signatures] == [edition.digest]


def test_a_refusal_is_a_page_and_never_a_form(browse, office, document):
    edition = office.draft(document)
    for login, operation_id, status in (
        ("autor", "retract", 409),
        ("autor", "approve", 403),
        ("pelnomocnik", "nonsense", 404),
        ("pelnomocnik", "", 404),
        ("pelnomocnik", "review", 403),
    ):
        browser = browse(login)
        browser.open(page_of(edition, operation_id))
        assert browser.status == status, operation_id
        assert browser.page.cssselect(".qms-bar")
        assert browser.words(".qms-refusal p")[0]
        assert not browser.page.cssselect(".qms-operation")
    stranger = browse("pracownik")
    stranger.open(page_of(edition, "submit"))
    assert not stranger.page.cssselect(".qms-operation")


def test_without_the_token_nothing_is_written(browse, office, document):
    edition = office.draft(document)
    author = browse("autor")
    author.open(page_of(edition, "submit"))
    author.getControl(name="_authenticator").value = "x"
    author.press("Submit for review")
    assert author.status == 403
    transaction.begin()
    assert state_of(edition) == "draft"


def test_an_address_alone_performs_nothing(browse, office, document):
    edition = office.draft(document)
    author = browse("autor")
    author.open(page_of(edition, "submit"))
    token = author.getControl(name="_authenticator").value
    author.open(f"{page_of(edition, 'submit')}?form.buttons.perform=1&_authenticator={token}")
    assert author.status == 403
    transaction.begin()
    assert state_of(edition) == "draft"


def test_a_draft_that_lacks_something_is_not_submitted(browse, office, document):
    edition = office.draft(document, change_description="", reviewers=[])
    author = browse("autor")
    author.open(page_of(edition, "submit"))
    author.press("Submit for review")
    assert author.status == 400
    (summary,) = author.words("[data-qms-errors]")
    assert "Description of the change: Describe the change" in summary
    assert author.page.cssselect(f'.qms-form-opposite[href="{edition.absolute_url()}/edit"]')


def test_return_retract_revoke_and_discard(browse, office, document):
    edition = office.submitted(document)
    reviewer = browse("sprawdzajacy")
    reviewer.open(page_of(edition, "review"))
    reviewer.getLink("Return for correction…").click()
    reviewer.press("Return for correction")
    assert reviewer.errors() == {"reason": "This field is required."}
    reviewer.getControl(name="form.widgets.reason").value = "Brak mierników."
    reviewer.press("Return for correction")
    assert "Returned for correction." in reviewer.contents
    office.do("autor", edition, "submit")
    author = browse("autor")
    author.open(page_of(edition, "retract"))
    author.press("Retract the submission")
    transaction.begin()
    assert state_of(edition) == "draft"
    author.open(page_of(edition, "discard"))
    assert author.page.cssselect("button.btn-outline-danger")
    author.getControl(name="form.widgets.reason").value = "Zbędne"
    author.press("Discard the draft")
    assert author.url.startswith(document.absolute_url())
    transaction.begin()
    assert document.open_edition() is None


def test_the_officer_revokes_releases_and_withdraws(browse, office, document):
    edition = office.approved(document, effective_from=clock.today() + datetime.timedelta(days=30))
    officer = browse("pelnomocnik")
    officer.open(page_of(edition, "revoke-approval"))
    officer.getControl(name="form.widgets.reason").value = "Błąd w tytule"
    officer.press("Revoke the approval")
    transaction.begin()
    assert state_of(edition) == "draft"
    office.do("autor", edition, "submit")
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    office.do("zatwierdzajacy", edition, "approve", password=PASSWORD)
    officer = browse("pelnomocnik")
    officer.open(page_of(edition, "release"))
    officer.press("Bring into force now")
    transaction.begin()
    assert state_of(edition) == "in_force"
    officer.open(page_of(document, "withdraw"))
    officer.getControl(name="form.widgets.reason").value = "Zadanie ustało"
    officer.press("Withdraw from force")
    transaction.begin()
    assert state_of(document) == "withdrawn"


def test_a_dialog_is_told_where_the_result_is(browse, office, document):
    edition = office.draft(document)
    author = browse("autor")
    author.addHeader("X-Qms-Dialog", "1")
    author.open(page_of(edition, "submit"))
    author.press("Submit for review")
    assert author.status == 204
    assert author.headers["X-Qms-Location"] == edition.absolute_url()
