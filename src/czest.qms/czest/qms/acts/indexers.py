"""Values of acts for the catalog: the number is what people call an act by."""

from czest.qms.acts.interfaces import ILegalActMarker
from czest.qms.language.collation import natural_key
from plone.indexer import indexer


@indexer(ILegalActMarker)
def symbol(act):
    return act.number


@indexer(ILegalActMarker)
def sort_symbol(act):
    return natural_key(act.number)
