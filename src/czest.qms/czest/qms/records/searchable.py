"""Plain text of a record for the full-text index."""

from czest.qms.documents.searchable import text_of_file


def searchable_text(record):
    """Return the words of the fields and files of a record."""
    parts = [record.evidence_of or "", *typed_words(record.typed), *(text_of_file(file) for file in record.files)]
    return " ".join(part for part in parts if part)


def typed_words(typed):
    """Return the texts among typed values."""
    found = []
    for value in typed.values():
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, list | tuple):
            found.extend(str(part) for part in value)
    return found
