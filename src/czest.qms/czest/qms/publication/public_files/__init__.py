"""The public file is made, never copied: rebuilt in a process of its own with nothing but what the public shall get."""

from czest.qms.publication.public_files.naming import public_name
from czest.qms.publication.rules.accessibility import accessible
from czest.qms.publication.rules.case import Case
from czest.qms.publication.rules.case import CaseFile
from czest.qms.publication.rules.engine import examine_file
from czest.qms.publication.rules.files import PUBLIC_MEDIA_TYPES
from czest.qms.publication.rules.findings import blocking
from czest.qms.publication.rules.findings import Finding
from czest.qms.publication.rules.personal import Office
from czest.qms.publication.rules.reports import FileReport
from czest.qms.publication.screening import screen_file
from czest.qms.publication.screening.confinement import ask
from czest.qms.publication.screening.confinement import DEFAULT_LIMITS
from czest.qms.publication.screening.confinement import Limits
from czest.qms.publication.screening.confinement import Unanswered
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
import hashlib
from time import monotonic


__all__ = ["NotMade", "PublicBytes", "make_public", "public_name"]


class NotMade(Exception):
    """No public file can be made.

    Parameters:
        reason: ``type``, ``timeout``, ``crashed``, ``nonsense``, ``unreadable`` or ``findings``.
        findings: what blocks in the file that was made, or would be served as it is.
    """

    def __init__(self, reason: str, findings: tuple[Finding, ...] = ()):
        super().__init__(reason)
        self.reason = reason
        self.findings = findings


@dataclass(frozen=True)
class PublicBytes:
    """A public file.

    Parameters:
        data: its bytes.
        name: its public name.
        media_type: the type under which it is served.
        sha256: digest of the bytes, 64 hexadecimal digits.
        pages: number of pages, or None where the format has none.
        accessible: True where the checks of A11Y-3 find nothing.
        signed: True where it carries a signature and is byte-identical with the signed file (SIG-4).
        removed: ids of what is no longer in it, see ``rules.terms``.
        report: of the screening of these very bytes.
    """

    data: bytes
    name: str
    media_type: str
    sha256: str
    pages: int | None
    accessible: bool
    signed: bool
    removed: tuple[str, ...]
    report: FileReport


def make_public(
    data: bytes,
    media_type: str,
    title: str,
    language: str,
    public_name: str,
    office: Office | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> PublicBytes:
    """Make the public file; the same input gives the same bytes.

    Parameters:
        data: bytes of the file inside; one with a signature over its bytes is not changed.
        media_type: the type under which it is kept.
        title, language: written into the file; the language as ``pl`` or ``pl-PL``.
        public_name: see ``naming.public_name``; its extension must be that of the type.
        office: what belongs to the office and is passed over.
        limits: what each of the two children may use; they share the seconds by the clock.

    Raises:
        NotMade: it cannot be made, or what was made must not be published whoever answers for it.
    """
    extension = public_name.rpartition(".")[2]
    if PUBLIC_MEDIA_TYPES.get(extension) != media_type:
        raise NotMade("type")
    begun = monotonic()
    made, removed = _made(data, {"extension": extension, "title": title, "language": language}, limits)
    # What was made is looked at afresh, in another child: only so is it proven that nothing is left.
    left = replace(limits, seconds=max(limits.seconds - (monotonic() - begun), 0))
    report = screen_file(made, public_name, media_type, office, left)
    _check(report, public_name)
    if report.signed and made != data:
        raise NotMade("findings")
    return PublicBytes(
        data=made,
        name=public_name,
        media_type=media_type,
        sha256=hashlib.sha256(made).hexdigest(),
        pages=report.pages,
        accessible=accessible(report),
        signed=report.signed,
        removed=removed,
        report=report,
    )


def _made(data: bytes, question: dict[str, str], limits: Limits) -> tuple[bytes, tuple[str, ...]]:
    """Return what the child made of a file, and the ids of what it removed."""
    try:
        values, made = ask(__name__, question, data, limits)
    except Unanswered as error:
        raise NotMade(error.reason) from error
    removed = values.get("removed")
    if values.get("failure") or not isinstance(removed, list) or not made:
        raise NotMade("unreadable")
    return made, tuple(str(each) for each in removed)


def _check(report: FileReport, name: str) -> None:
    """Refuse what nobody may answer for; the rest was answered for when the file inside was examined."""
    found = examine_file(CaseFile(name, report=report), Case(date.min))
    final = tuple(finding for finding in blocking(found) if not finding.overridable)
    if final:
        raise NotMade("findings", final)
