"""Undo stays shut even for a Manager who gave himself its permission (DESIGN §4)."""

from czest.qms.operations.doors.undoing import refuse_undo
from plone import api
import pytest
from support.client import Client
import transaction
from types import SimpleNamespace
from zExceptions import Forbidden


@pytest.fixture
def grasping(office, functional):
    """A released edition, after somebody opened ``Undo changes`` to Managers at the root and at the site."""
    edition = office.in_force(office.register())
    for place in (functional["app"], office.portal):
        place.manage_permission("Undo changes", ["Manager"], acquire=1)
    transaction.commit()
    return edition


def test_undo_over_rest_is_shut(office, grasping):
    with office.acting_as("manager"):
        assert api.user.has_permission("Undo changes", obj=office.portal)
    client = Client(office.portal.absolute_url(), "manager")
    before = office.portal._p_jar.db().lastTransaction()
    for answer in (client.get("@transactions"), client.patch("@transactions", {"transaction_ids": ["x"]})):
        assert answer.status_code == 403
        assert answer.json()["message"]
    assert office.portal._p_jar.db().lastTransaction() == before


class Published:
    """What Zope found at the end of an address."""

    def __init__(self, name):
        self.__name__ = name


@pytest.mark.parametrize(
    ("path", "published"),
    [
        ("/Control_Panel/Database/main/manage_undo_transactions", "manage_undo_transactions"),
        # The form of undo names its method in a field.
        ("/Control_Panel/Database/main", "manage_undo_transactions"),
        ("/Control_Panel/Database/main/manage_UndoForm", None),
        ("/Control_Panel/Database/main/undoable_transactions", None),
    ],
)
def test_undo_in_the_management_interface_is_refused(path, published):
    event = SimpleNamespace(request={"PATH_INFO": path, "PUBLISHED": Published(published)})
    with pytest.raises(Forbidden):
        refuse_undo(event)


@pytest.mark.parametrize("path", ["/qms/dokumenty", "/Control_Panel/Database/main/manage_main", ""])
def test_nothing_else_is_refused(path):
    assert refuse_undo(SimpleNamespace(request={"PATH_INFO": path, "PUBLISHED": None})) is None
