"""What the nightly check found, in one line."""

from czest.qms import _
from czest.qms.language.dates import long_date
import datetime


def drift_line(kept):
    """Return the line beside the heading: ``look``, ``icon`` and ``text``.

    Parameters:
        kept: what the ledger keeps of the last check, or None.
    """
    if kept is None:
        return {"look": "ink-2", "icon": "hourglass", "text": _("not compared with the shipped definitions yet")}
    words = {
        "day": long_date(datetime.date.fromisoformat(kept["day"])),
        "count": str(kept.get("count", len(kept["findings"]))),
    }
    if kept["findings"]:
        text = _("differs from what is recorded in ${count} places, checked on ${day}", mapping=words)
        return {"look": "void", "icon": "exclamation-octagon-fill", "text": text}
    text = _("as shipped and recorded, checked on ${day}", mapping=words)
    return {"look": "force", "icon": "check-circle-fill", "text": text}
