"""The clipboard, which is a cookie that anybody can write: what must not be copied or moved is refused before pasting.

Zope would refuse most of it too, but fail over some, and ``object_paste`` says that it pasted what it did not.
"""

from collections.abc import Sequence
from czest.qms import _
from czest.qms.interfaces import IQmsLayer
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.interfaces import IOperable
from OFS.CopySupport import _cb_decode
from plone.base.interfaces import IPloneSiteRoot
from Products.CMFCore.interfaces import IContentish
from zExceptions import BadRequest
from zExceptions import Forbidden


#: Published names under which Zope and Plone paste.
PASTING = frozenset({"manage_pasteObjects", "object_paste", "fc-paste"})
COPY, MOVE = 0, 1


def refuse_pasting(event):
    """Refuse to paste a clipboard that cannot be read, or that holds what must not be copied or moved.

    Parameters:
        event: ``IPubAfterTraversal``.

    Raises:
        InvalidInput: the clipboard cannot be read; outside a site ``BadRequest``.
        NotPermitted: it holds something that is not copied; outside a site ``Forbidden``.
    """
    request = event.request
    published = getattr(request.get("PUBLISHED"), "__name__", None)
    if published not in PASTING:
        return
    in_site = IQmsLayer.providedBy(request)
    # The method takes its clipboard from a field of the form too.
    clipboards = [found for found in (request.get("cb_copy_data"), request.get("__cp")) if found]
    if not clipboards and published != "object_paste":
        sentence = _("Not done: nothing has been copied or cut yet.")
        raise InvalidInput(sentence) if in_site else BadRequest(sentence)
    for clipboard in clipboards:
        paths = paths_in(clipboard)
        if paths is None:
            sentence = _("Not done: the clipboard cannot be read. Copy or cut again.")
            raise InvalidInput(sentence) if in_site else BadRequest(sentence)
        root = request["PARENTS"][-1]
        found = [root.unrestrictedTraverse(path, None) for path in paths]
        if not all(may_be_pasted(content, into=request["PARENTS"][0]) for content in found):
            sentence = _("Not done: this cannot be copied, moved or renamed.")
            raise NotPermitted(sentence) if in_site else Forbidden(sentence)


def paths_in(clipboard):
    """Return the paths in a clipboard, or None where it cannot be read."""
    try:
        verb, paths = _cb_decode(clipboard)
    except Exception:  # Whatever base64, zlib and JSON raise over bytes from outside.
        return None
    if verb not in (COPY, MOVE) or not isinstance(paths, list):
        return None
    return paths if all(is_path(path) for path in paths) else None


def is_path(path):
    """Tell whether a value from outside is a path."""
    return isinstance(path, Sequence) and bool(path) and all(isinstance(step, str) for step in path)


def may_be_pasted(content, into):
    """Tell whether an object, or None, may be pasted into another."""
    if content is None or IOperable.providedBy(content):
        return False
    if IContentish.providedBy(into) or IPloneSiteRoot.providedBy(into):
        return IContentish.providedBy(content) and not IPloneSiteRoot.providedBy(content)
    return True
