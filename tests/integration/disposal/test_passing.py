"""A record that is passed on stands as one that Plone's own workflow tool moved, in the catalog too."""

from czest.qms.documents.content import state_of
from czest.qms.documents.transitions import move
from czest.qms.operations import gate
from czest.qms.records.passing import pass_on
from plone import api
from Products.CMFCore.indexing import processQueue
from Products.CMFCore.WorkflowCore import WorkflowException
import pytest
from zExceptions import Forbidden


def standing(record):
    """Return state, permissions, history and catalog of a record, without names and moments."""
    processQueue()
    catalog = api.portal.get_tool("portal_catalog")
    (brain,) = catalog.unrestrictedSearchResults(UID=record.UID())
    indexed = catalog.getIndexDataForRID(brain.getRID())
    permissions = {name: value for name, value in vars(record.aq_base).items() if name.endswith("_Permission")}
    history = [
        {name: value for name, value in entry.items() if name != "time"}
        for entry in record.workflow_history["qms_record_workflow"]
    ]
    return (
        state_of(record),
        permissions,
        history,
        (indexed["review_state"], indexed["state_since"], sorted(indexed["states_entered"])),
        (brain.review_state, brain.state_since),
        (sorted(indexed["allowedRolesAndUsers"])),
    )


@pytest.mark.parametrize("road", [["propose"], ["propose", "take-off-list"], ["propose", "destroy"], ["transfer"]])
def test_it_stands_as_plone_would_have_it(archive_office, road):
    moved, passed = archive_office.record(), archive_office.record()
    with archive_office.office.acting_as("archiwista"), gate.opened("test"):
        for transition in road:
            move(moved, transition)
            pass_on(passed, transition, "archiwista")
    assert standing(passed) == standing(moved)


def test_only_an_operation_passes_on(archive_office):
    with pytest.raises(Forbidden):
        pass_on(archive_office.record(), "propose", "archiwista")


def test_only_what_the_definition_knows(archive_office):
    record = archive_office.record()
    with gate.opened("test"), pytest.raises(WorkflowException):
        pass_on(record, "destroy", "archiwista")
    assert state_of(record) == "filed"
