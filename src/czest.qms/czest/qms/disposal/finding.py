"""Finding the records that a person names: by address, UID or symbol."""

from czest.qms.disposal.judging import record_with
from czest.qms.records.finding import records_container
from plone import api
from urllib.parse import urlsplit


def brains_of(rows):
    """Return the brains of the records of rows by UID, of those that the person may see."""
    catalog = api.portal.get_tool("portal_catalog")
    return {brain.UID: brain for brain in catalog(UID=[row.record for row in rows])} if rows else {}


def addresses_of(rows):
    """Return the addresses of the records of rows by UID, of those that the person may see."""
    return {uid: brain.getURL() for uid, brain in brains_of(rows).items()}


def record_named(name):
    """Return the record named, or None.

    Parameters:
        name: its address, absolute or within the site, its UID or its symbol.
    """
    container = records_container()
    uid = container.numbering.uid_of(name)
    if uid is not None:
        return record_with(uid)
    return _at(container, name) if "/" in name else record_with(name)


def _at(container, address):
    """Return the record at an address: the last two parts name series and record."""
    parts = urlsplit(address).path.rstrip("/").split("/")
    if len(parts) < 3 or parts[-3] != container.id:
        return None
    series = container.get(parts[-2])
    found = series.get(parts[-1]) if series is not None else None
    return found if getattr(found, "portal_type", None) == "Record" else None
