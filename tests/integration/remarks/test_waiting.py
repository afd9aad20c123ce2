"""Remarks that wait for somebody stand among his tasks and in his daily list, until they are answered or settled."""

from Acquisition import aq_base
from czest.qms import clock
from czest.qms.approval.interfaces import INotificationPreferences
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.workplace.digest import SendDigests
from czest.qms.workplace.tasks import Tasks
import datetime
from plone import api
from Products.CMFCore.indexing import processQueue
import pytest
from support.people import PASSWORD
import transaction
from zope.component import getUtility


REMARK = "Termin 7 dni jest za krótki: zażółć."
ADD = "czest.qms: Add remark"
PEOPLE = (
    *("autor", "autor2", "sprawdzajacy", "radca", "zatwierdzajacy", "pelnomocnik", "auditor", "pracownik"),
    *("informatyk", "redaktor-bip", "archiwista", "administrator", "manager"),
)


@pytest.fixture
def edition(office):
    return office.submitted(office.register())


def add(office, edition, login="sprawdzajacy", count=1):
    for _number in range(count):
        office.do(login, edition, "add-remark", text=REMARK)


def waiting(office):
    """Return ``{login: how many remarks wait}`` of everybody who has such a task."""
    found = {}
    for login in PEOPLE:
        with office.acting_as(login):
            tasks = Tasks()
            counts = [task.remarks for task in tasks.all() if task.operation == "answer-remark"]
            assert tasks.count == len(tasks.all())
        if counts:
            (found[login],) = counts
    return found


def indexed(login):
    """Return the UIDs of the editions whose remarks wait for a person, as the catalog has them."""
    catalog = api.portal.get_tool("portal_catalog")
    return [brain.UID for brain in catalog.unrestrictedSearchResults(remarks_waiting_for=login)]


def test_a_sitting_of_remarks_is_one_task_of_the_authors(office, edition):
    add(office, edition, count=3)
    add(office, edition, "zatwierdzajacy")
    assert waiting(office) == {"autor": 4}
    with office.acting_as("autor"):
        (task,) = Tasks().all()
    document = edition.document
    assert (task.symbol, task.title, task.number) == (document.symbol, edition.title, "1")
    assert (task.since, task.due, task.page) == (clock.today(), None, f"{edition.absolute_url()}#uwagi")


def test_it_goes_by_itself_when_answered_or_settled(office, edition):
    add(office, edition, count=3)
    office.do("autor", edition, "answer-remark", id="1", text="Wydłużę.")
    assert waiting(office) == {"autor": 2, "sprawdzajacy": 1}
    office.do("autor", edition, "resolve-remark", id="2", how="accepted")
    office.do("sprawdzajacy", edition, "answer-remark", id="1", text="Proszę.")
    assert waiting(office) == {"autor": 2}
    office.do("sprawdzajacy", edition, "resolve-remark", id="1", how="answered")
    office.do("pelnomocnik", edition, "resolve-remark", id="3", how="answered")
    assert waiting(office) == {}
    office.do("sprawdzajacy", edition, "reopen-remark", id="2", text="Jednak nie.")
    assert waiting(office) == {"autor": 1}


def test_only_those_who_may_answer_in_the_present_state_are_told(office, edition):
    add(office, edition)
    add(office, edition, "pelnomocnik")
    add(office, edition)
    for number in "12":
        office.do("autor", edition, "answer-remark", id=number, text="Wydłużę.")
    assert waiting(office) == {"autor": 1, "sprawdzajacy": 1, "pelnomocnik": 1}
    # The reviewer does not read the draft, the author and the officer go on.
    office.do("sprawdzajacy", edition, "return", reason="Do poprawy")
    assert waiting(office) == {"autor": 1, "pelnomocnik": 1}
    office.do("autor", edition, "submit")
    assert waiting(office) == {"autor": 1, "sprawdzajacy": 1, "pelnomocnik": 1}
    # Who is asked no more does not look in any more.
    change = {"stage": "1", "from": "sprawdzajacy", "to": "radca", "reason": "Urlop"}
    office.do("pelnomocnik", edition, "reassign", **change)
    assert waiting(office) == {"autor": 1, "pelnomocnik": 1}


def test_who_reads_but_may_not_answer_any_more_is_not_asked_to(office, edition, portal):
    add(office, edition)
    office.do("autor", edition, "answer-remark", id="1", text="Wydłużę.")
    assert waiting(office) == {"sprawdzajacy": 1}
    changes = {"grants": {"qms_edition_workflow": {"in_review": {ADD: {"Reviewer": False}}}}}
    office.do("pelnomocnik", portal, "adjust-workflows", reason="Ustalenie", changes=changes)
    assert api.user.has_permission("View", username="sprawdzajacy", obj=edition)
    assert waiting(office) == {}


def test_nothing_is_said_of_an_edition_whose_remarks_are_closed(office, edition):
    add(office, edition, count=2)
    office.do("autor", edition, "answer-remark", id="2", text="Wydłużę.")
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    assert waiting(office) == {"autor": 1, "sprawdzajacy": 1}
    assert len(indexed("autor")) == len(indexed("sprawdzajacy")) == 1
    office.do("zatwierdzajacy", edition, "approve", password=PASSWORD)
    assert waiting(office) == {}
    # Remarks left open for ever are not looked through again and again.
    assert indexed("autor") == indexed("sprawdzajacy") == []
    office.do("pelnomocnik", edition, "revoke-approval", reason="Błąd")
    assert waiting(office) == {"autor": 1}
    office.do("autor", edition, "discard", reason="Zaniechano")
    assert waiting(office) == {}


def test_an_author_who_joins_is_told_too(office, edition):
    add(office, edition)
    office.do("autor", edition, "retract")
    with office.acting_as("pelnomocnik"):
        assert not [task for task in Tasks().all() if task.operation == "answer-remark"]
    office.do("pelnomocnik", edition, "save", change_description="Inaczej")
    assert waiting(office) == {"autor": 1, "pelnomocnik": 1}


def test_no_edition_is_woken_for_those_for_whom_nothing_waits(office, edition, portal):
    add(office, edition)
    processQueue()
    transaction.savepoint(optimistic=True)
    for login, count in (("zatwierdzajacy", 0), ("pelnomocnik", 0), ("autor", 1)):
        with office.acting_as(login):
            portal._p_jar.cacheMinimize()
            assert Tasks().count == count
        is_asleep = aq_base(edition)._p_changed is None
        assert is_asleep == (count == 0)


def test_the_daily_list_says_how_many_and_no_word_of_them(office, edition):
    api.portal.set_registry_record("plone.default_language", "pl")
    preferences = getUtility(INotificationPreferences)
    for login in ("autor", "sprawdzajacy", "pracownik"):
        preferences.choose(login, "daily")
    add(office, edition, count=3)
    office.do("autor", edition, "answer-remark", id="1", text="Wydłużę: gęślą.")
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    morning = datetime.datetime.combine(
        clock.today() + datetime.timedelta(days=1), datetime.time(7, 30), clock.OFFICE_ZONE
    )
    with clock.stopped_at(morning):
        SendDigests().run()
    letters = {
        message.letter.to.partition("@")[0]: message.letter
        for key, message in getUtility(IOutbox)._messages.items()
        if key.startswith("digest")
    }
    assert sorted(letters) == ["autor", "sprawdzajacy"]
    words = {"autor": "2 uwagi czekają na Twoją odpowiedź.", "sprawdzajacy": "1 uwaga czeka na Twoją odpowiedź."}
    for login, letter in letters.items():
        name = f"{edition.document.symbol} {edition.title}, wydanie 1"
        assert f"Uwagi do odpowiedzi: {name}\n{words[login]}" in letter.text
        assert f"{edition.absolute_url()}#uwagi" in letter.text
        assert "zażółć" not in letter.text and "gęślą" not in letter.text


def test_remarks_send_no_letter_of_their_own(office, edition):
    before = set(getUtility(IOutbox)._messages)
    add(office, edition, count=2)
    office.do("autor", edition, "answer-remark", id="1", text="Wydłużę.")
    office.do("autor", edition, "resolve-remark", id="1", how="accepted")
    assert set(getUtility(IOutbox)._messages) == before
