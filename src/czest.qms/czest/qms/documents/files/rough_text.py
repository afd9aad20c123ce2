"""The text of a file as far as rules need it: lines without structure, quickly and within limits."""

from collections.abc import Callable
from czest.qms.documents.files.archives import Archive
from czest.qms.documents.files.encoding import decode
from czest.qms.documents.files.formats import Family
from czest.qms.documents.files.formats import Format
from czest.qms.documents.files.pdfium import page_texts
import html
import re


#: Bytes of text read of one part; pages read of a PDF. Headers stand on every page, the first suffice.
PART_LIMIT = 4 * 1024 * 1024
PAGES_LIMIT = 30

_PARTS = re.compile(
    r"content\.xml|styles\.xml"
    r"|word/(document|header\d*|footer\d*)\.xml"
    r"|xl/sharedStrings\.xml"
    r"|ppt/slides/slide\d+\.xml"
)
_PARTS_LIMIT = 40
_PARAGRAPH_END = re.compile(r"</(?:text:p|text:h|w:p|a:p|si)>|<w:br/>|<text:line-break/>")
_TAG = re.compile(r"<[^<>]*>")
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_RTF_BREAK = re.compile(r"\\(?:par|line|cell|row)\b ?")
_RTF_BYTE = re.compile(r"\\'([0-9a-fA-F]{2})")
_RTF_CHARACTER = re.compile(r"\\u(-?\d{1,5}) ?\??")
_RTF_WORD = re.compile(r"\\[a-z]+-?\d* ?|[{}]")


def lines_of(known: Format, data: bytes) -> list[str]:
    """Return the lines or paragraphs of a file that passed the checks of its format.

    Parameters:
        known: format of the file.
        data: bytes of the file.

    Raises:
        ValueError: the file cannot be read after all.
    """
    return [line.strip() for line in _READERS[known.family](data).splitlines()]


def _plain(data: bytes) -> str:
    decoded = decode(data[:PART_LIMIT])
    return decoded[0] if decoded else ""


def _rtf(data: bytes) -> str:
    text = data[:PART_LIMIT].decode("latin-1")
    text = _RTF_BREAK.sub("\n", text)
    text = _RTF_BYTE.sub(lambda found: bytes.fromhex(found[1]).decode("cp1250", "replace"), text)
    text = _RTF_CHARACTER.sub(lambda found: chr(int(found[1]) % 0x10000), text)
    return _RTF_WORD.sub("", text)


def _pdf(data: bytes) -> str:
    return "\n".join(page_texts(data, PAGES_LIMIT))


def _container(data: bytes) -> str:
    archive = Archive(data)
    parts = sorted(name for name in archive.names if _PARTS.fullmatch(name))[:_PARTS_LIMIT]
    texts = (archive.read(name, PART_LIMIT).decode("utf-8", "replace") for name in parts)
    return "\n".join(html.unescape(_TAG.sub("", _PARAGRAPH_END.sub("\n", text))) for text in texts)


def _compound(data: bytes) -> str:
    """Compound files keep text as UTF-16 or Windows-1250 between binary structures."""
    readings = (data[:PART_LIMIT].decode(encoding, "replace") for encoding in ("utf-16-le", "cp1250"))
    return "\n".join(_CONTROLS.sub("\n", text) for text in readings)


def _nothing(data: bytes) -> str:
    """XPS keeps glyphs, not paragraphs."""
    return ""


_READERS: dict[Family, Callable[[bytes], str]] = {
    Family.TEXT: _plain,
    Family.RTF: _rtf,
    Family.PDF: _pdf,
    Family.OPENDOCUMENT: _container,
    Family.OFFICE_OPEN_XML: _container,
    Family.COMPOUND: _compound,
    Family.XPS: _nothing,
}
