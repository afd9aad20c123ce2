"""JSON of series and records: Plone's, with the state, the retention and the typed fields."""

from czest.qms.documents.content import state_of
from czest.qms.documents.services.serializer import described
from czest.qms.interfaces import IQmsLayer
from czest.qms.records.hold_rows import plain_holds
from czest.qms.records.interfaces import IRecordMarker
from czest.qms.records.interfaces import IRecordSeriesMarker
from czest.qms.records.retaining import keeping_of
from czest.qms.records.snapshots import plain
from dataclasses import asdict
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from zope.component import adapter
from zope.interface import implementer


def retention(record):
    """Return how long a record is kept; days as ISO texts."""
    found = {name: plain(value) for name, value in asdict(keeping_of(record)).items()}
    return {name: found[name] for name in found if name not in ("category", "closed_on")}


def files_of(record):
    """Return name, type, size in bytes and digest of the files of a record, with their addresses."""
    return [file_of(file, record, f"@@file/{number}") for number, file in enumerate(record.files, 1)]


def file_of(file, record, view):
    """Return what clients are told of a file, or None where there is none.

    Parameters:
        file: the file, or None.
        record: the record.
        view: last parts of the address under which it is fetched.
    """
    return None if file is None else {**described(file), "download": f"{record.absolute_url()}/{view}"}


def addenda_of(record):
    """Return the corrections of a record, oldest first, without logins."""
    told = ("number", "time", "name", "post", "text", "digest")
    return [
        {
            **{name: addendum[name] for name in told},
            "file": file_of(addendum["file"], record, f"@@addendum/{addendum['number']}"),
        }
        for addendum in record.addenda
    ]


def summary(record):
    """Return what clients need most of a record."""
    return {
        "@id": record.absolute_url(),
        "@type": record.portal_type,
        "UID": record.UID(),
        "symbol": record.symbol,
        "title": record.title,
        "case_sign": record.case_sign,
        "jrwa_class": record.jrwa_class,
        "archival_category": record.archival_category,
        "closed_on": plain(record.closed_on),
        "state": state_of(record),
        "digest": record.digest,
        "files": files_of(record),
        **retention(record),
    }


@implementer(ISerializeToJson)
@adapter(IRecordMarker, IQmsLayer)
class SerializeRecord(SerializeToJson):
    """A record with its state, retention, typed fields and corrections."""

    def __call__(self, version=None, include_items=True):
        record = self.context
        result = super().__call__(version=version, include_items=include_items)
        result.update(summary(record))
        result["typed"] = {name: plain(value) for name, value in record.typed.items()}
        result["addenda"] = addenda_of(record)
        result["holds"] = plain_holds(record)
        self.request.response.setHeader("ETag", f'"{record.digest}"')
        return result


@implementer(ISerializeToJson)
@adapter(IRecordSeriesMarker, IQmsLayer)
class SerializeSeries(SerializeFolderToJson):
    """A series with its state; its records are asked of the register."""

    def __call__(self, version=None, include_items=True):
        result = super().__call__(version=version, include_items=False)
        result["state"] = state_of(self.context)
        result["holds"] = plain_holds(self.context)
        return result
