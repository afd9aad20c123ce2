"""Letters in the office's own words, and those of the optional states."""

from czest.qms import clock
from czest.qms.approval.jobs import EndAgreements
from czest.qms.approval.letters import preview
from czest.qms.approval.office_letters import RECORD
from czest.qms.approval.reminders import Remind
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.organisation.interfaces import IDirectory
import datetime
from plone import api
import pytest
from support.office import text
from support.optional_states import turn_on
from zope.component import getUtility


DAY = datetime.date(2026, 11, 25)
UNTIL = datetime.date(2026, 12, 2)
SECRET = "Treść nie dla poczty"
OWN = {
    "subject": "Proszę o sprawdzenie: ${edition}",
    "text": "Dzień dobry,\n\nproszę o ${edition}.\n\nZa: ${behalf}\n\n${address}",
}


@pytest.fixture(autouse=True)
def today(portal):
    api.portal.set_registry_record("plone.default_language", "pl")
    with clock.stopped_at(DAY):
        yield


@pytest.fixture
def news():
    """Return a function that gives the messages put since it was last called: address, subject and text, sorted."""
    seen = set()

    def news():
        messages = getUtility(IOutbox)._messages
        fresh = [messages[key].letter for key in set(messages) - seen]
        seen.update(messages)
        return sorted((letter.to.partition("@")[0], letter.subject, letter.text) for letter in fresh)

    return news


def told(letters):
    return [(login, subject.partition(":")[0]) for login, subject, _text in letters]


def adjust(language="pl", **letter):
    api.portal.set_registry_record(RECORD, {"check": {language: {**OWN, **letter}}})


def test_the_office_writes_its_own_letter(office, news):
    adjust()
    edition = office.submitted(office.register())
    ((login, subject, written),) = news()
    name = f"{edition.document.symbol} Obieg korespondencji, wydanie 1"
    assert (login, subject) == ("sprawdzajacy", f"Proszę o sprawdzenie: {name}")
    body, _rule, footer = written.partition("\n\n-- \n")
    assert body == f"Dzień dobry,\n\nproszę o {name}.\n\n{edition.absolute_url()}/@@operation/review"
    assert "@@notifications" in footer


@pytest.mark.parametrize("broken", [{"text": "${edition} ${comment} ${address}"}, {"subject": ""}, {"text": "Bez pól"}])
def test_a_text_that_cannot_be_sent_gives_way_to_the_shipped_one(office, news, broken):
    adjust(**broken)
    office.submitted(office.register())
    assert told(news()) == [("sprawdzajacy", "Do sprawdzenia")]


def test_another_language_has_its_own_text(office, news):
    adjust("en")
    office.submitted(office.register())
    assert told(news()) == [("sprawdzajacy", "Do sprawdzenia")]
    api.portal.set_registry_record("plone.default_language", "en")
    office.submitted(office.register())
    assert told(news()) == [("sprawdzajacy", "Proszę o sprawdzenie")]


def test_a_preview_shows_the_letter_with_invented_values():
    subject, written = preview("check", "Do ${edition}", "${edition}\n\nTermin: ${day}\n\nZa: ${behalf}\n\n${address}")
    assert subject == "Do PS-01 Obieg korespondencji, wydanie 6"
    assert "Termin: 30 listopada 2026 r.\n\nZa: Sekretarz Miasta\n\nhttp" in written


def test_those_asked_for_agreement_are_told_and_nothing_of_the_content(office, news):
    turn_on("agreement")
    getUtility(IDirectory).appoint_deputy("informatyk", "redaktor-bip", DAY, DAY, "upoważnienie 1/2026")
    edition = office.draft(office.register(), body=text(f"<p>{SECRET}</p>"), change_description=SECRET)
    office.do("autor", edition, "begin-agreement", asked=["post:informatyk", "post:radca-prawny"], until=UNTIL)
    letters = news()
    assert told(letters) == [(login, "Do uzgodnienia") for login in ("informatyk", "radca", "redaktor-bip")]
    assert "Termin: 2 grudnia 2026 r." in letters[0][2]
    assert f"{edition.absolute_url()}\n" in letters[0][2]
    assert "Z up.: Informatyk." in letters[2][2]
    office.do("redaktor-bip", edition, "answer-agreement", answer="remarks")
    assert news() == []
    office.do("radca", edition, "answer-agreement", answer="agreed")
    assert told(news()) == [("autor", "Koniec uzgodnień")]
    office.do("autor", edition, "end-agreement")
    assert news() == []
    office.do("autor", edition, "begin-agreement", asked=["post:informatyk"], until=UNTIL)
    again = news()
    assert told(again) == [(login, "Do uzgodnienia") for login in ("informatyk", "redaktor-bip")]
    assert not any(SECRET in subject + written for _login, subject, written in [*letters, *again])


def test_those_who_do_not_answer_are_reminded_and_the_end_is_told(office, news):
    turn_on("agreement")
    edition = office.draft(office.register())
    office.do("autor", edition, "begin-agreement", asked=["post:informatyk"], until=UNTIL)
    news()
    with clock.stopped_at(datetime.datetime(2026, 12, 1, 12, tzinfo=clock.OFFICE_ZONE)):
        Remind().run()
        assert told(news()) == [("informatyk", "Termin 2 grudnia 2026 r.")]
    with clock.stopped_at(UNTIL + datetime.timedelta(days=1)):
        EndAgreements().run()
    assert told(news()) == [("autor", "Koniec uzgodnień")]


@pytest.mark.parametrize(("reason", "subject"), [("", "Bez uwag formalnych"), ("Brak podstawy", "Do poprawienia")])
def test_a_formal_check_tells_the_officer_and_then_the_author(office, news, reason, subject):
    turn_on("formal_check")
    edition = office.do("autor", office.draft(office.register()), "begin-formal-check")
    assert told(news()) == [("pelnomocnik", "Do kontroli formalnej")]
    office.do("pelnomocnik", edition, "end-formal-check", reason=reason)
    letters = news()
    assert told(letters) == [("autor", subject)]
    assert "Brak podstawy" not in letters[0][2]
