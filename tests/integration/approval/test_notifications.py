"""Who is newly asked gets one message with a link, and no word of the document; nobody gets one twice."""

from czest.qms import clock
from czest.qms.approval.interfaces import INotificationPreferences
from czest.qms.approval.jobs import EndSilentOpinions
from czest.qms.approval.notifications import tell_people
from czest.qms.documents.rules.route import OPINION
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.operations import gate
from czest.qms.operations.performing import OperationPerformed
from czest.qms.organisation.interfaces import IDirectory
from dataclasses import replace
import datetime
from plone import api
import pytest
from support.office import text
from support.people import PASSWORD
from zope.component import getUtility


DAY = datetime.date(2026, 11, 25)
SECRET = "Treść nie dla poczty"


@pytest.fixture(autouse=True)
def today(portal):
    api.portal.set_registry_record("plone.default_language", "pl")
    with clock.stopped_at(DAY):
        yield


@pytest.fixture
def news():
    """Return a function that gives the messages put since it was last called, by address, sorted."""
    seen = set()

    def news():
        messages = getUtility(IOutbox)._messages
        fresh = sorted(set(messages) - seen, key=lambda key: (messages[key].letter.to, key))
        seen.update(fresh)
        return [messages[key].letter for key in fresh]

    return news


def logins(letters):
    return [letter.to.partition("@")[0] for letter in letters]


def test_reviewers_then_approvers_are_told(office, news):
    edition = office.draft(office.register(), reviewers=["sprawdzajacy", "radca"])
    assert news() == []
    office.do("autor", edition, "submit")
    letters = news()
    assert logins(letters) == ["radca", "sprawdzajacy"]
    assert letters[0].subject == f"Do sprawdzenia: {edition.document.symbol} Obieg korespondencji, wydanie 1"
    assert f"{edition.absolute_url()}/@@operation/review" in letters[0].text
    office.do("radca", edition, "review", password=PASSWORD)
    assert news() == []
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    (letter,) = news()
    assert letter.to == "zatwierdzajacy@urzad.example"
    assert letter.subject.startswith("Do zatwierdzenia: ")
    assert f"{edition.absolute_url()}/@@operation/approve" in letter.text
    office.do("zatwierdzajacy", edition, "approve", password=PASSWORD)
    assert news() == []


def test_neither_text_nor_remark_nor_reason_goes_out(office, news):
    edition = office.submitted(
        office.register(), body=text(f"<p>{SECRET}</p>"), change_description=SECRET, reviewers=["sprawdzajacy"]
    )
    office.do("pelnomocnik", edition, "ask-also", stage="1", who="radca", reason=SECRET)
    office.do("radca", edition, "review", password=PASSWORD, comment=SECRET)
    office.do("sprawdzajacy", edition, "return", reason=SECRET)
    letters = news()
    assert logins(letters) == ["autor", "radca", "sprawdzajacy"]
    assert letters[0].subject.startswith("Do poprawienia: ")
    assert not any(SECRET in letter.subject + letter.text for letter in letters)


def test_an_event_that_comes_again_tells_nobody(office, news):
    edition = office.submitted(office.register(), reviewers=["radca"])
    assert logins(news()) == ["radca"]
    entry = getUtility(ITrail).head(edition.document.UID())
    tell_people(OperationPerformed(edition, "submit", entry))
    assert news() == []


def test_after_a_return_everybody_is_told_anew_on_the_same_day(office, news):
    edition = office.submitted(office.register(), reviewers=["radca"])
    office.do("radca", edition, "return", reason="Popraw")
    assert logins(news()) == ["autor", "radca"]
    office.do("autor", edition, "submit")
    assert logins(news()) == ["radca"]
    office.do("radca", edition, "return", reason="Popraw jeszcze")
    assert logins(news()) == ["autor"]


def test_a_rewound_stage_asks_again_on_the_same_day(office, news):
    edition = office.reviewed(office.register(), reviewers=["radca"])
    assert logins(news()) == ["radca", "zatwierdzajacy"]
    office.do("pelnomocnik", edition, "rewind", stage="1", reason="Brak opinii")
    assert logins(news()) == ["radca"]


def test_a_revoked_approval_is_told_to_the_author_but_a_retraction_is_not(office, news):
    edition = office.approved(office.register(), effective_from=DAY + datetime.timedelta(days=30))
    news()
    office.do("pelnomocnik", edition, "revoke-approval", reason="Błąd")
    assert logins(news()) == ["autor"]
    office.do("autor", edition, "submit")
    news()
    office.do("autor", edition, "retract")
    assert news() == []


def test_who_is_asked_in_the_place_of_another_is_told(office, news):
    edition = office.submitted(office.register(), reviewers=["radca"])
    news()
    office.do(
        "pelnomocnik", edition, "reassign", **{"stage": "1", "from": "radca", "to": "sprawdzajacy", "reason": "Urlop"}
    )
    assert logins(news()) == ["sprawdzajacy"]


def test_a_post_and_a_unit_stand_for_those_who_hold_them_today_but_not_for_authors(office, news):
    edition = office.submitted(office.register(), reviewers=["radca"])
    news()
    office.do("pelnomocnik", edition, "ask-also", stage="1", who="unit:PJ", reason="Opinia komórki")
    assert logins(news()) == ["auditor", "pelnomocnik"]
    office.do("pelnomocnik", edition, "ask-also", stage="1", who="post:naczelnik-or", reason="Opinia")
    assert logins(news()) == ["sprawdzajacy"]


def test_a_deputy_of_today_is_told_for_whom(office, news):
    directory = getUtility(IDirectory)
    directory.appoint_deputy("radca", "pracownik", DAY, DAY, "upoważnienie 1/2026")
    directory.appoint_deputy("radca", "autor", DAY, DAY, "upoważnienie 2/2026")
    directory.appoint_deputy("radca", "auditor", DAY + datetime.timedelta(days=1), None, "upoważnienie 3/2026")
    office.submitted(office.register(), reviewers=["radca"])
    letters = news()
    assert logins(letters) == ["pracownik", "radca"]
    assert "Z up.: Radca prawny." in letters[0].text
    assert "W zastępstwie" not in letters[1].text


def test_who_signed_is_not_asked_again_as_a_deputy(office, news):
    getUtility(IDirectory).appoint_deputy("sprawdzajacy", "radca", DAY, None, "upoważnienie 1/2026")
    edition = office.submitted(office.register(), reviewers=["radca"])
    office.do("pelnomocnik", edition, "ask-also", stage="1", who="post:inspektor-or", reason="Opinia")
    news()
    office.do("radca", edition, "review", password=PASSWORD)
    office.do("pelnomocnik", edition, "ask-also", stage="1", who="sprawdzajacy", reason="Opinia")
    assert logins(news()) == ["sprawdzajacy"]


def test_without_an_address_there_is_no_message(office, news):
    api.user.get(userid="radca").setMemberProperties({"email": ""})
    office.submitted(office.register(), reviewers=["radca", "sprawdzajacy"])
    assert logins(news()) == ["sprawdzajacy"]


@pytest.mark.parametrize("choice", ["daily", "never"])
def test_who_wants_no_message_at_once_gets_none(office, news, choice):
    getUtility(INotificationPreferences).choose("radca", choice)
    office.submitted(office.register(), reviewers=["radca", "sprawdzajacy"])
    assert logins(news()) == ["sprawdzajacy"]


def test_only_known_choices_are_kept(portal):
    with pytest.raises(ValueError):
        getUtility(INotificationPreferences).choose("radca", "weekly")
    assert getUtility(INotificationPreferences).choice("radca") == "at-once"


def test_a_silent_opinion_leads_to_whom_is_asked_next(office, news):
    edition = office.submitted(office.register(), reviewers=["radca"])
    first = replace(edition.route[0], purpose=OPINION, days=3)
    with gate.opened("test"):
        edition.route = (first, *edition.route[1:])
        edition.reindexObject()
    news()
    with clock.stopped_at(DAY + datetime.timedelta(days=4)):
        EndSilentOpinions().run()
        EndSilentOpinions().run()
    assert logins(news()) == ["zatwierdzajacy"]


def test_links_begin_with_the_address_that_the_office_set(office, news, portal):
    api.portal.set_registry_record("czest.qms.office.address", "https://szj.urzad.example/")
    edition = office.submitted(office.register(), reviewers=["radca"])
    (letter,) = news()
    path = edition.absolute_url().removeprefix(portal.absolute_url())
    assert f"https://szj.urzad.example{path}/@@operation/review\n" in letter.text
    assert portal.absolute_url() not in letter.text


def test_a_refused_operation_tells_nobody(office, news):
    edition = office.draft(office.register(), reviewers=[])
    with pytest.raises(Exception, match="wrong"):
        office.do("autor", edition, "submit")
    assert news() == []
