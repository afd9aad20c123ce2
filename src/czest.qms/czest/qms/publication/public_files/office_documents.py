"""DOCX rebuilt of the parts a reader sees, with a title, a language and no other property."""

from czest.qms.documents.files.archives import Archive
from czest.qms.publication.public_files import pictures
from czest.qms.publication.public_files.packages import package
from czest.qms.publication.public_files.packages import written
from czest.qms.publication.screening.office_documents import parsed_parts
from czest.qms.publication.screening.office_documents import properties_of
from czest.qms.publication.screening.office_documents import W
from czest.qms.publication.screening.office_parts import is_kept
from czest.qms.publication.screening.packages import part
from lxml import etree
import posixpath


CORE = "docProps/core.xml"
_TYPES = "[Content_Types].xml"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"

#: Settings of whoever wrote it: sessions, template, sources of mail merge, variables, windows of the program.
_SETTINGS_DROPPED = [
    "rsids",
    "attachedTemplate",
    "mailMerge",
    "docVars",
    "writeProtection",
    "documentProtection",
    "activeWritingStyle",
]
_DROPPED = frozenset(
    f"{W}{name}"
    for name in ["rsid", "proofErr", "dataBinding", "embedRegular", "embedBold", "embedItalic", "embedBoldItalic"]
)


def make(data: bytes, title: str, language: str) -> tuple[bytes, set[str]]:
    """Return the public DOCX and what was removed.

    Parameters:
        data: bytes of the file inside.
        title, language: the only properties of the result.
    """
    archive = Archive(data)
    trees = parsed_parts(archive)
    removed = properties_of(archive, trees)
    parts = {}
    for name in sorted(filter(is_kept, archive.names)):
        if name in trees:
            parts[name] = written(_cleaned(name, trees[name]))
        else:
            parts[name] = pictures.make(part(archive, name))[0]
    parts[CORE] = _core(title, language)
    if "word/styles.xml" in trees:
        parts["word/styles.xml"] = written(_in_language(trees["word/styles.xml"], language))
    return package({_TYPES: parts.pop(_TYPES), **parts}), removed


def _cleaned(name: str, tree: etree._Element) -> etree._Element:
    if name == _TYPES:
        return _types(tree)
    if name.endswith(".rels"):
        return _relations(name, tree)
    dropped = _DROPPED | ({f"{W}{each}" for each in _SETTINGS_DROPPED} if name == "word/settings.xml" else set())
    for element in list(tree.iter()):
        if element.tag in dropped and element.getparent() is not None:
            element.getparent().remove(element)
        for key in list(element.attrib):
            if key.startswith(f"{W}rsid"):
                del element.attrib[key]
    return tree


def _types(tree: etree._Element) -> etree._Element:
    """Keep what is said of parts that are kept, and say what the properties are."""
    for element in list(tree):
        target = element.get("PartName")
        if target is not None and not is_kept(target.removeprefix("/")):
            tree.remove(element)
    namespace = etree.QName(tree).namespace
    etree.SubElement(tree, f"{{{namespace}}}Override", PartName=f"/{CORE}", ContentType=_CORE_TYPE)
    return tree


def _relations(name: str, tree: etree._Element) -> etree._Element:
    """Keep what leads to parts that are kept, and to addresses on the net."""
    folder = posixpath.dirname(posixpath.dirname(name))
    for element in list(tree):
        external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        inside = posixpath.normpath(posixpath.join("/", folder, target)).removeprefix("/")
        keep = element.get("Type", "").endswith("/hyperlink") if external else is_kept(inside)
        if not keep:
            tree.remove(element)
    if name == "_rels/.rels":
        etree.SubElement(tree, f"{_RELATIONS}Relationship", Id="rProperties", Type=_CORE_RELATION, Target=CORE)
    return tree


def _core(title: str, language: str) -> bytes:
    core, dc = (
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "http://purl.org/dc/elements/1.1/",
    )
    root = etree.Element(f"{{{core}}}coreProperties", nsmap={"cp": core, "dc": dc})
    etree.SubElement(root, f"{{{dc}}}title").text = title
    etree.SubElement(root, f"{{{dc}}}language").text = language
    return written(root)


def _in_language(styles: etree._Element, language: str) -> etree._Element:
    """Say the language where every paragraph takes it from."""
    properties = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    if properties is not None:
        found = properties.find(f"{W}lang")
        mark = etree.SubElement(properties, f"{W}lang") if found is None else found
        mark.set(f"{W}val", language)
    return styles
