"""No door but an operation changes a controlled object, whoever holds the key (DESIGN §4)."""

from Acquisition import aq_base
from Acquisition import aq_parent
from czest.qms import clock
from czest.qms.documents import jobs
from czest.qms.documents.operations.release import ScheduledRelease
from czest.qms.operations.errors import NotPermitted
from czest.qms.organisation.interfaces import IDirectory
import datetime
from OFS.CopySupport import CopyError
from plone import api
from plone.app.textfield.value import RichTextValue
from Products.CMFCore.WorkflowCore import WorkflowException
import pytest
from support.doors import DOCUMENTS
from support.people import PASSWORD
import transaction
from zExceptions import BadRequest
from zExceptions import Forbidden
from zExceptions import Unauthorized
from zope.component import getUtility


REFUSALS = (
    Forbidden,
    Unauthorized,
    CopyError,
    WorkflowException,
    BadRequest,
    ValueError,
    api.exc.InvalidParameterError,
)


@pytest.fixture(params=DOCUMENTS)
def released(office, request):
    return office.in_force(office.register(kind=request.param))


def fingerprint(content):
    """Return everything stored of an object, but the machinery of the database."""
    state = aq_base(content).__getstate__()
    return repr(sorted((name, repr(value)) for name, value in state.items() if not name.startswith("_v_")))


DOORS = {
    "set an attribute": lambda edition: setattr(edition, "title", "Inny"),
    "delete an attribute": lambda edition: delattr(edition, "title"),
    "replace the text": lambda edition: setattr(edition, "body", RichTextValue("x", "text/html", "text/html")),
    "set a title by method": lambda edition: edition.setTitle("Inny"),
    "set a description by method": lambda edition: edition.setDescription("Inny"),
    "give a local role": lambda edition: edition.manage_setLocalRoles("manager", ["Editor"]),
    "take local roles": lambda edition: edition.manage_delLocalRoles(["autor"]),
    "change a permission": lambda edition: edition.manage_permission("View", ["Anonymous"], acquire=1),
    "add a property": lambda edition: edition.manage_addProperty("x", "y", "string"),
    "rename": lambda edition: edition.document.manage_renameObject(edition.getId(), "inne"),
    "delete": lambda edition: api.content.delete(edition),
    "delete without constraint": lambda edition: edition.document._delObject(edition.getId()),
    "delete the document": lambda edition: api.content.delete(edition.document),
    "delete the library": lambda edition: api.portal.get().manage_delObjects(["dokumenty"]),
    "delete the site": lambda edition: api.portal.get().aq_parent.manage_delObjects([api.portal.get().getId()]),
    "copy the edition": lambda edition: api.content.copy(edition, edition.document, id="kopia"),
    "copy the document": lambda edition: api.content.copy(edition.document, edition.document.aq_parent, id="kopia"),
    "copy the library": lambda edition: api.content.copy(edition.document.aq_parent, api.portal.get(), id="kopia"),
    "move the edition": lambda edition: api.content.move(edition, api.portal.get()),
    "move the document": lambda edition: api.content.move(edition.document, api.portal.get()),
    "transition": lambda edition: api.content.transition(edition, "supersede"),
    "transition by the tool": lambda edition: api.portal.get_tool("portal_workflow").doActionFor(edition, "withdraw"),
    "create an edition": lambda edition: api.content.create(edition.document, "Edition", "wydanie-99"),
    "create a document": lambda edition: api.content.create(edition.document.aq_parent, "Procedure", "PS-99"),
    "take ownership": lambda edition: edition.manage_takeOwnership(edition.REQUEST, None),
}


def everything(edition):
    """Return the fingerprints of an edition, its document and what stands beside them."""
    document = edition.document
    library = aq_parent(document)
    return fingerprint(edition), fingerprint(document), sorted(document.objectIds()), sorted(library.objectIds())


@pytest.mark.parametrize("login", ["manager", "administrator", "pelnomocnik", "autor"])
def test_doors_are_shut(office, released, login):
    open_doors = []
    with office.acting_as(login):
        for name, door in DOORS.items():
            savepoint = transaction.savepoint()
            before = everything(released)
            try:
                door(released)
            except REFUSALS:
                pass
            else:
                open_doors.append(name)
            if everything(released) != before:
                open_doors.append(f"{name} (changed something)")
            savepoint.rollback()
    assert open_doors == []


@pytest.mark.parametrize("door", ["set an attribute", "delete", "rename", "give a local role"])
def test_a_draft_is_changed_by_operations_only(office, door):
    draft = office.draft(office.register())
    with office.acting_as("autor"), pytest.raises(REFUSALS):
        DOORS[door](draft)
    assert draft.title == "Obieg korespondencji"


CLOSED = (
    "Modify portal content",
    "Delete objects",
    "Add portal content",
    "Copy or Move",
    "Change local roles",
    "Change permissions",
    "Manage properties",
    "Take ownership",
    "View management screens",
    "CMFEditions: Revert to previous versions",
    "czest.qms: Add by operation",
)


@pytest.mark.parametrize("login", ["manager", "administrator", "pelnomocnik", "autor", "zatwierdzajacy"])
def test_nobody_holds_the_permissions_of_stock_doors(office, released, login):
    with office.acting_as(login):
        held = [
            (permission, content.getId())
            for permission in CLOSED
            for content in (released, released.document)
            if api.user.has_permission(permission, obj=content)
        ]
        held += [
            (permission, content.getId())
            for permission in ("Undo changes", "Import/Export objects")
            for content in (office.portal, office.library)
            if api.user.has_permission(permission, obj=content)
        ]
    assert held == []


def test_managers_do_not_bypass_our_workflows(portal):
    tool = api.portal.get_tool("portal_workflow")
    for name in ("qms_edition_workflow", "qms_document_workflow", "qms_library_workflow"):
        assert not tool[name].manager_bypass


@pytest.mark.parametrize(
    ("state", "readers"),
    [
        ("draft", {"autor", "pelnomocnik"}),
        ("submitted", {"autor", "pelnomocnik", "sprawdzajacy", "zatwierdzajacy", "auditor"}),
        ("reviewed", {"autor", "pelnomocnik", "sprawdzajacy", "zatwierdzajacy", "auditor"}),
    ],
)
def test_who_reads_what_is_not_announced_yet(office, state, readers):
    document = office.register()
    edition = getattr(office, state)(document)
    people = [
        "autor", "autor2", "pelnomocnik", "sprawdzajacy", "zatwierdzajacy", "radca", "auditor", "pracownik",
        "administrator", "manager",
    ]  # fmt: skip
    found = set()
    for login in people:
        with office.acting_as(login):
            if api.user.has_permission("View", obj=edition):
                found.add(login)
    assert found == readers


def test_restricted_document_is_read_by_its_distribution(office):
    document = office.register(access="distribution", distribution=["IT"])
    edition = office.in_force(document)
    readers = {"informatyk": True, "pracownik": False, "manager": False, "pelnomocnik": True, "auditor": True}
    for login, reads in readers.items():
        with office.acting_as(login):
            assert api.user.has_permission("View", obj=edition) is reads
            assert api.user.has_permission("View", obj=document) is reads


def readers_of(office, content):
    """Return who of the office may read an object."""
    found = set()
    for login in ("informatyk", "pracownik", "manager", "autor", "sprawdzajacy", "zatwierdzajacy", "pelnomocnik"):
        with office.acting_as(login):
            if api.user.has_permission("View", obj=content):
                found.add(login)
    return found


def test_an_edition_that_becomes_restricted_is_closed_before_its_day(office):
    document = office.register()
    first = office.in_force(document)
    second = office.approved(document, access="distribution", distribution=["IT"])
    people = {"autor", "sprawdzajacy", "zatwierdzajacy", "pelnomocnik"}
    assert readers_of(office, second) == people | {"informatyk"}
    assert "pracownik" in readers_of(office, first)
    office.do("pelnomocnik", second, "release")
    assert readers_of(office, second) == people | {"informatyk"}
    third = office.in_force(document, access="staff")
    assert "pracownik" in readers_of(office, third)
    assert "pracownik" not in readers_of(office, second)


def test_a_lifted_restriction_opens_the_edition_again(office):
    edition = office.draft(office.register(), access="distribution", distribution=["IT"])
    office.do("autor", edition, "save", access="staff")
    office.do("autor", edition, "submit")
    assert "sprawdzajacy" in readers_of(office, edition)


def test_who_lost_the_post_no_longer_signs(office):
    edition = office.submitted(office.register())
    directory = getUtility(IDirectory)
    (tenure,) = [found for found in directory.organisation().tenures.values() if found.login == "sprawdzajacy"]
    directory.end_tenure(tenure.id, clock.today() - datetime.timedelta(days=1))
    with pytest.raises(NotPermitted):
        office.do("sprawdzajacy", edition, "review", password=PASSWORD)


def test_saving_nothing_makes_nobody_an_author(office):
    edition = office.draft(office.register(owner_unit="OR"))
    office.do("autor2", edition, "save")
    assert edition.authors == ("autor",)


def test_a_changed_workflow_definition_opens_nothing(office, released):
    workflow = api.portal.get_tool("portal_workflow")
    workflow["qms_edition_workflow"].states["in_force"].setPermission("Modify portal content", 0, ["Manager"])
    with office.acting_as("manager"):
        with pytest.raises(Forbidden):
            workflow.updateRoleMappings()
        assert not api.user.has_permission("Modify portal content", obj=released)


@pytest.mark.parametrize("name", ["qms_edition_workflow", "qms_document_workflow"])
def test_a_workflow_without_guards_and_permissions_moves_nothing(office, released, name):
    """Such a transition would set no attribute, which the gate would refuse, and only add to the history."""
    tool = api.portal.get_tool("portal_workflow")
    definition = tool[name]
    definition.permissions = ()
    for transition in definition.transitions.objectValues():
        transition.guard = None
    moved = released if name == "qms_edition_workflow" else released.document
    with office.acting_as("manager"), pytest.raises(Forbidden):
        tool.doActionFor(moved, "withdraw")
    assert api.content.get_state(moved) == "in_force"


def test_one_edition_that_fails_does_not_keep_the_others_waiting(office, monkeypatch):
    failing, sound = (office.approved(office.register()) for _number in range(2))
    write = ScheduledRelease.write
    monkeypatch.setattr(
        ScheduledRelease, "write", lambda self, data: fail() if self.context == failing else write(self, data)
    )
    assert jobs.BringIntoForce().run() is not None
    assert api.content.get_state(sound) == "in_force"
    assert api.content.get_state(failing) == "approved"


def fail():
    raise RuntimeError("broken")
