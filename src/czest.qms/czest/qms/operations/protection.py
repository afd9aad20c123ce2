"""Content that shuts every door but the operations': attributes, children, deletion, moving and copying."""

from czest.qms import _
from czest.qms.operations import gate
from czest.qms.operations.interfaces import IWrittenByOperations
from zExceptions import Forbidden
from zope.interface import implementer


#: Attributes of the database's own machinery, which are no content.
MACHINERY = ("_p_", "_v_")


def require_open_gate():
    """Raise Forbidden unless an operation is being performed."""
    if gate.open_for() is None:
        raise Forbidden(_("A controlled document is changed by its operations only."))


@implementer(IWrittenByOperations)
class WrittenByOperations:
    """Mixin: attributes can be set and deleted only while an operation holds the gate open."""

    def __setattr__(self, name, value):
        if not name.startswith(MACHINERY):
            require_open_gate()
        super().__setattr__(name, value)

    def __delattr__(self, name):
        if not name.startswith(MACHINERY):
            require_open_gate()
        super().__delattr__(name)

    def _canCopy(self, op=0):
        """Neither copied nor moved: ``open-revision`` is the copy (ISO 9001, 7.5.3.2)."""
        return False


class HoldsByOperations:
    """Mixin for containers: nothing enters or leaves but while an operation holds the gate open.

    That shuts every "add" form of Zope's management interface at once.
    """

    def _setOb(self, id, object):
        require_open_gate()
        super()._setOb(id, object)

    def _delOb(self, id):
        require_open_gate()
        super()._delOb(id)

    def _canCopy(self, op=0):
        """Neither copied nor moved."""
        return False


def refuse_unless_operated(content, event):
    """Refuse adding, moving or removing outside operations, also when an ancestor is removed; and transitions.

    The guards of the definitions refuse those too, but a Manager can take the guards away.
    """
    require_open_gate()
