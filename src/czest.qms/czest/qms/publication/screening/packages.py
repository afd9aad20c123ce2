"""ZIP packages of office documents: their parts, and what does not belong to a package."""

from collections import Counter
from czest.qms.documents.files.archives import Archive
from czest.qms.publication.screening.malware import is_marked
from lxml import etree
import struct
from zipfile import ZipInfo


#: Bytes of one part that is read: XML of a document, or a picture.
PART_LIMIT = 64 * 1024 * 1024

_LOCAL_HEADER = 30
_END = b"PK\x05\x06"
_END_SIZE = 22
_DESCRIPTOR = 0x8
#: What comes after an entry that was written as a stream: checksum and sizes, perhaps a signature, perhaps nothing.
_DESCRIPTOR_SIZES = (0, 12, 16, 20, 24)


class HostileXml(ValueError):
    """XML with a document type definition, which no office writes."""


def part(archive: Archive, name: str) -> bytes:
    """Return a part whole.

    Raises:
        ValueError: it is damaged or larger than any part of a document.
    """
    data = archive.read(name, PART_LIMIT + 1)
    if len(data) > PART_LIMIT:
        raise ValueError("too large")
    return data


def parsed(data: bytes) -> etree._Element:
    """Parse the XML of a part; nothing is fetched and no entity is expanded.

    Raises:
        HostileXml: it has a document type definition.
        ValueError: it is not well-formed.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise HostileXml if b"<!DOCTYPE" in data else ValueError("not well-formed") from error
    if root.getroottree().docinfo.doctype:
        raise HostileXml
    return root


def is_marked_within(archive: Archive) -> bool:
    """Tell whether the test signature of scanners stands in any part."""
    return any(is_marked(part(archive, name)) for name in archive.names)


def foreign_of(data: bytes, archive: Archive) -> tuple[str, ...]:
    """Return the ids of what makes the package a file of another kind as well, see ``rules.terms.FOREIGN``."""
    found = set()
    entries = sorted(archive.entries, key=lambda entry: entry.header_offset)
    if not entries or entries[0].header_offset:
        found.add("leading")
    if any(count > 1 for count in Counter(entry.filename for entry in entries).values()):
        found.add("repeated")
    if any(_leaves(entry.orig_filename) for entry in entries):
        found.add("paths")
    end = data.rfind(_END)
    size, start = struct.unpack_from("<II", data, end + 12)
    if len(data) != end + _END_SIZE:
        found.add("trailing")
    if start + size != end or not _touch(data, entries, start):
        found.add("gaps")
    return tuple(sorted(found))


def _leaves(name: str) -> bool:
    """Tell whether a name leaves the folder into which the package might be unpacked."""
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or ":" in name or "\0" in name


def _touch(data: bytes, entries: list[ZipInfo], start: int) -> bool:
    """Tell whether the entries stand one right after the other up to the directory."""
    allowed: tuple[int, ...] = (0,)
    for entry in entries:
        if entry.header_offset not in allowed:
            return False
        name, extra = struct.unpack_from("<HH", data, entry.header_offset + 26)
        end = entry.header_offset + _LOCAL_HEADER + name + extra + entry.compress_size
        streamed = entry.flag_bits & _DESCRIPTOR
        allowed = tuple(end + size for size in _DESCRIPTOR_SIZES) if streamed else (end,)
    return start in allowed
