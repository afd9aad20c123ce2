from czest.qms.jobs.transactions import in_transaction
import pytest
import transaction
from ZODB.POSException import ConflictError


class Work:
    """Conflicts some times, then answers; counts its calls."""

    def __init__(self, conflicts):
        self.conflicts = conflicts
        self.calls = 0

    def __call__(self):
        self.calls += 1
        if self.calls <= self.conflicts:
            raise ConflictError
        return "done"


def test_conflicts_are_repeated_with_growing_pauses():
    work, pauses = Work(conflicts=3), []
    assert in_transaction(work, sleep=pauses.append) == "done"
    assert work.calls == 4
    assert len(pauses) == 3
    assert pauses[0] < pauses[2]


def test_last_conflict_is_raised():
    work = Work(conflicts=9)
    with pytest.raises(ConflictError):
        in_transaction(work, attempts=3, sleep=lambda _seconds: None)
    assert work.calls == 3


def test_other_errors_abort_at_once():
    joined = []

    def fail():
        transaction.get().addAfterAbortHook(joined.append, ("aborted",))
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        in_transaction(fail)
    assert joined == ["aborted"]


def test_each_attempt_has_a_transaction_of_its_own():
    seen = []

    def work():
        seen.append(transaction.get())
        if len(seen) < 2:
            raise ConflictError

    in_transaction(work, sleep=lambda _seconds: None)
    assert seen[0] is not seen[1]
