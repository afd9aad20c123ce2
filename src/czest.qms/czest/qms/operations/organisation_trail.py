"""Who gave which right to whom is evidence too: every change of the organisation has its entry in the trail."""

from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.base import actor
import dataclasses
from zope.component import queryUtility


#: Key and label of the chain; an organisation has no UID.
CHAIN = "organisation"


def trace_change(event):
    """Append an entry to the chain of the organisation.

    Parameters:
        event: an ``IOrganisationChanged``.
    """
    trail = queryUtility(ITrail)
    if trail is None:
        # A directory outside a site has no trail; one taken away from a site is named by ``verify``.
        return
    trail.append(
        CHAIN,
        label=CHAIN,
        operation=event.change,
        actor=actor(),
        details={name: plain(value) for name, value in dataclasses.asdict(event.record).items()},
    )


def plain(value):
    """Return a value of a record as the trail keeps it: days as ``YYYY-MM-DD``, sets in order."""
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
