"""Rules on files: which may enter, and what is said about those that may not."""

from czest.qms.documents.files.encoding import decode
from czest.qms.documents.files.findings import Finding
from czest.qms.documents.files.findings import refused
from czest.qms.documents.files.formats import ALLOWED_TYPES
from czest.qms.documents.files.formats import media_type
from czest.qms.documents.files.formats import SOURCE_TYPES
from czest.qms.documents.files.screening import DEFAULT_LIMIT
from czest.qms.documents.files.screening import screen


__all__ = [
    "ALLOWED_TYPES",
    "DEFAULT_LIMIT",
    "Finding",
    "SOURCE_TYPES",
    "decode",
    "media_type",
    "refused",
    "screen",
]
