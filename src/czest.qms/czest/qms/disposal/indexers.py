"""Values of lists for the catalog."""

from czest.qms.disposal.interfaces import IDisposalListMarker
from czest.qms.language.collation import natural_key
from czest.qms.language.collation import sort_key
from plone.indexer import indexer


@indexer(IDisposalListMarker)
def symbol(content):
    return content.symbol


@indexer(IDisposalListMarker)
def sort_symbol(content):
    return natural_key(content.symbol)


@indexer(IDisposalListMarker)
def sort_title(content):
    return sort_key(content.title)


@indexer(IDisposalListMarker)
def owner_unit(content):
    return content.unit or ""


@indexer(IDisposalListMarker)
def archival_category(content):
    return content.category
