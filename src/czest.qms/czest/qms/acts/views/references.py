"""What an act repeals or amends: acts and documents, with the way to those that this person may see."""

from czest.qms.acts.finding import LegalActs
from czest.qms.documents.kinds import kinds
from plone import api


def references(names):
    """Return numbers and symbols in the order given, each a dict with ``name`` and ``url`` (or None)."""
    known = addresses_of_documents(names) if names else {}
    acts = LegalActs()
    return [{"name": name, "url": known.get(name) or acts.address(name)} for name in names]


def addresses_of_documents(symbols):
    """Return the addresses of the documents that this person may see, by symbol."""
    brains = api.portal.get_tool("portal_catalog")(symbol=list(symbols), portal_type=list(kinds()))
    return {brain.symbol: brain.getURL() for brain in brains}
