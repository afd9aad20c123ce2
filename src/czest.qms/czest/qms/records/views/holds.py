"""What stands on the page of a record or a series that is on hold: ``CONTENT/@@qms-holds``."""

from czest.qms import _
from czest.qms.operations.base import operation_named
from czest.qms.records.hold_rows import concerns
from czest.qms.records.hold_rows import heading
from czest.qms.records.hold_rows import holds_shown
from czest.qms.records.hold_rows import may_know
from czest.qms.records.holds import number_of_records
from czest.qms.records.interfaces import IRecordMarker
from functools import cached_property
from Products.Five.browser import BrowserView
from urllib.parse import urlencode


#: Operations offered beside a hold, and what their buttons say there.
OFFERED = (("extend-hold", _("Extend")), ("lift-hold", _("Lift the hold")))


class HoldsBanner(BrowserView):
    """Draws a banner for each hold in force; nothing without one."""

    @cached_property
    def rows(self):
        """The holds, each a dict for the template."""
        tells = may_know(self.context)
        return [self._row(bearer, hold, tells) for bearer, hold in holds_shown(self.context)]

    def _row(self, bearer, hold, tells):
        is_own = bearer.aq_base is self.context.aq_base
        whom = ", ".join(dict.fromkeys(filter(None, (hold["who_post"], hold["who_name"] if tells else ""))))
        return {
            "id": f"qms-hold-{hold['id']}",
            "heading": heading(hold),
            "reason": hold["reason"] if tells else "",
            "requested_by": hold["requested_by"] if tells else "",
            "who": whom,
            "concerns": concerns(number_of_records(hold)) if IRecordMarker.providedBy(bearer) else None,
            "series": None if IRecordMarker.providedBy(bearer) else bearer.symbol,
            "series_url": None if is_own else bearer.absolute_url(),
            "actions": self._actions(hold) if is_own else [],
        }

    def _actions(self, hold):
        operations = {operation_named(self.context, self.request, name): title for name, title in OFFERED}
        query = urlencode({"hold": hold["id"]})
        return [
            {"title": title, "url": f"{operation.address}?{query}"}
            for operation, title in operations.items()
            if operation.refusal() is None and not (operation.id == "extend-hold" and hold["until"] is None)
        ]
