"""The catalog as Plone has it: without our indexes and columns, its text indexes on Plone's lexicon."""

from czest.qms.language.lexicon import LEXICON_ID
from czest.qms.language.setup import TEXT_INDEXES


INDEXES = (
    "archival_category",
    "case_sign",
    "closed_on",
    "created_on",
    "disposable_from",
    "document_uid",
    "edition_number",
    "held_until",
    "in_force_from",
    "jrwa_class",
    "not_waiting_for",
    "openness",
    "owner_unit",
    "process",
    "record_series",
    "record_year",
    "remarks_waiting_for",
    "retention_until",
    "series_documents",
    "sort_symbol",
    "sort_title",
    "stage_due",
    "state_since",
    "states_entered",
    "symbol",
    "transferable_from",
    "waiting_for",
    "written_by",
)
COLUMNS = (
    "archival_category",
    "case_sign",
    "closed_on",
    "created_on",
    "disposable_from",
    "document_uid",
    "edition_number",
    "effective_from",
    "held_until",
    "in_force_from",
    "jrwa_class",
    "openness",
    "owner_unit",
    "process",
    "record_series",
    "retention_until",
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
