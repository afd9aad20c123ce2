"""Rows of a list made from records, and what they come to."""

from czest.qms.classification.interfaces import IClassification
from czest.qms.disposal.rules.rows import Row
from czest.qms.disposal.rules.rows import Totals
from czest.qms.disposal.rules.rows import totals_of
from czest.qms.documents.making import uid_of
from czest.qms.documents.rules.digests import digest_of_snapshot
from dataclasses import asdict
from dataclasses import fields
from zope.component import getUtility


def row_of(record, number):
    """Return the ``Row`` of a record, with the whole heading of its class (§ 9 ust. 4 of the regulation)."""
    term = getUtility(IClassification).term("jrwa", record.jrwa_class, record.closed_on)
    return Row(
        record=uid_of(record),
        symbol=record.symbol,
        case_sign=record.case_sign or "",
        heading=record.jrwa_class if term is None else term.title,
        first_year=min(record.created_on.year, record.closed_on.year),
        last_year=max(record.created_on.year, record.closed_on.year),
        files=len(record.files),
        size=sum(file.getSize() for file in record.files),
        number=number,
    )


def totals(content):
    """Return the ``Totals`` of a list as they were noted when it was made."""
    return Totals(**content.totals)


def note_totals(content):
    """Count the rows of a list, and bind them by its digest: they change no more."""
    content.totals = asdict(totals_of(content.rows.values()))
    content.digest = computed_digest(content)


def computed_digest(content):
    """Return the digest of head and rows of a list as they are stored now."""
    head = {name: getattr(content, name) for name in ("symbol", "category", "requesting_body", "body_of_records")}
    names = [field.name for field in fields(Row)]
    rows = [[getattr(row, name) for name in names] for row in content.rows.values()]
    return digest_of_snapshot({**head, "made_on": content.made_on.isoformat(), "rows": rows})
