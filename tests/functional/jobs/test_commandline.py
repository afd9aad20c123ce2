"""``bin/qms`` from a terminal: what it prints and how it ends."""

from czest.qms import clock
from czest.qms.jobs import commandline
from czest.qms.jobs import site
from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IVerification
import pytest
from zope.i18nmessageid import MessageFactory
from zope.interface import implementer


_ = MessageFactory("czest.qms.test")


@implementer(IJob)
class Today:
    order = -1

    def run(self):
        return _("Today is ${day}.", mapping={"day": clock.today().isoformat()})


@implementer(IJob)
class Broken:
    order = -2

    def run(self):
        raise ValueError("out of order")


@pytest.fixture
def qms(open_site, monkeypatch, capsys):
    """Run a command on the site of the layer; return its status, and what it printed and complained."""
    monkeypatch.setattr(site, "start_zope", lambda: None)
    monkeypatch.setattr(site, "opened_site", open_site)

    def run(*words):
        status = commandline.main(words)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def test_tick_on_a_pretended_day(qms, register):
    register(Today(), IJob, "today")
    status, printed, complained = qms("tick", "--today", "2027-02-28")
    assert status == 0
    assert "today: Today is 2027-02-28.\n" in printed
    assert complained == ""


def test_tick_with_a_failing_job(qms, register):
    register(Today(), IJob, "today")
    register(Broken(), IJob, "broken")
    status, printed, complained = qms("tick")
    assert status == 1
    assert "today: Today is " in printed
    assert "broken: failed: out of order\n" in complained


def test_pretended_day_is_refused_in_production(qms, register, monkeypatch):
    register(Today(), IJob, "today")
    monkeypatch.setenv("QMS_ENV", "production")
    assert qms("tick", "--today", "2027-02-28") == (2, "", "Refused: --today is not allowed in production.\n")
    status, printed, _complained = qms("tick")
    assert status == 0
    assert "Today is" in printed


@pytest.mark.parametrize("day", ["28.02.2027", "2027-02-30", ""])
def test_day_that_is_no_day(qms, day):
    with pytest.raises(SystemExit) as ended:
        qms("tick", "--today", day)
    assert ended.value.code == 2


def test_verify_whole(qms):
    status, printed, _complained = qms("verify")
    assert (status, printed) == (0, "All is whole.\n")


def test_verify_prints_each_break(qms, register):
    def breaks():
        yield "PS-01", 7, _("Entry ${seq} is gone.", mapping={"seq": 7})
        yield "trail-heads.jsonl:3", None, "Unreadable."

    register(breaks, IVerification, "test")
    status, printed, _complained = qms("verify")
    assert status == 1
    assert printed == "PS-01\t7\tEntry 7 is gone.\ntrail-heads.jsonl:3\t-\tUnreadable.\nBroken: 2.\n"


def test_unknown_command(qms):
    with pytest.raises(SystemExit) as ended:
        qms("undo")
    assert ended.value.code == 2
