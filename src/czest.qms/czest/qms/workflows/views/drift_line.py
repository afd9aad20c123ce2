"""What the nightly check found, in one line and as sentences."""

from czest.qms import _
from czest.qms.language.dates import long_date
import datetime
from zope.i18nmessageid import Message


#: Most differences named on the panel; the rest is in ``@workflows/drift``.
NAMED = 20


def drift_line(kept):
    """Return the line beside the heading: ``look``, ``icon`` and ``text``.

    Parameters:
        kept: what the ledger keeps of the last check, or None.
    """
    if kept is None:
        return {"look": "ink-2", "icon": "hourglass", "text": _("not compared with the shipped definitions yet")}
    words = {"day": long_date(datetime.date.fromisoformat(kept["day"])), "count": str(len(kept["findings"]))}
    if kept["findings"]:
        text = _("differs from what is recorded in ${count} places, checked on ${day}", mapping=words)
        return {"look": "void", "icon": "exclamation-octagon-fill", "text": text}
    text = _("as shipped and recorded, checked on ${day}", mapping=words)
    return {"look": "force", "icon": "check-circle-fill", "text": text}


def findings(kept):
    """Return the differences as Messages.

    Parameters:
        kept: as in :func:`drift_line`.
    """
    found = (kept or {}).get("findings", ())
    return [Message(one["message"], domain="czest.qms", mapping=one["mapping"]) for one in found[:NAMED]]
