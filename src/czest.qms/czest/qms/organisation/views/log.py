"""The change log of the organisation."""

from czest.qms import _
from czest.qms.clock import OFFICE_ZONE
from czest.qms.organisation.kinds import kind_titles
from czest.qms.organisation.messages import CHANGES
from czest.qms.organisation.messages import entitlement_titles
from czest.qms.organisation.rules.model import Post
from czest.qms.organisation.rules.model import Tenure
from czest.qms.organisation.rules.model import Unit
from czest.qms.organisation.views.base import OfficerView
from functools import cached_property


#: Entries shown; older ones stay in the directory.
SHOWN = 500


class Log(OfficerView):
    """Who changed what and when, the newest first; times of the office."""

    title = _("Changes of the organisation")
    nothing = _("Nothing has been changed yet.")
    shown = SHOWN

    def rows(self):
        return [
            {
                "time": entry.time.astimezone(OFFICE_ZONE).strftime("%Y-%m-%d %H:%M:%S"),
                "actor": self.full_name(entry.actor) if entry.actor else _("the system"),
                "change": CHANGES[entry.change],
                "record": self.description(entry.record),
            }
            for entry in self.directory.log()[:SHOWN]
        ]

    def description(self, record):
        """Return a record as it was after the change, in one line."""
        if isinstance(record, Unit):
            return f"{record.symbol} {record.title}" + (f" ({record.parent})" if record.parent else "")
        if isinstance(record, Post):
            words = [f"{record.title} ({record.unit})", *entitlement_titles(record.entitlements, self.request)]
            return ", ".join([*words, self.translate(_("heads the unit"))] if record.head else words)
        period = f"{record.start.isoformat()} – {record.until.isoformat() if record.until else ''}".rstrip()
        if isinstance(record, Tenure):
            return f"{record.login}: {record.post}, {period}"
        words = [f"{record.deputy} → {record.person}", period, record.mandate]
        return ", ".join([*words, *(self.kind_titles.get(kind, kind) for kind in sorted(record.kinds))])

    @cached_property
    def kind_titles(self):
        return {kind: self.translate(title) for kind, title in kind_titles().items()}
