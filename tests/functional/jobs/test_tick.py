"""Jobs run in order, each in a transaction of its own."""

from czest.qms import clock
from czest.qms.jobs.interfaces import IJob
from czest.qms.jobs.interfaces import IOwnTransactions
from czest.qms.jobs.tick import jobs_in_order
from czest.qms.jobs.tick import run_due_jobs
import datetime
import pytest
import transaction
from ZODB.POSException import ConflictError
from zope.component.hooks import getSite
from zope.interface import implementer


@implementer(IJob)
class Job:
    """Does one thing to the site."""

    def __init__(self, order, action):
        self.order = order
        self.action = action

    def run(self):
        return self.action(getSite())


def write(title):
    def action(portal):
        portal.description = title
        return f"Wrote {title}."

    return action


def fail_after_writing(portal):
    portal.description = "half"
    raise ValueError("broken")


def report_of(reports, name):
    return next(report for report in reports if report.name == name)


def test_order_first_then_name(register):
    for order, name in ((-2, "z"), (-3, "b"), (-3, "a")):
        register(Job(order, write(name)), IJob, name)
    assert [name for name, _job in jobs_in_order()][:3] == ["a", "b", "z"]


def test_failing_job_leaves_nothing_and_stops_no_other(register, open_site, caplog):
    register(Job(-3, write("first")), IJob, "first")
    register(Job(-2, fail_after_writing), IJob, "second")
    register(Job(-1, lambda portal: portal.description), IJob, "third")
    with open_site():
        reports = run_due_jobs()
    assert report_of(reports, "first").sentence == "Wrote first."
    assert str(report_of(reports, "second").error) == "broken"
    assert report_of(reports, "third").sentence == "first"
    assert "Job second failed." in caplog.text
    with open_site() as portal:
        assert portal.description == "first"


def test_conflicting_job_is_repeated(register, open_site):
    attempts = []

    def conflict_once(portal):
        attempts.append(portal.description)
        portal.description = "attempt"
        if len(attempts) == 1:
            raise ConflictError
        return "Done."

    register(Job(-1, conflict_once), IJob, "conflicting")
    with open_site():
        reports = run_due_jobs()
    assert report_of(reports, "conflicting").sentence == "Done."
    assert attempts == [attempts[0], attempts[0]]


@implementer(IOwnTransactions)
class IndependentJob(Job):
    """Commits by itself."""


def test_job_with_transactions_of_its_own_is_never_repeated(register, open_site):
    attempts = []

    def commit_and_conflict(portal):
        attempts.append(portal.description)
        portal.description = "committed"
        transaction.commit()
        portal.description = "half"
        raise ConflictError

    register(IndependentJob(-2, commit_and_conflict), IJob, "independent")
    register(Job(-1, lambda portal: portal.description), IJob, "next")
    with open_site():
        reports = run_due_jobs()
    assert len(attempts) == 1
    assert isinstance(report_of(reports, "independent").error, ConflictError)
    assert report_of(reports, "next").sentence == "committed"


@pytest.mark.parametrize("day", [datetime.date(2026, 3, 29), datetime.date(2028, 2, 29)])
def test_jobs_see_the_pretended_day(register, open_site, day):
    register(Job(-1, lambda _portal: clock.today().isoformat()), IJob, "today")
    with clock.stopped_at(day), open_site():
        assert report_of(run_due_jobs(), "today").sentence == day.isoformat()


def test_registered_jobs_are_idempotent(open_site):
    """The jobs of all rooms find nothing to do the second time."""
    with open_site():
        first = run_due_jobs()
        second = run_due_jobs()
    assert [report.error for report in first + second] == [None] * (2 * len(first))
    assert [report.sentence for report in second] == [None] * len(second)
