"""What the scheduler performs: one that fails keeps no other waiting, and a conflict is repeated by the caller."""

from czest.qms.operations.base import Operation
from czest.qms.operations.base import Outcome
from czest.qms.operations.unattended import perform_each
import pytest
from ZODB.POSException import ConflictError
from zope.globalrequest import getRequest


class Describe(Operation):
    """Writes a description, then fails where there is a failure to raise."""

    id = "describe"

    def __init__(self, context, failure=None):
        super().__init__(context, getRequest())
        self.failure = failure

    def write(self, data):
        self.context.description = "opisane"
        if self.failure is not None:
            raise self.failure
        return Outcome(self.context)


@pytest.fixture
def documents(office):
    return [office.register(title=title) for title in ("Obieg", "Archiwum", "Kontrola")]


def test_one_that_fails_is_undone_and_logged_and_the_others_are_done(documents, caplog):
    first, second, third = documents
    done = perform_each([Describe(first), Describe(second, RuntimeError("zepsute")), Describe(third)])
    assert done == [first, third]
    assert [document.description for document in documents] == ["opisane", "", "opisane"]
    assert f"The operation describe failed on {second.symbol}" in caplog.text
    assert "zepsute" in caplog.text


def test_a_conflict_is_for_the_caller(documents):
    with pytest.raises(ConflictError):
        perform_each([Describe(documents[0], ConflictError())])
