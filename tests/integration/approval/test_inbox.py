"""Whatever waits for a person stands in the inbox: own tasks, those of a post, those of somebody represented."""

from czest.qms import clock
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.workplace.tasks import Tasks
from czest.qms.workplace.waiting import Waiting
import datetime
import pytest
from support.people import PASSWORD
from zope.component import getUtility


DAY = datetime.date(2026, 11, 25)


@pytest.fixture(autouse=True)
def today():
    with clock.stopped_at(DAY):
        yield


def tasks(office, login):
    """Return symbol, operation and the person represented of each task."""
    with office.acting_as(login):
        return [(task.symbol, task.operation, task.on_behalf_of) for task in Tasks().all()]


def test_a_task_goes_from_author_to_reviewers_to_approvers(office):
    document = office.register()
    edition = office.draft(document, reviewers=["sprawdzajacy", "radca"])
    assert tasks(office, "autor") == [(document.symbol, "submit", None)]
    assert tasks(office, "radca") == []
    office.do("autor", edition, "submit")
    assert tasks(office, "autor") == []
    for login in ("sprawdzajacy", "radca"):
        assert tasks(office, login) == [(document.symbol, "review", None)]
    office.do("radca", edition, "review", password=PASSWORD)
    assert tasks(office, "radca") == []
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    assert tasks(office, "zatwierdzajacy") == [(document.symbol, "approve", None)]
    office.do("zatwierdzajacy", edition, "approve", password=PASSWORD)
    assert tasks(office, "zatwierdzajacy") == []


def test_a_post_that_is_asked_waits_for_its_holders_but_not_for_an_author(office):
    edition = office.submitted(office.register())
    office.do("pelnomocnik", edition, "ask-also", stage="1", who="unit:PJ", reason="Opinia komórki")
    symbol = edition.document.symbol
    assert tasks(office, "auditor") == [(symbol, "review", None)]
    assert tasks(office, "autor") == []


def test_a_deputy_has_the_tasks_of_whom_he_represents(office):
    directory = getUtility(IDirectory)
    first = office.submitted(office.register(), reviewers=["radca"])
    office.submitted(office.register(kind="Instruction"), reviewers=["radca"])
    directory.appoint_deputy("radca", "informatyk", DAY, DAY, "zarz. 12/2026", kinds=["Procedure"])
    assert tasks(office, "informatyk") == [(first.document.symbol, "review", "radca")]
    office.do("informatyk", first, "review", password=PASSWORD)
    assert tasks(office, "informatyk") == []
    assert first.signatures[-1]["on_behalf_of"] == "radca"
    with clock.stopped_at(DAY + datetime.timedelta(days=1)):
        assert tasks(office, "informatyk") == []


def test_the_longest_waiting_stands_first(office):
    first = office.submitted(office.register(), reviewers=["radca"])
    with clock.stopped_at(DAY - datetime.timedelta(days=5)):
        second = office.submitted(office.register(), reviewers=["radca"])
    symbols = [symbol for symbol, _operation, _person in tasks(office, "radca")]
    assert symbols == [second.document.symbol, first.document.symbol]


def test_the_count_is_taken_without_waking_an_object(office, portal):
    office.submitted(office.register(), reviewers=["radca"])
    with office.acting_as("radca"):
        portal._p_jar.cacheMinimize()
        assert Tasks().count == 1


def test_where_it_is_stuck(office):
    edition = office.submitted(office.register(), reviewers=["sprawdzajacy", "radca"])
    with office.acting_as("pelnomocnik"), clock.stopped_at(DAY + datetime.timedelta(days=3)):
        (row,) = Waiting().rows()
    assert row["symbol"] == edition.document.symbol
    assert row["asked"] == ["Radca prawny", "Naczelnik Wydziału Organizacyjnego"]
    assert (row["is_stranded"], row["late"], row["due"]) == (False, 0, "")


def test_where_nobody_can_act_it_is_said(office):
    directory = getUtility(IDirectory)
    edition = office.submitted(office.register(), reviewers=["radca"])
    tenure = next(tenure for tenure in directory.organisation().tenures.values() if tenure.login == "radca")
    directory.end_tenure(tenure.id, DAY)
    with office.acting_as("pelnomocnik"), clock.stopped_at(DAY + datetime.timedelta(days=1)):
        (row,) = Waiting().rows()
        (task,) = Tasks().all()
        assert (task.symbol, task.operation, Tasks().count) == (edition.document.symbol, "reassign", 1)
    assert row["is_stranded"]
    assert row["url"] == edition.absolute_url()


def test_the_list_holds_what_a_person_may_see_only(office):
    office.submitted(office.register(), reviewers=["radca"])
    with office.acting_as("pracownik"):
        assert Waiting().total == 0
