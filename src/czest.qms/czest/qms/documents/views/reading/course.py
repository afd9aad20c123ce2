"""The link to where an object is now, for those who may see that: a higher room gives the address."""

from czest.qms import _
from czest.qms.documents.interfaces import ICourse
from zope.component import queryMultiAdapter


def course_links(content, request):
    """Return the link in a list, a dict with ``title``, ``url`` and ``icon``; an empty list where there is none."""
    course = queryMultiAdapter((content, request), ICourse)
    address = course.address() if course is not None else None
    return [{"title": _("Where it is now"), "url": address, "icon": "signpost-split"}] if address else []
