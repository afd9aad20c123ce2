"""The matrix of rights speaks of operations that there are."""

from czest.qms.workflows import definitions
from czest.qms.workflows.rules.rights import COLUMNS
import pytest


@pytest.fixture
def known(portal):
    return {one.id for workflow_id in definitions.TITLES for one in definitions.facts(workflow_id) if one.is_asked}


@pytest.mark.parametrize("column", [column for column in COLUMNS if column.operations], ids=lambda column: column.id)
def test_every_operation_of_a_column_is_there(known, column):
    assert column.operations - known == set()
