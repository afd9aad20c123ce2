"""What the screening of a file reports: plain values, so that they can come out of another process."""

from czest.qms.bulletin.snapshot import as_plain
from czest.qms.bulletin.snapshot import from_plain
from czest.qms.bulletin.snapshot import NotPlain
from dataclasses import dataclass
from dataclasses import fields
import json
from typing import Any


#: Why a file could not be screened.
TIMEOUT, CRASHED, NONSENSE, UNREADABLE, TOO_LONG = "timeout", "crashed", "nonsense", "unreadable", "too-long"


@dataclass(frozen=True)
class Refusal:
    """A reason for which the file would not even be let in, see ``documents.files``.

    Parameters:
        code: stable name of the check.
        message: message id.
        texts: names and texts of the places of the message.
    """

    code: str
    message: str
    texts: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class PartHit:
    """Personal data found in a part of the file, see ``personal.Hit``.

    Parameters:
        part: page number, or the name of a part such as ``footnotes``.
    """

    part: str
    kind: str
    masked: str
    certain: bool
    count: int


@dataclass(frozen=True)
class FileReport:
    """What is known of one file. Texts found in it never stand here, only masks and names of things.

    Parameters:
        format: extension of the format recognised, such as ``pdf``; empty when none was.
        failure: why it could not be screened, or empty.
        refusals: checks of the format that it does not pass.
        pages: number of pages, or None where the format has none.
        has_text: there is text in it.
        pages_without_text: pages that show something and have no text, from 1.
        title, language: as the file itself says; the title only as yes or no.
        tagged, pdf_ua: the PDF has a structure; it says that it conforms to PDF/UA.
        signed: it carries a signature over its bytes.
        altered: bytes follow what the signature covers.
        earlier_versions: earlier versions of its content can be restored from it.
        malware: the test signature EICAR, as scanners find it.
        foreign: parts that make it a file of another kind as well, such as ``leading``, ``trailing``, ``zip``.
        active: what acts when it is opened, such as ``javascript``.
        embedded: files or objects inside.
        classified: it looks marked as classified.
        tracked_changes, comments: how many.
        hidden: parts with text that is not shown.
        covered: pages with text that nobody sees, such as under a black box.
        covered_unchecked: True where there were too many pages to look for covered text.
        metadata: names of the metadata found, such as ``author``.
        revealing: those of them that tell about people, places or computers.
        hits: personal data.
    """

    format: str = ""
    failure: str = ""
    refusals: tuple[Refusal, ...] = ()
    pages: int | None = None
    has_text: bool = False
    pages_without_text: tuple[int, ...] = ()
    title: bool = False
    language: str = ""
    tagged: bool = False
    pdf_ua: bool = False
    signed: bool = False
    altered: bool = False
    earlier_versions: bool = False
    malware: bool = False
    foreign: tuple[str, ...] = ()
    active: tuple[str, ...] = ()
    embedded: tuple[str, ...] = ()
    classified: bool = False
    tracked_changes: int = 0
    comments: int = 0
    hidden: tuple[str, ...] = ()
    covered: tuple[int, ...] = ()
    covered_unchecked: bool = False
    metadata: tuple[str, ...] = ()
    revealing: tuple[str, ...] = ()
    hits: tuple[PartHit, ...] = ()


_LISTS = tuple(each.name for each in fields(FileReport) if isinstance(each.default, tuple))


def failed(reason: str) -> FileReport:
    """Return the report on a file that could not be screened."""
    return FileReport(failure=reason)


def to_json(report: FileReport) -> str:
    """Return a report as JSON."""
    return json.dumps(as_plain(report), ensure_ascii=False)


def from_json(text: str | bytes) -> FileReport:
    """Return the report that :func:`to_json` wrote.

    Raises:
        ValueError: this is not a report.
    """
    try:
        return from_values(json.loads(text))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def from_values(values: Any) -> FileReport:
    """Return a report of plain values.

    Raises:
        ValueError: this is not a report.
    """
    try:
        # A text would pass for the list of its characters.
        if any(type(values[name]) is not list for name in _LISTS):
            raise NotPlain("not a list")
        return from_plain(FileReport, values)
    except (NotPlain, TypeError, AttributeError, KeyError, IndexError) as error:
        raise ValueError("not a report") from error
