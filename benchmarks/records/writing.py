"""Writing records by the thousand, so that nothing tells them from those that were handed in.

A record is written after one that was handed in through the operations: with a symbol of its own out of the same counter,
a trail of the same operations sealed and logged by the real trail, and a row of the catalog of which every value comes
from the real indexers.
"""

from benchmarks.copying import Pattern
from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations import gate
from czest.qms.records import indexers
from czest.qms.records.finding import records_container
from czest.qms.records.rules.symbols import address_of
from czest.qms.records.searchable import searchable_text
from czest.qms.records.snapshots import stamp_digest
from dataclasses import dataclass
import datetime
from plone import api
from plone.namedfile.file import NamedBlobFile
from plone.uuid.interfaces import IUUIDGenerator
from zope.component import getUtility


#: What the catalog sees different in every record.
SEEN = {
    "symbol": indexers.symbol,
    "sort_symbol": indexers.sort_symbol,
    "sort_title": indexers.sort_title,
    "closed_on": indexers.closed_on,
    "created_on": indexers.created_on,
    "record_year": indexers.record_year,
    "retention_until": indexers.retention_until,
    "disposable_from": indexers.disposable_from,
    "transferable_from": indexers.transferable_from,
    "SearchableText": indexers.searchable_text,
}


@dataclass(frozen=True)
class Said:
    """What is said of one record.

    Parameters:
        title: its title.
        case_sign: its case sign, or an empty text.
        created_on: its day.
        closed_on: day on which its case was closed; None where the pattern is open.
    """

    title: str
    case_sign: str
    created_on: datetime.date
    closed_on: datetime.date | None


class RecordPattern:
    """A record that was handed in, after which others are written.

    Parameters:
        record: the record; with its case closed it is filed, and holds on it are holds on all.
    """

    def __init__(self, record):
        self.series = record.series
        self.is_open = record.closed_on is None
        self.pattern = Pattern(record, api.portal.get_tool("portal_catalog"))
        self.files = [(file.filename, file.contentType, file.data, file.sha256) for file in record.files]
        self.trail = getUtility(ITrail)
        self.entries = self.trail.entries(uid_of(record))

    def write(self, said):
        """Write one record and return it.

        Parameters:
            said: what is said of it; its case is closed if that of the pattern is.
        """
        with gate.opened("capture"):
            return self._write(said, getUtility(IUUIDGenerator)())

    def _write(self, said, uid):
        symbol = records_container().numbering.take(self.series.symbol, said.created_on.year, uid)
        values = {**said.__dict__, "symbol": symbol, "files": [copied(*file) for file in self.files]}
        record = self.pattern.copy(address_of(symbol, self.series.symbol), uid, values)
        record.searchable_text = searchable_text(record)
        stamp_digest(record)
        seen = {name: indexer.callable(record) for name, indexer in SEEN.items()}
        placed = self.pattern.put(record, {**seen, "Title": said.title, "case_sign": said.case_sign})
        for entry in self.entries:
            self._trace(uid, record, entry)
        return placed

    def _trace(self, uid, record, entry):
        """Let the trail say of a record what it says of the pattern."""
        self.trail.append(
            uid,
            label=record.symbol,
            operation=entry.operation,
            actor=entry.actor,
            on_behalf_of=entry.on_behalf_of,
            reason=entry.reason,
            rule=entry.rule,
            digest=record.digest,
            details={**entry.details, **({"title": record.title} if "title" in entry.details else {})},
        )


def copied(filename, content_type, data, sha256):
    """Return a file with its digest noted."""
    file = NamedBlobFile(data=data, filename=filename, contentType=content_type)
    file.sha256 = sha256
    return file
