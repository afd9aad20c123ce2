"""Export and import of objects as files in Zope's management interface, past the operations (DESIGN §4).

Nobody holds their permission; but a Manager can give himself any permission, so the doors are shut by name as well.
"""

from czest.qms import _
from zExceptions import Forbidden


#: Published names under which Zope writes objects into files and reads them from files.
CARRYING = frozenset({"manage_exportObject", "manage_importObject", "manage_importExportForm"})


def refuse_carrying(event):
    """Refuse to publish a door of export and import, whoever knocks.

    Parameters:
        event: ``IPubAfterTraversal``.

    Raises:
        Forbidden: the address leads to export or import.
    """
    # A form may name its method in a field, so the address alone does not tell what is published.
    published = getattr(event.request.get("PUBLISHED"), "__name__", None)
    if not CARRYING.isdisjoint([published, *event.request.get("PATH_INFO", "").split("/")]):
        raise Forbidden(_("Nothing is exported or imported here: objects are made by operations only."))
