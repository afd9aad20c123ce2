"""The review of a publication in the browser: findings, checklist, overrides and the decision."""

from czest.qms import clock
from czest.qms.documents.making import uid_of
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.rules.checklist import QUESTIONS
import datetime
import pytest
from support.office import file_named
from support.people import PASSWORD
import transaction
from zope.component import getUtility


def review(edition):
    return f"{edition.absolute_url()}/@@publication-review"


def state_of_case(edition):
    transaction.begin()
    return getUtility(IPublicationLedger).cases_of(uid_of(edition))[0].state


def browse_preview(browse, edition):
    page = browse("redaktor-bip")
    page.open(f"{edition.absolute_url()}/@@publication-preview")
    return page.contents


def answer_no(page):
    for name in QUESTIONS:
        page.getControl(name=f"answer.{name}").value = ["no"]


@pytest.fixture
def requested(edition, ask):
    ask(edition)
    return edition


def test_buttons_open_once_every_question_is_answered(requested, browse):
    page = browse("redaktor-bip")
    page.open(review(requested))
    assert page.words(".qms-decision-why li") == ["6 questions without an answer (many)"]
    assert all(button.get("disabled") for button in page.page.cssselect(".qms-decision-buttons button"))
    answer_no(page)
    page.getControl(name="check").click()
    assert page.words("#qms-decision") == ["It can be published"]
    assert page.getControl(name="answer.whistleblowers").value == ["no"]
    page.getControl(name="password").value = PASSWORD
    page.getControl(name="publish").click()
    assert page.status == 200
    assert "Published in the BIP." in page.contents
    assert state_of_case(requested) == "published"


def test_a_yes_keeps_the_buttons_shut(requested, browse):
    page = browse("redaktor-bip")
    page.open(review(requested))
    answer_no(page)
    page.getControl(name="answer.whistleblowers").value = ["yes"]
    page.getControl(name="check").click()
    assert page.words(".qms-decision-why li") == ["1 answer with yes"]
    assert "must be removed" in page.words("#question-whistleblowers")[0]


def test_a_wrong_password_keeps_the_answers(requested, browse):
    page = browse("redaktor-bip")
    page.open(review(requested))
    answer_no(page)
    page.getControl(name="check").click()
    page.getControl(name="password").value = "nie-to"
    page.getControl(name="publish").click()
    assert page.status == 400
    assert page.words("#password-error") == ["The password is wrong."]
    assert page.getControl(name="password").value == ""
    assert page.getControl(name="answer.hidden_text").value == ["no"]
    assert state_of_case(requested) == "requested"


def test_a_day_is_set(requested, browse):
    page = browse("redaktor-bip")
    page.open(review(requested))
    answer_no(page)
    page.getControl(name="check").click()
    page.getControl(name="password").value = PASSWORD
    page.getControl(name="publish_on").value = "jutro"
    page.getControl(name="schedule").click()
    assert page.words("#publish_on-error") == ["Give a day of the calendar as yyyy-mm-dd."]
    page.getControl(name="password").value = PASSWORD
    page.getControl(name="publish_on").value = (clock.today() + datetime.timedelta(days=1)).isoformat()
    page.getControl(name="schedule").click()
    assert state_of_case(requested) == "scheduled"
    assert page.words("#qms-decision ~ p .qms-plate") == ["Scheduled"]


def test_what_was_not_shown_is_not_decided(requested, browse, client, ask):
    page = browse("redaktor-bip")
    page.open(review(requested))
    answer_no(page)
    page.getControl(name="check").click()
    client("redaktor-bip").operate(requested.absolute_url(), "refuse-publication", reason="Nie ten tytuł.")
    ask(requested, summary="Całkiem inny tekst.")
    page.getControl(name="password").value = PASSWORD
    page.getControl(name="publish").click()
    assert page.status == 409
    assert state_of_case(requested) == "requested"
    assert page.getControl(name="answer.whistleblowers").value == []
    assert "Całkiem inny tekst." in browse_preview(browse, requested)


PESEL = "Zgłoszenie złożył Jan Testowy, PESEL 44051401458.".encode()


@pytest.fixture
def blocked(office, bulletin, ask):
    document = office.register(title="Nadzór nad dokumentami")
    edition = office.in_force(
        document, attachments=[file_named("karta zmian.txt"), file_named("zgłoszenie.txt", PESEL)]
    )
    transaction.commit()
    ask(edition)
    return edition


def test_a_finding_is_tied_to_both_sides_and_answered_for(blocked, browse):
    page = browse("redaktor-bip")
    page.open(review(blocked))
    (finding,) = [words for words in page.words(".qms-finding") if "Blocks" in words]
    assert "PESEL number: 44*******58" in finding
    assert "44051401458" not in page.contents.replace("PESEL 44051401458", "")
    inside, public = page.words(".qms-review-files")
    assert "zgłoszenie.txt" in inside and "1" in inside.split("zgłoszenie.txt")[1].split()
    assert "p-pj-01-wydanie-1-zal-2.txt" in public or public.count(".txt") == 2
    assert "1" in public.split(".txt")[2].split()
    answer_no(page)
    page.getControl(name="override.1.reason").value = "Numer zmyślony, dokument szkoleniowy."
    page.getControl(name="check").click()
    assert page.words("#override-1-legal_basis-error") == ["Give the legal basis."]
    assert page.words(".qms-decision-why li") == ["1 finding blocks"]
    page.getControl(name="override.1.legal_basis").value = "art. 5 ust. 2 zd. 2 u.d.i.p."
    page.getControl(name="check").click()
    page.getControl(name="password").value = PASSWORD
    page.getControl(name="publish").click()
    assert state_of_case(blocked) == "published"
    (override,) = getUtility(IPublicationLedger).cases_of(uid_of(blocked))[0].decision["overrides"]
    assert (override["rule"], override["person"]) == ("pesel", "Redaktor BIP")


def test_authors_see_everything_but_the_decision(requested, browse):
    for login, sentence in {
        "autor": "Whoever wrote it does not decide on its publication.",
        "pelnomocnik": "A BIP editor decides.",
    }.items():
        page = browse(login)
        page.open(review(requested))
        assert sentence in page.words(".qms-decision")[0], login
        assert page.page.cssselect("[name=publish], [name=check], [name=password]") == []
        assert page.words(".qms-findings-rest")


def test_nobody_else_sees_anything(requested, browse):
    for login, status in {"pracownik": 403, "manager": 403}.items():
        page = browse(login)
        for name in ("@@publication-review", "@@publication-preview", "@@publication-file/p-pj-01-wydanie-1.txt"):
            page.open(f"{requested.absolute_url()}/{name}")
            assert page.status == status, (login, name)
            assert "Przykładowa" not in page.contents


def test_what_is_shown_is_what_becomes_public(requested, browse):
    """BIP-2: the preview is made of the bulletin's own template; only the address and the time differ."""
    page = browse("redaktor-bip")
    moment = datetime.datetime(2026, 12, 1, 9, 12, tzinfo=datetime.UTC)
    with clock.stopped_at(moment):
        page.open(f"{requested.absolute_url()}/@@publication-preview")
        shown = page.contents
        page.open(review(requested))
        answer_no(page)
        page.getControl(name="check").click()
        page.getControl(name="password").value = PASSWORD
        page.getControl(name="publish").click()
        page.open(f"{requested.absolute_url()}/@@publication-preview")
    assert "Nadzór nad dokumentami" in shown
    assert page.contents == shown


def test_public_files_and_the_stylesheet_are_served_below_the_preview(requested, browse):
    page = browse("redaktor-bip")
    preview = f"{requested.absolute_url()}/@@publication-preview"
    page.open(f"{preview}/zasoby/bip.css")
    assert (page.status, page.headers["Content-Type"]) == (200, "text/css; charset=utf-8")
    for address in ("publication-preview/dokumenty/P-PJ-01/wydanie-1/pliki", "publication-file"):
        page.open(f"{requested.absolute_url()}/@@{address}/p-pj-01-wydanie-1.txt")
        assert (page.status, page.contents) == (200, "Treść")
    page.open(f"{requested.absolute_url()}/@@publication-file/karta zmian.txt".replace(" ", "%20"))
    assert page.status == 404
