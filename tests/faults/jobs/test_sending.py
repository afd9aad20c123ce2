"""Mail servers that refuse, hang, or are there when the worker dies: no message is ever sent twice."""

from czest.qms import clock
from czest.qms.jobs.mail_server import OutOfOrder
from czest.qms.jobs.mail_server import Settings
from czest.qms.jobs.outbox import Outbox
from czest.qms.jobs.sending import Delivery
from czest.qms.jobs.sending import tidy
import datetime
import os
import pytest
import signal
import subprocess
from support.mail import MailServer
import sys
import textwrap
import time
import transaction
import ZODB


NOON = datetime.datetime(2026, 11, 24, 11, tzinfo=datetime.UTC)
TO = "radca@urzad.example"


@pytest.fixture
def outbox():
    """An outbox in a database of its own."""
    connection = ZODB.connection(None)
    outbox = connection.root.outbox = Outbox()
    transaction.commit()
    yield outbox
    transaction.abort()
    connection.close()


@pytest.fixture
def serve():
    """Return a function that starts a mail server until the end of the test."""
    servers = []

    def start(**answers):
        servers.append(MailServer(answers).__enter__())
        return servers[-1]

    yield start
    for server in servers:
        server.__exit__()


def put(outbox, *keys, to=TO, text="Treść zażółć\n.\nkoniec"):
    for key in keys:
        outbox.put(key, to, f"Do sprawdzenia: {key}", text)
    transaction.commit()


def settings(server, **changed):
    values = {"host": "127.0.0.1", "port": server.port, "user": None, "password": None}
    return Settings(**{**values, "address": "szj@urzad.example", "name": "Urząd Miasta", **changed})


def deliver(outbox, server, later=datetime.timedelta(), **limits):
    with clock.stopped_at(NOON + later):
        return dict(Delivery(outbox, settings(server), **{"timeout": 0.5, **limits}).run())


@pytest.fixture(autouse=True)
def noon():
    with clock.stopped_at(NOON):
        yield


def test_a_message_arrives_whole_and_once(outbox, serve):
    server = serve()
    put(outbox, "a")
    assert deliver(outbox, server) == {"sent": 1}
    assert deliver(outbox, server) == {}
    ((recipient, message),) = server.taken
    assert (recipient, message["To"], message["Subject"]) == (TO, TO, "Do sprawdzenia: a")
    assert (message["From"], message["Auto-Submitted"]) == ("Urząd Miasta <szj@urzad.example>", "auto-generated")
    assert message.get_content().splitlines() == ["Treść zażółć", ".", "koniec"]
    assert sum(outbox.counts().values()) == 0


def test_the_same_key_makes_no_second_message_for_thirty_days(outbox, serve):
    server = serve()
    put(outbox, "a")
    deliver(outbox, server)
    put(outbox, "a")
    assert deliver(outbox, server) == {}
    with clock.stopped_at(NOON + datetime.timedelta(days=31)):
        tidy(outbox)
        put(outbox, "a")
    assert deliver(outbox, server, datetime.timedelta(days=31)) == {"sent": 1}


def test_an_aborted_transaction_sends_nothing(outbox, serve):
    server = serve()
    outbox.put("a", TO, "Temat", "Treść")
    transaction.abort()
    assert deliver(outbox, server) == {}


@pytest.mark.parametrize("refused", [{"RCPT": "450 try later"}, {"RCPT": "550 no such"}, {"END": "554 spam"}])
def test_a_refused_message_waits_longer_each_time_and_is_given_up(outbox, serve, refused):
    server = serve(**refused)
    put(outbox, "a")
    outcomes, later = [], datetime.timedelta()
    for _tick in range(700):
        outcomes.append(deliver(outbox, server, later) if _is_ready(outbox, later) else {})
        later += datetime.timedelta(minutes=1)
    ticks = [number for number, done in enumerate(outcomes) if done]
    assert ticks == [0, 5, 15, 35, 75, 155, 315, 555]
    assert [outcomes[tick] for tick in ticks] == [{"refused": 1}] * 7 + [{"failed": 1}]
    assert outbox.counts()["failed"] == 1
    assert server.taken == []


def _is_ready(outbox, later):
    transaction.begin()
    with clock.stopped_at(NOON + later):
        return bool(outbox.ready(10))


def test_one_refused_recipient_keeps_no_other_waiting(outbox, serve):
    server = serve(RCPT=iter(["550 no such", "250 fine"]).__next__)
    put(outbox, "a", "b")
    assert deliver(outbox, server) == {"refused": 1, "sent": 1}
    server.answers = {}
    assert deliver(outbox, server, datetime.timedelta(minutes=5)) == {"sent": 1}


def test_an_address_that_is_none_is_given_up_at_once(outbox, serve):
    server = serve()
    put(outbox, "a", to="zażółć@urzad.example")
    put(outbox, "b", to="a@b.pl>\r\nRCPT TO:<c@d.pl")
    put(outbox, "c")
    assert deliver(outbox, server) == {"failed": 2, "sent": 1}
    assert [recipient for recipient, _message in server.received] == [TO]


@pytest.mark.parametrize("step", ["HELLO", "EHLO", "MAIL", "RCPT", "DATA"])
def test_a_server_that_hangs_before_the_message_leaves_it_waiting(outbox, serve, step):
    server = serve(**{step: None})
    put(outbox, "a", "b")
    begun = time.monotonic()
    with pytest.raises(OutOfOrder):
        deliver(outbox, server)
    assert time.monotonic() - begun < 3
    assert outbox.counts()["waiting"] == 2
    assert deliver(outbox, server, datetime.timedelta(seconds=50)) == {}
    assert server.connections == 1
    server.answers = {}
    assert deliver(outbox, server, datetime.timedelta(minutes=1)) == {"sent": 2}


def test_a_server_that_does_not_confirm_never_gets_the_message_again(outbox, serve):
    server = serve(END=None)
    put(outbox, "a", "b")
    with pytest.raises(OutOfOrder):
        deliver(outbox, server)
    assert outbox.counts() == {"waiting": 1, "sending": 0, "unknown": 1, "failed": 0}
    server.answers = {}
    assert deliver(outbox, server, datetime.timedelta(minutes=1)) == {"sent": 1}
    put(outbox, "a")
    assert deliver(outbox, server, datetime.timedelta(days=1)) == {}
    assert [message["Subject"] for _recipient, message in server.received] == ["Do sprawdzenia: a", "Do sprawdzenia: b"]


def test_a_server_that_is_not_there_is_left_alone_longer_each_time(outbox, serve):
    server = serve()
    server.__exit__()
    put(outbox, "a")
    tried = 0
    for minute in range(60):
        try:
            deliver(outbox, server, datetime.timedelta(minutes=minute))
        except OutOfOrder:
            tried += 1
    assert tried == 7
    assert outbox.counts()["waiting"] == 1


def test_a_slow_server_takes_the_time_of_a_tick_only(outbox, serve):
    def slowly():
        time.sleep(0.3)
        return "250 fine"

    server = serve(MAIL=slowly)
    put(outbox, *"abcdefgh")
    assert deliver(outbox, server, seconds=0.5) == {"sent": 2}
    assert outbox.counts()["waiting"] == 6


def test_a_server_whose_answer_never_ends_is_cut(outbox, serve):
    server = serve()
    server.RequestHandlerClass = endless(server.RequestHandlerClass)
    put(outbox, "a")
    begun = time.monotonic()
    with pytest.raises(OutOfOrder):
        deliver(outbox, server, seconds=0.5)
    assert time.monotonic() - begun < 3
    assert outbox.counts()["waiting"] == 1


def endless(conversation):
    """Return a conversation in which every line of an answer comes in time and promises another."""

    class Endless(conversation):
        def answer(self, command):
            while command == "MAIL":
                self.wfile.write(b"250-fine\r\n")
                time.sleep(0.2)
            return super().answer(command)

    return Endless


def test_two_workers_send_a_message_once(outbox, serve):
    server = serve()
    put(outbox, "a")
    other = outbox._p_jar.db().open(transaction.TransactionManager())
    try:
        assert other.root.outbox.mark("a")
        other.transaction_manager.commit()
    finally:
        other.close()
    assert deliver(outbox, server) == {}
    assert server.received == []


def test_what_waited_too_long_is_given_up(outbox):
    put(outbox, "a")
    with clock.stopped_at(NOON + datetime.timedelta(days=8)):
        assert tidy(outbox) == [("a", "failed")]
    (message,) = outbox.unsent()
    assert (message.letter.key, message.state, message.reason) == ("a", "failed", "overtaken")


def test_what_a_person_sends_again_goes_out_once_more_and_keeps_its_id(outbox, serve):
    server = serve(END=None)
    put(outbox, "a")
    with pytest.raises(OutOfOrder):
        deliver(outbox, server)
    server.answers = {}
    assert deliver(outbox, server, datetime.timedelta(days=1)) == {}
    outbox.send_again("a")
    transaction.commit()
    assert deliver(outbox, server, datetime.timedelta(days=1)) == {"sent": 1}
    assert deliver(outbox, server, datetime.timedelta(days=2)) == {}
    (first, second) = (message for _recipient, message in server.received)
    assert first["Message-ID"] == second["Message-ID"]


def test_what_waits_is_not_sent_again(outbox):
    put(outbox, "a")
    for decide in (outbox.send_again, outbox.set_aside):
        with pytest.raises(KeyError):
            decide("a")
    assert outbox.counts()["waiting"] == 1


WORKER = """
    import sys, transaction, ZODB
    from czest.qms.jobs.mail_server import Settings
    from czest.qms.jobs.sending import Delivery

    outbox = ZODB.connection(sys.argv[1]).root.outbox
    settings = Settings("127.0.0.1", int(sys.argv[2]), None, None, "szj@urzad.example", None)
    print(dict(Delivery(outbox, settings).run()))
"""


def test_a_worker_killed_between_mark_and_removal_never_sends_again(tmp_path):
    storage = str(tmp_path / "Data.fs")
    _with_outbox(storage, lambda root: setattr(root, "outbox", Outbox()))
    _with_outbox(storage, lambda root: root.outbox.put("a", TO, "Temat", "Treść"))
    worker = None
    with MailServer(at_the_end=lambda: os.kill(worker.pid, signal.SIGKILL)) as server:
        command = [sys.executable, "-c", textwrap.dedent(WORKER), storage, str(server.port)]
        worker = subprocess.Popen(command)
        assert worker.wait(60) == -signal.SIGKILL
        assert len(server.received) == 1
        server.at_the_end = None
        assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "{}\n"
        assert len(server.received) == 1
    soon, later = (clock.now() + datetime.timedelta(minutes=minutes) for minutes in (5, 30 * 24 * 60))
    assert _with_outbox(storage, lambda root: _tidied(root.outbox, soon)) == []
    assert _with_outbox(storage, lambda root: root.outbox.counts()["sending"]) == 1
    assert _with_outbox(storage, lambda root: _tidied(root.outbox, later)) == [("a", "unknown")]
    assert _with_outbox(storage, lambda root: _tidied(root.outbox, later)) == []


def _tidied(outbox, moment):
    with clock.stopped_at(moment):
        return tidy(outbox)


def _with_outbox(storage, work):
    connection = ZODB.connection(storage)
    try:
        answer = work(connection.root)
        transaction.commit()
        return answer
    finally:
        transaction.abort()
        connection.close()
