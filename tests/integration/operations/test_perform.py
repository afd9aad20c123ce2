"""A refused operation leaves everything as it was."""

from czest.qms.operations import gate
from czest.qms.operations.base import Operation
from czest.qms.operations.performing import perform
import pytest
from zope.globalrequest import getRequest


class Broken(Operation):
    """Writes, then fails."""

    id = "broken"

    def write(self, data):
        self.context.description = "na pół zapisane"
        raise RuntimeError("broken")


@pytest.fixture
def document(office):
    return office.register()


def test_what_was_written_before_a_failure_is_rolled_back(document):
    with pytest.raises(RuntimeError, match="broken"):
        perform(Broken(document, getRequest()))
    assert document.description == ""
    assert gate.open_for() is None


def test_the_gate_is_open_for_one_operation_only():
    assert gate.open_for() is None
    with gate.opened("save"):
        assert gate.open_for() == "save"
    assert gate.open_for() is None
