"""Parsing XML parts of word-processor files that may be hostile."""

from czest.qms.documents.conversion.errors import OversizedText
from czest.qms.documents.conversion.errors import UnreadableFile
from czest.qms.documents.files.archives import Archive
from lxml import etree


#: Most bytes of one XML part; the text of a thousand pages takes about a fifth of it.
PART_LIMIT = 32 * 1024 * 1024


def parse_part(archive: Archive, name: str) -> etree._Element | None:
    """Return the root element of a part, or None when the container has no such part.

    Entities are not expanded and nothing is fetched.

    Parameters:
        archive: container of the file.
        name: path of the part in it.

    Raises:
        UnreadableFile: the part is damaged.
        OversizedText: the part is larger than ``PART_LIMIT``.
    """
    content = archive.read(name, PART_LIMIT + 1)
    if not content:
        return None
    if len(content) > PART_LIMIT:
        raise OversizedText(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(str(error)) from error
