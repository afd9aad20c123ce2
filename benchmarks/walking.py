"""An independent count of what the live figures show: every object is woken, and asked for its own history."""

from AccessControl import getSecurityManager
from collections import defaultdict
from czest.qms.clock import OFFICE_ZONE
from dataclasses import dataclass
from dataclasses import field
import datetime
from plone.dexterity.interfaces import IDexterityContent
from Products.CMFCore.interfaces import IFolderish


#: The step by which a record comes off a disposal list: it is filed as it was before.
TAKEN_OFF = "take-off-list"


@dataclass
class Walked:
    """What was found of one workflow, as one person sees it.

    Parameters:
        standing: state → ``{address: day since which the object stands in it}``.
        late: state → addresses of the editions past the last day of their stage.
        entered: ``(state, YYYY-MM)`` → addresses of what entered the state in the month.
    """

    standing: dict = field(default_factory=lambda: defaultdict(dict))
    late: dict = field(default_factory=lambda: defaultdict(set))
    entered: dict = field(default_factory=lambda: defaultdict(set))


def walked(portal, workflow_id, types, today):
    """Return what a walk through all objects of a site finds, within the rights of who is signed in.

    Parameters:
        portal: the site.
        workflow_id: id of the workflow.
        types: portal types that it governs.
        today: date in the office.
    """
    found, allowed = Walked(), getSecurityManager().checkPermission
    for content in _below(portal):
        if content.portal_type in types and allowed("View", content):
            _note(found, content, workflow_id, today)
    return found


def _below(container):
    for content in container.objectValues():
        if IDexterityContent.providedBy(content):
            yield content
            if IFolderish.providedBy(content):
                yield from _below(content)
                content._p_jar.cacheGC()


def _note(found, content, workflow_id, today):
    address = content.absolute_url()
    days = _days(content, content.workflow_history[workflow_id])
    present = content.workflow_history[workflow_id][-1]["review_state"]
    found.standing[present][address] = max(day for state, day in days if state == present)
    for state, day in days:
        found.entered[state, f"{day.year:04}-{day.month:02}"].add(address)
    if content.portal_type == "Edition" and present in ("in_review", "pending_approval"):
        stage = content.course.current
        if stage is not None and stage.due is not None and stage.due < today:
            found.late[present].add(address)


def _days(content, history):
    """Return ``(state, day)`` of every time that an object came into a state."""
    days, before = [], None
    for line in history:
        if line["review_state"] != before and line["action"] != TAKEN_OFF:
            moment = datetime.datetime.fromtimestamp(float(line["time"]), OFFICE_ZONE)
            days.append((line["review_state"], moment.date()))
        before = line["review_state"]
    first = _taken_over(content)
    if first is not None:
        days = [(state, first if state == "in_force" else day) for state, day in days if state != "draft"]
    ended = getattr(content.aq_base, "in_force_to", None)
    if ended is not None:
        replaced = ended + datetime.timedelta(days=1)
        days = [(state, min(day, replaced) if state == "superseded" else day) for state, day in days]
    return days


def _taken_over(content):
    """Return the first day in force of a taken-over edition, or of the taken-over first edition of a document; or None."""
    if content.portal_type == "Edition":
        return content.in_force_from if content.taken_over else None
    if not hasattr(content.aq_base, "edition_in_force"):
        return None
    editions = content.editions()
    return _taken_over(editions[-1]) if editions else None
