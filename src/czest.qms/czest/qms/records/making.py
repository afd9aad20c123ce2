"""Making series and records; called by operations only, since the gate must be open."""

from czest.qms import clock
from czest.qms.documents.making import make
from czest.qms.documents.storing import stored
from czest.qms.operations.base import actor
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from czest.qms.records.access import apply_access_to_record
from czest.qms.records.access import apply_access_to_series
from czest.qms.records.filling import edition_of_form
from czest.qms.records.filling import typed_of
from czest.qms.records.finding import records_container
from czest.qms.records.rules.symbols import address_of
from czest.qms.records.searchable import searchable_text
from czest.qms.records.snapshots import stamp_digest
from plone.uuid.interfaces import IUUIDGenerator
from zope.component import getUtility


#: What a record takes from its series where it says nothing else.
INHERITED = ("jrwa_class", "archival_category", "openness", "openness_basis", "access", "distribution")


def make_series(container, symbol, values):
    """Make a series and return it.

    Parameters:
        container: the container of series.
        symbol: free symbol, such as ``Z-PS04``.
        values: fields of ``ISeriesData``, checked.
    """
    series = make(container, "RecordSeries", symbol, {**values, "symbol": symbol})
    apply_access_to_series(series)
    return series


def make_record(series, data):
    """Make an open record and return it.

    Parameters:
        series: the series.
        data: fields of ``IRecordData`` and of the typed fields of the series, checked; ``symbol`` may be given.
    """
    uid = getUtility(IUUIDGenerator)()
    login = actor()
    day = data["created_on"] or data["closed_on"] or clock.today()
    symbol = records_container().numbering.take(series.symbol, day.year, uid, data.get("symbol"))
    values = {
        "symbol": symbol,
        **{name: data[name] for name in ("title", "evidence_of", "case_sign", "closed_on")},
        **{name: data[name] if data[name] else getattr(series, name) for name in INHERITED},
        "created_on": day,
        "procedure": series.procedure,
        "form": series.form,
        "form_edition": edition_of_form(series.form),
        "record_form": series.record_form,
        "owner_unit": series.owner_unit,
        "author": login,
        "author_name": full_name(login),
        "author_post": getUtility(IDirectory).post_title(login),
        "files": [stored(file) for file in data["files"] or []],
        "typed": typed_of(series.record_form, data),
        "_plone.uuid": uid,
        "creators": (login,),
    }
    record = make(series, "Record", address_of(symbol, series.symbol), values, among_many=True)
    complete(record)
    return record


def complete(record):
    """Note what follows from the fields of a record: digest, words for the search, access; and index it."""
    record.searchable_text = searchable_text(record)
    stamp_digest(record)
    apply_access_to_record(record)
    record.reindexObject()
