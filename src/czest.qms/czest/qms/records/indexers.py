"""Values for the catalog; nothing personal or confidential (DESIGN §8). Days are ISO texts, empty where there is none."""

from czest.qms.documents.making import uid_of
from czest.qms.language.collation import natural_key
from czest.qms.language.collation import sort_key
from czest.qms.records.interfaces import IRecordMarker
from czest.qms.records.interfaces import IRecordSeriesMarker
from czest.qms.records.retaining import keeping
from czest.qms.records.rules.holding import last_day
from plone.indexer import indexer


def iso(day):
    """Return the ISO text of a day, empty for None."""
    return day.isoformat() if day is not None else ""


@indexer(IRecordMarker)
def symbol(record):
    return record.symbol


@indexer(IRecordMarker)
def sort_symbol(record):
    return natural_key(record.symbol)


@indexer(IRecordMarker)
def sort_title(record):
    return sort_key(record.title)


@indexer(IRecordSeriesMarker)
def symbol_of_series(series):
    return series.symbol


@indexer(IRecordSeriesMarker)
def sort_symbol_of_series(series):
    return natural_key(series.symbol)


@indexer(IRecordSeriesMarker)
def sort_title_of_series(series):
    return sort_key(series.title)


@indexer(IRecordSeriesMarker)
def series_documents(series):
    """Return the symbols of the documents that lead to a series: its procedure and its form."""
    return [symbol for symbol in (series.procedure, series.form) if symbol]


@indexer(IRecordMarker)
def record_series(record):
    return uid_of(record.series)


@indexer(IRecordMarker)
def closed_on(record):
    return iso(record.closed_on)


@indexer(IRecordMarker)
def created_on(record):
    return iso(record.created_on)


@indexer(IRecordMarker)
def record_year(record):
    return record.created_on.year


@indexer(IRecordMarker)
def retention_until(record):
    return iso(keeping(record.archival_category, record.closed_on).retention_until)


@indexer(IRecordMarker)
def disposable_from(record):
    """Return the day from which a list may name the record, holds not considered; of ``BE``, that of the appraisal."""
    found = keeping(record.archival_category, record.closed_on)
    return iso(found.disposable_from or found.appraisal_from)


@indexer(IRecordMarker)
def transferable_from(record):
    return iso(keeping(record.archival_category, record.closed_on).transferable_from)


@indexer(IRecordMarker)
def held_until(record):
    """Return until when the record itself is held, ``9999-12-31`` without an end; a hold of its series is not here."""
    return iso(last_day(record.holds))


@indexer(IRecordMarker)
def searchable_text(record):
    return " ".join([record.symbol, record.title, record.case_sign or "", record.searchable_text])
