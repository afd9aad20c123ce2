"""From an operation over REST to the mail server; one that hangs disturbs neither requests nor other jobs."""

from czest.qms import clock
from czest.qms.jobs import site
from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.jobs.sending import SendMail
from czest.qms.jobs.tick import run_due_jobs
import datetime
from functools import partial
from plone import api
import pytest
from support.mail import MailServer
from support.people import PASSWORD
import threading
import time
import transaction
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.component.hooks import setSite


JOB = "jobs.send-mail"


@pytest.fixture
def tick(portal):
    """Return a function that runs all jobs as the worker does, a mail server being waited for half a second only."""
    components = getGlobalSiteManager()
    usual = components.getUtility(IJob, JOB)
    components.registerUtility(SendMail(timeout=0.5, seconds=1), IJob, JOB)
    open_site = partial(site.opened_site, site_id=portal.getId())

    def tick():
        try:
            with open_site():
                return {report.name: report.sentence for report in run_due_jobs()}
        finally:
            # Leaving the site of the worker leaves no current one behind.
            setSite(portal)

    yield tick
    components.registerUtility(usual, IJob, JOB)


@pytest.fixture
def serve(portal):
    """Return a function that starts a mail server and tells Plone of it."""
    servers = []

    def start(**answers):
        server = MailServer(answers).__enter__()
        servers.append(server)
        values = {"smtp_host": "127.0.0.1", "smtp_port": server.port, "email_from_address": "szj@urzad.example"}
        for name, value in values.items():
            api.portal.set_registry_record(f"plone.{name}", value)
        transaction.commit()
        return server

    yield start
    for server in servers:
        server.__exit__()


@pytest.fixture
def draft(office):
    edition = office.draft(office.register(), reviewers=["radca"])
    transaction.commit()
    return edition


def path_of(edition):
    return "/".join(edition.getPhysicalPath()[2:])


def counts():
    transaction.begin()
    return {state: count for state, count in getUtility(IOutbox).counts().items() if count}


def test_a_task_reaches_the_mail_server_once(client, draft, serve, tick):
    server = serve()
    assert client("autor").operate(path_of(draft), "submit").status_code == 200
    assert server.connections == 0
    assert counts() == {"waiting": 1}
    assert "1 sent" in tick()[JOB]
    assert tick()[JOB] is None
    ((recipient, message),) = server.taken
    assert recipient == "radca@urzad.example"
    assert draft.document.symbol in message["Subject"]
    assert f"{path_of(draft)}/@@operation/review" in message.get_content()
    assert counts() == {}


def test_a_refused_operation_sends_nothing(client, draft, serve, tick):
    server = serve()
    path = path_of(draft)
    assert client("autor").operate(path, "submit", expected_digest="0" * 64).status_code == 409
    assert client("radca").operate(path, "submit").status_code in (401, 403)
    assert tick()[JOB] is None
    assert counts() == {}
    assert server.connections == 0


def test_without_a_mail_server_messages_wait_and_one_line_says_so(client, draft, serve, tick):
    client("autor").operate(path_of(draft), "submit")
    not_set = "Messages wait: the mail server or the address of the sender is not set."
    assert tick()[JOB] == not_set
    assert tick()[JOB] is None
    with clock.stopped_at(clock.now() + datetime.timedelta(days=1)):
        assert tick()[JOB] is None
    assert counts() == {"waiting": 1}
    serve()
    assert "1 sent" in tick()[JOB]
    api.portal.set_registry_record("plone.smtp_host", "")
    transaction.commit()
    client("radca").operate(path_of(draft), "review", password=PASSWORD)
    assert tick()[JOB] == not_set


def test_a_mail_server_out_of_order_is_named_once(client, draft, serve, tick):
    server = serve()
    server.__exit__()
    client("autor").operate(path_of(draft), "submit")
    assert tick()[JOB] == "The mail server 127.0.0.1 is out of order; the messages wait."
    for hours in range(1, 4):
        with clock.stopped_at(clock.now() + datetime.timedelta(hours=hours)):
            assert tick()[JOB] is None
    assert counts() == {"waiting": 1}


def test_a_hanging_mail_server_disturbs_nobody(client, draft, serve, tick, office):
    server = serve(HELLO=None)
    other = office.draft(office.register(title="Drugi"), reviewers=["radca"])
    transaction.commit()
    assert client("autor").operate(path_of(draft), "submit").status_code == 200
    reports = {}
    worker = threading.Thread(target=lambda: reports.update(tick()))
    worker.start()
    _wait_for(lambda: server.connections == 1)
    begun = time.monotonic()
    assert client("autor").operate(path_of(other), "submit").status_code == 200
    assert client("radca").operate(path_of(draft), "review", password=PASSWORD).status_code == 200
    assert time.monotonic() - begun < 10
    worker.join(10)
    assert not worker.is_alive()
    assert reports[JOB] == "The mail server 127.0.0.1 is out of order; the messages wait."
    assert set(counts()) == {"waiting"}
    begun = time.monotonic()
    assert tick()[JOB] is None
    assert server.connections == 1
    server.answers = {}
    with clock.stopped_at(clock.now() + datetime.timedelta(minutes=2)):
        assert "3 sent" in tick()[JOB]
    assert sorted(recipient for recipient, _message in server.taken) == [
        "radca@urzad.example",
        "radca@urzad.example",
        "zatwierdzajacy@urzad.example",
    ]


def test_requests_go_on_while_a_message_is_being_given(client, draft, serve, tick, office):
    """The message is marked and committed: the connection that waits holds nothing that others need."""
    server = serve(END=None)
    other = office.draft(office.register(title="Drugi"), reviewers=["radca"])
    transaction.commit()
    client("autor").operate(path_of(draft), "submit")
    worker = threading.Thread(target=tick)
    worker.start()
    _wait_for(lambda: server.received)
    assert client("autor").operate(path_of(other), "submit").status_code == 200
    worker.join(10)
    assert counts() == {"waiting": 1, "unknown": 1}
    server.answers = {}
    for days in (1, 6, 29):
        with clock.stopped_at(clock.now() + datetime.timedelta(days=days)):
            tick()
    assert len(server.received) == 2


def _wait_for(condition):
    until = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)
