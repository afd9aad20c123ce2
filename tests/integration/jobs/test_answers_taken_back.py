"""What is taken back takes the answers of indexes along, though the request is the same."""

from czest.qms.jobs.transactions import in_transaction
from czest.qms.jobs.transactions import roll_back
from czest.qms.operations import performing
from czest.qms.operations.errors import OperationRefused
from czest.qms.register.catalog_sets import for_current_user
import pytest
import transaction
from ZODB.POSException import ConflictError


def symbols():
    """Return the symbols of the documents that the catalog knows."""
    sets = for_current_user()
    return {brain.symbol for brain in sets.brains(sets.matching("portal_type", "Procedure"))}


def test_a_repeated_attempt_is_not_told_what_the_former_one_saw(office):
    told = []

    def work():
        symbol = f"PS-{len(told) + 1}"
        office.register("pelnomocnik", symbol=symbol)
        told.append(symbols())
        # Nothing of it is to stay for the tests after this one.
        raise ConflictError

    with pytest.raises(ConflictError):
        in_transaction(work, attempts=2, sleep=lambda _seconds: None)
    assert told == [{"PS-1"}, {"PS-2"}]


def test_what_follows_a_savepoint_is_not_told_what_was_taken_back(office):
    savepoint = transaction.savepoint()
    office.register("pelnomocnik", symbol="PS-1")
    assert symbols() == {"PS-1"}
    roll_back(savepoint)
    office.register("pelnomocnik", symbol="PS-2")
    assert symbols() == {"PS-2"}


def test_a_refused_operation_leaves_no_answers(office, monkeypatch):
    def refuse(*_arguments):
        assert symbols() == {"PS-1"}
        raise OperationRefused("Refused at last.")

    with monkeypatch.context() as patch, pytest.raises(OperationRefused, match="at last"):
        patch.setattr(performing, "trace", refuse)
        office.register("pelnomocnik", symbol="PS-1")
    office.register("pelnomocnik", symbol="PS-2")
    assert symbols() == {"PS-2"}
