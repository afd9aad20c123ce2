"""Reminders of deadlines and daily lists: each once, to those who are asked, and late ones to the officer."""

from czest.qms import clock
from czest.qms.approval.interfaces import INotificationPreferences
from czest.qms.approval.reminders import Remind
from czest.qms.documents.rules.route import OPINION
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.operations import gate
from czest.qms.workplace.digest import digest
from czest.qms.workplace.digest import SendDigests
from czest.qms.workplace.tasks import Task
from dataclasses import replace
import datetime
from plone import api
from Products.CMFCore.indexing import processQueue
import pytest
from support.people import PASSWORD
from zope.component import getUtility


DAY = datetime.date(2026, 11, 2)
DUE = DAY + datetime.timedelta(days=10)


def at(day, hour=12, minute=0):
    """Stop the clock at a time in the office."""
    return clock.stopped_at(datetime.datetime.combine(day, datetime.time(hour, minute), clock.OFFICE_ZONE))


def change_stage(edition, **changes):
    """Give the first stage of the route other values."""
    with gate.opened("test"):
        edition.route = (replace(edition.route[0], **changes), *edition.route[1:])
        edition.reindexObject()


@pytest.fixture
def edition(office):
    """An edition in review by two people until ``DUE``; those asked have been told."""
    api.portal.set_registry_record("plone.default_language", "pl")
    with at(DAY):
        edition = office.submitted(office.register(), reviewers=["sprawdzajacy", "radca"])
        change_stage(edition, days=10)
    return edition


@pytest.fixture
def tick(edition):
    """Return a function that runs the jobs on a day so many days after the deadline, and gives who was told of what."""

    def tick(days, hour=12, minute=0):
        outbox = getUtility(IOutbox)
        before = set(outbox._messages)
        with at(DUE + datetime.timedelta(days=days), hour, minute):
            for job in (Remind(), SendDigests()):
                job.run()
        fresh = [outbox._messages[key].letter for key in set(outbox._messages) - before]
        return sorted((letter.to.partition("@")[0], letter.subject.partition(":")[0]) for letter in fresh)

    return tick


NEAR = "Termin 12 listopada 2026 r."
BOTH_NEAR = [("radca", NEAR), ("sprawdzajacy", NEAR)]
BOTH_LATE = [("radca", "Po terminie"), ("sprawdzajacy", "Po terminie")]


def test_before_after_and_to_the_officer(tick):
    told = {days: tick(days) for days in range(-4, 10)}
    assert {days: letters for days, letters in told.items() if letters} == {
        -2: BOTH_NEAR,
        3: BOTH_LATE,
        5: [("pelnomocnik", "Zaległe")],
        6: BOTH_LATE,
        9: BOTH_LATE,
    }


def test_a_missed_day_is_caught_up_and_nothing_comes_twice(tick):
    assert tick(-1) == BOTH_NEAR
    assert tick(-1) == []
    assert tick(0) == []
    assert tick(8) == [("pelnomocnik", "Zaległe"), *BOTH_LATE]
    assert tick(8, hour=18) == []


def test_not_before_the_morning(tick):
    assert tick(-2, 7, 29) == []
    assert tick(-2, 7, 30) == BOTH_NEAR


def test_who_has_signed_is_reminded_no_more(office, edition, tick):
    with at(DAY):
        office.do("radca", edition, "review", password=PASSWORD)
    assert tick(-2) == [("sprawdzajacy", NEAR)]
    with at(DUE):
        office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    assert tick(7) == []


def test_the_office_decides_when(tick):
    for name, value in (("remind_before", 0), ("remind_every", 1), ("escalate_after", 1)):
        api.portal.set_registry_record(f"czest.qms.documents.settings.IDocumentSettings.{name}", value)
    assert tick(-1) == []
    assert tick(0) == BOTH_NEAR
    assert tick(1) == [("pelnomocnik", "Zaległe"), *BOTH_LATE]
    assert tick(2) == BOTH_LATE


def test_the_message_to_the_officer_says_for_whom_it_waits(tick, edition):
    tick(5)
    letters = [message.letter for message in getUtility(IOutbox)._messages.values()]
    (text,) = [letter.text for letter in letters if letter.to.startswith("pelnomocnik@")]
    assert "od 12 listopada 2026 r. (dni: 5)" in text
    assert "Naczelnik Wydziału Organizacyjnego, Radca prawny" in text
    assert edition.absolute_url() in text


def test_a_daily_list_comes_once_with_everything(office, edition, tick):
    preferences = getUtility(INotificationPreferences)
    preferences.choose("radca", "daily")
    preferences.choose("pracownik", "daily")
    preferences.choose("sprawdzajacy", "never")
    with at(DAY):
        other = office.submitted(office.register(title="Drugi"), reviewers=["radca"])
    assert tick(-2, 7, 29) == []
    assert tick(-2, 7, 30) == [("radca", "2 zadania czekają na Ciebie")]
    assert tick(-2, 16) == []
    message = next(message for key, message in getUtility(IOutbox)._messages.items() if key.startswith("digest"))
    text = message.letter.text
    for one in (edition, other):
        assert f"{one.document.symbol} {one.title}, wydanie 1" in text
        assert f"{one.absolute_url()}/@@operation/review" in text
    assert "Termin: 12 listopada 2026 r." in text
    assert tick(-1) == [("radca", "2 zadania czekają na Ciebie")]


def test_a_daily_list_says_for_whom(office, edition):
    words = {"symbol": edition.document.symbol, "title": edition.title, "number": "1", "operation": "review"}
    task = Task("uid", edition.absolute_url(), since=DAY, due=None, on_behalf_of="radca", **words)
    subject, text = digest([task])
    assert subject == "1 zadanie czeka na Ciebie"
    assert "Z up.: Radca prawny.\n" in text
    assert "Termin" not in text


def test_an_account_that_is_gone_gets_no_list(tick):
    getUtility(INotificationPreferences).choose("dawny", "daily")
    assert tick(-5) == []


def test_an_opinion_that_ended_is_not_late(edition, tick):
    change_stage(edition, purpose=OPINION)
    assert tick(-2) == BOTH_NEAR


def test_a_broken_edition_keeps_no_other_waiting(office, edition, tick, caplog):
    with at(DAY):
        broken = office.submitted(office.register(title="Zepsuty"), reviewers=["radca"])
        change_stage(broken, days=10)
    processQueue()
    # Its deadline stands in the index, and nobody can say any more what it waits for.
    with gate.opened("test"):
        broken.route = ()
    assert tick(-2) == BOTH_NEAR
    assert f"No reminder of edition 1 of {broken.document.symbol}" in caplog.text
