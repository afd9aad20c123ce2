"""Files that were let in: the text read from them, and what whoever gave them is told afterwards."""

from czest.qms import _
from czest.qms.documents.checks import findings_about
from czest.qms.documents.conversion import to_html
from czest.qms.documents.files import ALLOWED_TYPES
from czest.qms.documents.files import SOURCE_TYPES
from czest.qms.documents.files.findings import WARN


def read_source(source):
    """Return the text of a source file as HTML, and warnings about the file and what its text lacks.

    Parameters:
        source: a stored source file.
    """
    conversion = to_html(source.filename, source.data)
    return conversion.html, source_warnings(source) + told(source, conversion.warnings)


def source_warnings(source):
    """Return warnings about a source file, or none where there is no file."""
    return told(source, findings_about(source, SOURCE_TYPES)) if source is not None else []


def attachment_warnings(attachments):
    """Return warnings about attachments."""
    return [warning for file in attachments for warning in told(file, findings_about(file, ALLOWED_TYPES))]


def told(named_file, findings):
    """Return the warnings among findings as Messages that name the file."""
    return [
        _(
            "${file}: ${warning}",
            mapping={
                "file": named_file.filename,
                "warning": _(finding.message, mapping=dict(finding.mapping)),
            },
        )
        for finding in findings
        if finding.severity == WARN
    ]
