"""The list of legal acts: number, date, title, how many editions."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.acts.finding import editions_of
from czest.qms.language.collation import natural_key
from czest.qms.language.dates import iso_date
from czest.qms.operations.base import operations_of
from functools import cached_property
from Products.Five.browser import BrowserView


class ActsPage(BrowserView):
    """What the template asks."""

    nothing = _("No legal act has been recorded yet.")

    @property
    def title(self):
        """Title of the window."""
        return self.context.title

    @cached_property
    def actions(self):
        """The operations that this person may perform, each a dict with ``title``, ``url`` and ``icon``."""
        return [
            {"title": operation.title, "url": operation.address, "icon": operation.icon}
            for operation in operations_of(self.context, self.request)
            if operation.refusal() is None
        ]

    @cached_property
    def rows(self):
        """The acts that this person may see, the newest first."""
        allowed = getSecurityManager().checkPermission
        acts = [act for act in self.context.objectValues() if allowed("View", act)]
        acts.sort(key=newness, reverse=True)
        seen = editions_of(acts)
        return [
            {
                "number": act.number,
                "title": act.title,
                "date": iso_date(act.date) if act.date else "",
                "url": act.absolute_url(),
                "editions": sum(1 for uid in act.editions if uid in seen),
            }
            for act in acts
        ]


def newness(act):
    """Return the key by which acts stand in time; those without a date yet are the newest."""
    return (act.date is None, act.date.isoformat() if act.date else "", natural_key(act.number))
