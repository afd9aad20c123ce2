"""Destroying the content of one record; called by operations only, since the gate must be open.

What stays for good is the stub: what the record was called, classified and dated, the list by which it was destroyed,
and the digest and the number of what is gone. The bytes of its files leave the storage when that is packed.
"""

from czest.qms.documents.rules.digests import digest_of_snapshot
from czest.qms.records.snapshots import plain


#: What is kept of a record that was destroyed.
STUB = (
    "symbol",
    "title",
    "case_sign",
    "procedure",
    "form",
    "form_edition",
    "record_form",
    "owner_unit",
    "author",
    "author_name",
    "author_post",
    "jrwa_class",
    "archival_category",
    "digest",
    "files_destroyed",
    "disposal_list_symbol",
)


def stub(record):
    """Return what is left of a record that was destroyed, as plain values."""
    days = {name: plain(getattr(record, name)) for name in ("created_on", "closed_on", "disposed_on")}
    addenda = [{"number": addendum["number"], "digest": addendum["digest"]} for addendum in record.addenda]
    return {**{name: getattr(record, name) for name in STUB}, **days, "addenda": addenda}


def digest_of_stub(record):
    """Return the digest of the stub as it is stored now."""
    return digest_of_snapshot(stub(record))


def destroy_content(record, day, list_symbol):
    """Empty a record and note the digest of what stays; its state is not changed here.

    Parameters:
        record: the record.
        day: the day of the destruction.
        list_symbol: symbol of the disposal list.
    """
    corrections = [addendum for addendum in record.addenda if addendum["file"] is not None]
    record.files_destroyed = len(record.files) + len(corrections)
    record.files = []
    record.typed = {}
    record.evidence_of = ""
    record.searchable_text = ""
    record.addenda = tuple({**addendum, "text": "", "file": None} for addendum in record.addenda)
    record.disposed_on = day
    record.disposal_list_symbol = list_symbol
    record.stub_digest = digest_of_stub(record)


def is_emptied(record):
    """Tell whether nothing of the content is left on a record."""
    corrections = [part for addendum in record.addenda for part in (addendum["text"], addendum["file"]) if part]
    return not (record.files or record.typed or record.evidence_of or record.searchable_text or corrections)
