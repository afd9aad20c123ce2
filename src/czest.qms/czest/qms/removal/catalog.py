"""The catalog as Plone has it: without our indexes and columns, its text indexes on Plone's lexicon."""

from czest.qms.language.lexicon import LEXICON_ID
from czest.qms.language.setup import TEXT_INDEXES


INDEXES = (
    "document_uid",
    "edition_number",
    "in_force_from",
    "not_waiting_for",
    "openness",
    "owner_unit",
    "process",
    "sort_symbol",
    "sort_title",
    "stage_due",
    "state_since",
    "symbol",
    "waiting_for",
    "written_by",
)
COLUMNS = (
    "document_uid",
    "edition_number",
    "effective_from",
    "in_force_from",
    "openness",
    "owner_unit",
    "process",
    "stage_due",
    "state_since",
    "symbol",
)


class _StockText:
    """What ZCTextIndex asks of a new index, as attributes; as in Plone's own catalog.xml."""

    index_type = "Okapi BM25 Rank"
    lexicon_id = "plone_lexicon"


def restore_catalog(catalog):
    """Take our part out of a catalog and index the text again."""
    for name in set(INDEXES) & set(catalog.indexes()):
        catalog.delIndex(name)
    for name in set(COLUMNS) & set(catalog.schema()):
        catalog.delColumn(name)
    replaced = [name for name in TEXT_INDEXES if catalog.Indexes[name].lexicon_id == LEXICON_ID]
    for name in replaced:
        catalog.delIndex(name)
        catalog.addIndex(name, "ZCTextIndex", _StockText())
    if replaced:
        catalog.reindexIndex(replaced, None)
    if LEXICON_ID in catalog.objectIds():
        catalog._delObject(LEXICON_ID)
