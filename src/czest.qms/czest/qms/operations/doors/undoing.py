"""Undo, which would take an entry of the trail away together with what the entry records (DESIGN §4).

Nobody holds its permission; but a Manager can give himself any permission, so the door is shut by name as well.
"""

from czest.qms import _
from zExceptions import Forbidden


#: Published names under which Zope and Plone roll back transactions.
UNDOING = frozenset({"manage_UndoForm", "manage_undo_transactions", "undoable_transactions", "@transactions"})


def refuse_undo(event):
    """Refuse to publish a door of undo, whoever knocks.

    Parameters:
        event: ``IPubAfterTraversal``.

    Raises:
        Forbidden: the address leads to undo.
    """
    # A form may name its method in a field, so the address alone does not tell what is published.
    published = getattr(event.request.get("PUBLISHED"), "__name__", None)
    if not UNDOING.isdisjoint([published, *event.request.get("PATH_INFO", "").split("/")]):
        raise Forbidden(_("Nothing is undone here: an operation is answered by another one."))
