"""ODT rebuilt of its text, its styles and its pictures, with a title, a language and no other property."""

from czest.qms.documents.files import media_type
from czest.qms.documents.files.archives import Archive
from czest.qms.publication.public_files import pictures
from czest.qms.publication.public_files.packages import package
from czest.qms.publication.public_files.packages import written
from czest.qms.publication.screening.opendocument import EXTENDED
from czest.qms.publication.screening.opendocument import FO
from czest.qms.publication.screening.opendocument import is_picture
from czest.qms.publication.screening.opendocument import OFFICE
from czest.qms.publication.screening.opendocument import parsed_parts
from czest.qms.publication.screening.opendocument import properties_of
from czest.qms.publication.screening.opendocument import STYLE
from czest.qms.publication.screening.opendocument import XML_PARTS
from czest.qms.publication.screening.packages import part
from lxml import etree


_TYPE = media_type("file.odt")
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_VERSION = "1.3"

_PICTURE_TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"}

#: Programs, and fonts that are left out of the package.
_DROPPED = frozenset({f"{OFFICE}scripts", f"{_SVG}font-face-src"})


def make(data: bytes, title: str, language: str) -> tuple[bytes, set[str]]:
    """Return the public ODT and what was removed.

    Parameters:
        data: bytes of the file inside.
        title, language: the only properties of the result.
    """
    archive = Archive(data)
    trees = parsed_parts(archive)
    parts = {"mimetype": _TYPE.encode("ascii")}
    removed = properties_of(archive, trees)
    for name in XML_PARTS:
        if name in trees:
            parts[name] = written(_cleaned(trees[name], language))
    parts["meta.xml"] = _meta(title, language)
    for name in sorted(filter(is_picture, archive.names)):
        parts[name] = pictures.make(part(archive, name))[0]
    parts["META-INF/manifest.xml"] = _manifest(parts)
    return package(parts, frozenset({"mimetype"})), removed


def _cleaned(tree: etree._Element, language: str) -> etree._Element:
    code, _hyphen, country = language.partition("-")
    for element in list(tree.iter()):
        if element.tag in _DROPPED and element.getparent() is not None:
            element.getparent().remove(element)
        for key in list(element.attrib):
            if key.startswith(EXTENDED) and key.endswith("rsid"):
                del element.attrib[key]
        if element.tag == f"{STYLE}text-properties" and element.getparent().tag == f"{STYLE}default-style":
            element.set(f"{FO}language", code)
            element.set(f"{FO}country", country or "none")
    return tree


def _meta(title: str, language: str) -> bytes:
    dc = "http://purl.org/dc/elements/1.1/"
    root = etree.Element(f"{OFFICE}document-meta", nsmap={"office": OFFICE[1:-1], "dc": dc})
    root.set(f"{OFFICE}version", _VERSION)
    meta = etree.SubElement(root, f"{OFFICE}meta")
    etree.SubElement(meta, f"{{{dc}}}title").text = title
    etree.SubElement(meta, f"{{{dc}}}language").text = language
    return written(root)


def _manifest(parts: dict[str, bytes]) -> bytes:
    root = etree.Element(f"{{{_MANIFEST}}}manifest", nsmap={"manifest": _MANIFEST})
    root.set(f"{{{_MANIFEST}}}version", _VERSION)
    for name in ("/", *(name for name in parts if name != "mimetype")):
        kind = _TYPE if name == "/" else _PICTURE_TYPES.get(name.rpartition(".")[2].lower(), "text/xml")
        entry = etree.SubElement(root, f"{{{_MANIFEST}}}file-entry")
        entry.set(f"{{{_MANIFEST}}}full-path", name)
        entry.set(f"{{{_MANIFEST}}}media-type", kind)
    return written(root)
