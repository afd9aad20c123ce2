"""All letters of all rooms: without a text of the office each says what it always said, and the office may word each."""

from czest.qms import clock
from czest.qms.approval.interfaces import ILetters
from czest.qms.approval.letters import author_letter
from czest.qms.approval.letters import consultation_letter
from czest.qms.approval.letters import escalating_letter
from czest.qms.approval.letters import preview
from czest.qms.approval.letters import reminding_letter
from czest.qms.approval.letters import task_letter
from czest.qms.approval.office_letters import all_letters
from czest.qms.approval.office_letters import RECORD
from czest.qms.approval.rules.claims import Claim
from czest.qms.approval.rules.letter_texts import problems
from czest.qms.approval.rules.letter_texts import written as as_field
from czest.qms.documents.rules.optional_states import Consultation
from czest.qms.documents.rules.route import APPROVING
from czest.qms.documents.rules.route import CHECK
from czest.qms.documents.rules.route import OPINION
from czest.qms.documents.rules.route import Participant
from czest.qms.documents.rules.route import Stage
from czest.qms.publication.ledger import Case
from czest.qms.publication.letters import archived_letter
from czest.qms.publication.letters import asking_letter
from czest.qms.publication.letters import corrected_letter
from czest.qms.publication.letters import decided_letter
from czest.qms.publication.publicity import public_address
from czest.qms.publication.rules import cases
from czest.qms.workflows import drifting
from czest.qms.workplace.digest import digest
from czest.qms.workplace.tasks import Task
import datetime
from pathlib import Path
from plone import api
import pytest
from support.shipped_letters import LETTERS
from zope.component import getUtilitiesFor


DAY = datetime.date(2026, 11, 25)
DUE = DAY + datetime.timedelta(days=10)
LAWYER = Participant("post", "radca-prawny")
OWN, DEPUTY = Claim(LAWYER), Claim(LAWYER, "radca", "upoważnienie 1/2026")
STAGE = Stage("1", CHECK, (LAWYER,), days=10, begun=DAY)
WITHOUT_END = Stage("1", CHECK, (LAWYER,))


@pytest.fixture(params=["pl", "en"])
def language(request, portal):
    api.portal.set_registry_record("plone.default_language", request.param)
    api.portal.set_registry_record("czest.qms.office.address", "https://szj.urzad.example")
    api.portal.set_registry_record("czest.qms.publication.public_address", "https://bip.urzad.example")
    with clock.stopped_at(DUE + datetime.timedelta(days=3)):
        yield request.param


def of_routes(edition):
    for claim in (OWN, DEPUTY):
        for pattern in ("agreement", "formal_check"):
            consultation = Consultation(pattern, (LAWYER,), DAY, DUE)
            yield f"{pattern}, {claim.mandate}", consultation_letter(edition, consultation, claim)
        for purpose in (CHECK, OPINION, APPROVING):
            stage = Stage("1", purpose, (LAWYER,), days=10, begun=DAY)
            yield f"{purpose}, {claim.mandate}", task_letter(edition, stage, claim)
        for is_late in (False, True):
            yield f"reminder, {claim.mandate}, {is_late}", reminding_letter(edition, STAGE, claim, is_late)
    yield "check without a day", task_letter(edition, WITHOUT_END, OWN)
    yield "formal check without a day", consultation_letter(edition, Consultation("formal_check", (), DAY), OWN)
    for letter_id in ("agreement_over", "formally_right", "returned"):
        yield letter_id, author_letter(letter_id, edition)
    yield "escalation", escalating_letter(edition, STAGE, ["Radca prawny", "Wydział Organizacyjny"], 3)


def of_publication(edition):
    yield "request", asking_letter(edition, DUE)
    path = {"path": "dokumenty/P-PJ-01/wydanie-1"}
    for state, facts in {
        cases.PUBLISHED: path,
        cases.SCHEDULED: {"publish_on": "2026-12-24"},
        cases.REFUSED: {},
        cases.WITHDRAWN: path,
    }.items():
        yield state, decided_letter(edition, Case(1, edition.UID(), {"state": state, **facts}))
    yield "archived", archived_letter(edition)
    yield "corrected", corrected_letter(edition)


def of_the_morning(edition):
    yield "drift", drifting.letter(2)
    duty = Task("drift", f"{edition.absolute_url()}/@@page", "", "Sprawdzić", "", "return-to-recorded", DAY, None)
    asked = Task("uid", edition.absolute_url(), "P-PJ-01", "Obieg", "1", "review", DAY, DUE, "radca")
    yield "one task", digest([duty])
    yield "three tasks", digest([asked, duty, duty])
    yield "five tasks", digest([duty] * 5)


def written(name, subject, text):
    return f"=== {name}\n{subject}\n\n{text}"


def test_letters_say_what_they_always_said(office, language):
    edition = office.submitted(office.register())
    letters = [*of_routes(edition), *of_publication(edition), *of_the_morning(edition)]
    found = "".join(written(name, *letter) for name, letter in letters)
    kept = Path(__file__).parent / "letters" / f"{language}.txt"
    assert found == kept.read_text(encoding="utf-8")


def test_every_room_offers_its_letters_once(portal):
    offered = [letter_id for _name, room in getUtilitiesFor(ILetters) for letter_id in room.letters]
    assert sorted(offered) == sorted(LETTERS)
    assert all_letters() == LETTERS
    assert list(all_letters()) == list(LETTERS)


@pytest.mark.parametrize("letter_id", LETTERS)
def test_a_preview_has_a_value_for_every_field(portal, letter_id):
    letter = LETTERS[letter_id]
    text = "\n\n".join(map(as_field, letter.allowed))
    assert problems(letter, "Pismo", text) == ()
    subject, written = preview(letter_id, "Pismo", text)
    body, _rule, _footer = written.partition("\n\n-- \n")
    assert subject == "Pismo"
    assert "${" not in body
    paragraphs = body.split("\n\n")
    assert len(paragraphs) >= len(letter.allowed)
    assert all(paragraphs)


def own(*fields):
    return {"subject": "Pismo urzędu", "text": "Dzień dobry,\n\n" + "\n\n".join(map(as_field, fields))}


def test_the_office_words_those_of_other_rooms_too(office):
    api.portal.set_registry_record("plone.default_language", "pl")
    texts = {
        "published": own("edition", "entry", "address"),
        "record_corrected": own("record", "address"),
        "drift": own("count", "address"),
        "daily_list": own("count", "tasks", "address"),
    }
    api.portal.set_registry_record(RECORD, {letter_id: {"pl": letter} for letter_id, letter in texts.items()})
    edition, site = office.submitted(office.register()), office.portal.absolute_url()
    case = Case(1, edition.UID(), {"state": cases.PUBLISHED, "path": "dokumenty/P-PJ-01/wydanie-1"})
    task = Task("uid", edition.absolute_url(), "P-PJ-01", "Obieg", "1", "review", DAY, DUE)
    name, page = "P-PJ-01 Obieg korespondencji, wydanie 1", f"{edition.absolute_url()}/@@publication-review"
    for letter, expected in (
        (decided_letter(edition, case), [name, public_address(case.path), page]),
        (corrected_letter(edition), [name, page]),
        (drifting.letter(2), ["2", f"{site}/@@workflow-drift"]),
        (
            digest([task]),
            [
                "1",
                "Do sprawdzenia: P-PJ-01 Obieg, wydanie 1\n"
                f"Termin: 5 grudnia 2026 r.\n{edition.absolute_url()}/@@operation/review",
                f"{site}/@@tasks",
            ],
        ),
    ):
        subject, text = letter
        assert subject == "Pismo urzędu"
        assert text.partition("\n\n-- \n")[0].split("\n\n") == ["Dzień dobry,", *expected]
