"""Screening of files before publication, each in a process of its own (RODO-1, RODO-3, SEC-2)."""

from czest.qms.publication.rules.personal import Office
from czest.qms.publication.rules.reports import failed
from czest.qms.publication.rules.reports import FileReport
from czest.qms.publication.rules.reports import from_values
from czest.qms.publication.rules.reports import NONSENSE
from czest.qms.publication.screening.confinement import ask
from czest.qms.publication.screening.confinement import DEFAULT_LIMITS
from czest.qms.publication.screening.confinement import Limits
from czest.qms.publication.screening.confinement import Unanswered
from dataclasses import asdict


__all__ = ["Limits", "screen_file"]


def screen_file(
    data: bytes, name: str, media_type: str = "", office: Office | None = None, limits: Limits = DEFAULT_LIMITS
) -> FileReport:
    """Screen a file; whatever happens to the child, there is a report.

    Parameters:
        data: bytes of the file.
        name: its name; the extension says what it should be.
        media_type: the type under which it is kept, or empty.
        office: what belongs to the office and is passed over.
        limits: what the child may use.

    Returns:
        The report. One with a ``failure`` blocks the publication.
    """
    question = {"name": name, "media_type": media_type, "office": asdict(office or Office())}
    try:
        values, _nothing = ask(__name__, question, data, limits)
        return from_values(values)
    except Unanswered as error:
        return failed(error.reason)
    except ValueError:
        return failed(NONSENSE)
