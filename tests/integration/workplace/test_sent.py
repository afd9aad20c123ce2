"""What a person sent and others have now, from the catalog alone."""

from czest.qms import clock
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.workplace.beside import Beside
from czest.qms.workplace.sent import Sent
import datetime
from plone import api
from Products.CMFCore.indexing import processQueue
import pytest
from support.people import PASSWORD
from support.routes import procedures
from zope.component import getUtility


DAY = datetime.date(2026, 11, 25)


@pytest.fixture(autouse=True)
def today():
    with clock.stopped_at(DAY):
        yield


def sent(office, login):
    """Return title and those asked of what a person waits for."""
    with office.acting_as(login):
        return [(row["title"], row["asked"]) for row in Sent().rows()]


def test_an_author_waits_from_submission_until_the_edition_is_in_force(office):
    edition = office.draft(office.register(), reviewers=["radca"])
    assert sent(office, "autor") == []
    office.do("autor", edition, "submit")
    assert sent(office, "autor") == [(edition.title, ["Radca prawny"])]
    office.do("radca", edition, "review", password=PASSWORD)
    assert sent(office, "autor") == [(edition.title, ["Sekretarz Miasta"])]
    day = DAY + datetime.timedelta(days=3)
    office.do("zatwierdzajacy", edition, "approve", password=PASSWORD, effective_from=day)
    ((_title, (words,)),) = sent(office, "autor")
    assert words.mapping == {"count": "3"}
    with office.acting_as("autor"):
        (row,) = Sent().rows()
    assert row["plate"]["state"] == "approved"
    office.do("pelnomocnik", edition, "release")
    assert sent(office, "autor") == []


def test_what_was_returned_is_a_task_and_no_wait(office):
    edition = office.submitted(office.register(), reviewers=["radca"])
    office.do("radca", edition, "return", reason="Popraw")
    assert sent(office, "autor") == []


def test_the_head_of_the_owner_unit_waits_too_unless_it_is_his_turn(office):
    edition = office.submitted(office.register(login="autor2", owner_unit="OR"), "autor2", reviewers=["radca"])
    assert sent(office, "sprawdzajacy") == sent(office, "autor2") == [(edition.title, ["Radca prawny"])]
    office.do("pelnomocnik", edition, "ask-also", stage="1", who="sprawdzajacy", reason="Opinia")
    assert sent(office, "sprawdzajacy") == []


def test_those_who_sign_and_strangers_wait_for_nothing(office):
    edition = office.submitted(office.register(), reviewers=["radca", "sprawdzajacy"])
    office.do("radca", edition, "review", password=PASSWORD)
    for login in ("radca", "sprawdzajacy", "zatwierdzajacy", "autor2", "pracownik"):
        assert sent(office, login) == []


def test_it_is_said_how_late_and_the_latest_stands_first(office):
    office.keep_template(procedures())
    submitted = [
        office.do(
            "autor2",
            office.draft(
                office.register(login="autor2", owner_unit="OR", title=title),
                "autor2",
                title=title,
                reviewers=[],
                approvers=[],
            ),
            "submit",
        )
        for title in ("Bez terminu", "Spóźnione")
    ]
    office.do("sprawdzajacy", submitted[1], "review", password=PASSWORD)
    with office.acting_as("autor2"), clock.stopped_at(DAY + datetime.timedelta(days=8)):
        rows = Sent().rows()
    assert [(row["title"], row["late"]) for row in rows] == [("Spóźnione", 3), ("Bez terminu", 0)]


def test_no_edition_is_woken(office, portal):
    edition = office.submitted(office.register(), reviewers=["radca"])
    processQueue()
    portal._p_jar.savepoint()
    portal._p_jar.cacheMinimize()
    with office.acting_as("autor"):
        assert len(Sent().rows()) == 1
    assert edition._p_changed is None


def test_beside_the_tasks_stand_deputies_of_today_and_to_come(office):
    directory = getUtility(IDirectory)
    days = [DAY + datetime.timedelta(days=number) for number in (-9, -1, 5, 9)]
    directory.appoint_deputy("radca", "pracownik", days[0], days[1], "dawne")
    directory.appoint_deputy("radca", "informatyk", days[2], days[3], "przyszłe")
    directory.appoint_deputy("sprawdzajacy", "radca", days[0], None, "stałe")
    with office.acting_as("radca"):
        beside = Beside("radca")
        assert beside.deputies() == [{"days": "30\u00a0listopada – 4\u00a0grudnia", "who": "Informatyk"}]
        (represented,) = beside.represented()
        assert represented["who"] == "Naczelnik Wydziału Organizacyjnego"
        assert api.portal.translate(represented["days"], lang="pl") == "od 16\u00a0listopada"
        assert Beside("informatyk").represented() == [
            {"days": "30\u00a0listopada – 4\u00a0grudnia", "who": "Radca prawny"}
        ]


def test_years_are_said_where_they_are_others(office):
    getUtility(IDirectory).appoint_deputy("radca", "informatyk", DAY, datetime.date(2027, 1, 5), "upoważnienie")
    (row,) = Beside("radca").deputies()
    assert row["days"] == "25\u00a0listopada\u00a02026\u00a0r. – 5\u00a0stycznia\u00a02027\u00a0r."
