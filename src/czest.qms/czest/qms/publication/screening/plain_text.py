"""Plain text and CSV."""

from czest.qms.documents.files import decode
from czest.qms.publication.rules.personal import Office
from czest.qms.publication.rules.reports import FileReport
from czest.qms.publication.screening.passages import traits_of


#: How other kinds of files begin that are text as well; some readers go by content, not by name.
_OTHER_BEGINNINGS = {
    "%pdf-": "leading",
    "#!": "program",
    "<!doctype": "program",
    "<html": "program",
    "<script": "program",
}


def report(data: bytes, office: Office) -> FileReport:
    """Report on text that passed the checks on upload."""
    decoded = decode(data)
    if decoded is None:
        raise ValueError("not text")
    text, encoding = decoded
    beginning = text.lstrip()[:20].lower()
    foreign = {kind for start, kind in _OTHER_BEGINNINGS.items() if beginning.startswith(start)}
    metadata = () if encoding == "utf-8" else ("encoding",)
    return FileReport(
        has_text=bool(text.strip()),
        foreign=tuple(sorted(foreign)),
        metadata=metadata,
        **traits_of({"text": text}, office),
    )
