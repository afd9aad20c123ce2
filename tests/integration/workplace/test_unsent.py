"""Messages that were not sent, or perhaps were: a person decides, with a reason that goes to the trail."""

from czest.qms import clock
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.operations.errors import NotPermitted
from czest.qms.workplace import unsent
import datetime
import pytest
from zope.component import getUtility


NOON = datetime.datetime(2026, 11, 25, 11, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def noon():
    with clock.stopped_at(NOON):
        yield


@pytest.fixture
def outbox(portal):
    return getUtility(IOutbox)


@pytest.fixture
def failed(office, outbox):
    """Return an edition; the message about it failed, one of a daily list is of unknown fate."""
    edition = office.submitted(office.register(), reviewers=["radca"])
    (key,) = outbox.ready(10)
    outbox.mark(key)
    outbox.give_up(key, "550 no such mailbox")
    outbox.put("digest:1", "autor@urzad.example", "1 zadanie", "Lista", recipient="autor")
    outbox.mark("digest:1")
    with clock.stopped_at(NOON + datetime.timedelta(minutes=1)):
        outbox.uncertain("digest:1", "timed out")
    return edition


def listed(office, login):
    """Return recipient, subject and state of each message that a person sees."""
    with office.acting_as(login):
        return [
            (message.letter.recipient, unsent.subject_of(message), message.state)
            for message in unsent.unsent_messages()
        ]


def test_the_officer_sees_them_the_latest_first(office, failed):
    subject = f"To check: {failed.document.symbol} Obieg korespondencji, edition 1"
    assert listed(office, "pelnomocnik") == [("autor", "1 zadanie", "unknown"), ("radca", subject, "failed")]


def test_the_administrator_is_not_told_the_title_of_an_edition_he_may_not_see(office, failed):
    assert listed(office, "administrator") == [("autor", "1 zadanie", "unknown"), ("radca", None, "failed")]


@pytest.mark.parametrize("login", ["pelnomocnik", "administrator"])
def test_a_message_is_sent_again_once_and_traced(office, outbox, failed, login):
    with office.acting_as(login):
        message = unsent.unsent_messages()[1]
        unsent.send_again(message, "Naprawiono skrzynkę")
        assert unsent.unsent_named(message.id) is None
        with pytest.raises(KeyError):
            unsent.send_again(message, "Drugi raz")
    assert outbox.counts() == {"waiting": 1, "sending": 0, "unknown": 1, "failed": 0}
    assert outbox.mark(message.letter.key).text == message.letter.text
    (entry,) = getUtility(ITrail).entries("messages")
    assert (entry.actor, entry.operation, entry.reason) == (login, "send-message-again", "Naprawiono skrzynkę")
    assert entry.object_uid == failed.UID()
    assert entry.details["recipient"] == "radca"
    assert entry.details["cause"] == "550 no such mailbox"


def test_a_message_set_aside_is_gone_and_its_key_makes_no_other(office, outbox, failed):
    with office.acting_as("pelnomocnik"):
        message = unsent.unsent_messages()[0]
        unsent.set_aside(message, "Wydanie już podpisano")
    assert (outbox.counts()["unknown"], unsent.count_of_unsent()) == (0, 1)
    assert not outbox.put("digest:1", "autor@urzad.example", "1 zadanie", "Lista")
    (entry,) = getUtility(ITrail).entries("messages")
    assert (entry.operation, entry.reason) == ("set-message-aside", "Wydanie już podpisano")


@pytest.mark.parametrize("login", ["autor", "radca", "zatwierdzajacy", "auditor", "manager"])
def test_nobody_else_decides(office, outbox, failed, login):
    with office.acting_as(login):
        assert not unsent.may_manage_messages()
        for decide in (unsent.send_again, unsent.set_aside):
            with pytest.raises(NotPermitted):
                decide(unsent.unsent_messages()[0], "Bez prawa")
    assert unsent.count_of_unsent() == 2
    assert getUtility(ITrail).entries("messages") == []


def test_a_message_sent_again_waits_as_long_as_a_new_one(office, outbox, failed):
    later = NOON + datetime.timedelta(days=29)
    with clock.stopped_at(later), office.acting_as("pelnomocnik"):
        unsent.send_again(unsent.unsent_messages()[1], "Naprawiono skrzynkę")
        assert outbox.settle() == []
        outbox.prune()
    with clock.stopped_at(later + datetime.timedelta(days=6)):
        outbox.prune()
        assert outbox.settle() == []
        assert outbox.counts()["waiting"] == 1
        assert unsent.count_of_unsent() == 0


def test_an_outbox_of_an_earlier_version_finds_what_it_did_not_send(outbox, failed):
    del outbox._unsent
    assert unsent.count_of_unsent() == 0
    outbox.prune()
    assert [message.state for message in unsent.unsent_messages()] == ["unknown", "failed"]
