"""The catalog's text indexes put on the Polish lexicon."""

from czest.qms.language.lexicon import LEXICON_ID
from Products.CMFCore.utils import getToolByName


TEXT_INDEXES = ("SearchableText", "Title", "Description")


class _Settings:
    """What ZCTextIndex asks of a new index, as attributes."""

    index_type = "Okapi BM25 Rank"
    lexicon_id = LEXICON_ID


def install(site):
    """Put the text indexes of ``site`` on the Polish lexicon and index again what was in them.

    An index cannot change its lexicon, and replacing it in catalog.xml would empty it each time the profile is
    applied; here only an index still on another lexicon is replaced, so a second call changes nothing.
    """
    catalog = getToolByName(site, "portal_catalog")
    replaced = [name for name in TEXT_INDEXES if catalog.Indexes[name].lexicon_id != LEXICON_ID]
    for name in replaced:
        catalog.delIndex(name)
        catalog.addIndex(name, "ZCTextIndex", _Settings())
    if replaced:
        catalog.reindexIndex(replaced, None)
