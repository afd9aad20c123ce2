"""DOCX: tracked changes, comments, hidden text, what it fetches, and what its properties tell."""

from collections.abc import Iterator
from czest.qms.documents.files.archives import Archive
from czest.qms.publication.rules.personal import Office
from czest.qms.publication.rules.reports import FileReport
from czest.qms.publication.screening.office_parts import embedded_kind
from czest.qms.publication.screening.office_parts import is_kept
from czest.qms.publication.screening.packages import foreign_of
from czest.qms.publication.screening.packages import HostileXml
from czest.qms.publication.screening.packages import parsed
from czest.qms.publication.screening.packages import part
from czest.qms.publication.screening.passages import traits_of
from czest.qms.publication.screening.pictures import metadata_of
from czest.qms.publication.screening.pictures import opened
from lxml import etree
import re


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"

_CHANGES = frozenset(
    f"{W}{name}"
    for name in [
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "trPrChange",
        "tcPrChange",
        "tblGridChange",
        "tblPrExChange",
        "numberingChange",
        "cellIns",
        "cellDel",
        "cellMerge",
    ]
)
_COMMENT_MARKS = frozenset(f"{W}{name}" for name in ("commentReference", "commentRangeStart", "comment"))
_FETCHING_FIELDS = re.compile(r"\b(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT|DATABASE|MACROBUTTON)\b", re.I)
_FETCHING_ELEMENTS = frozenset(f"{W}{name}" for name in ("altChunk", "subDoc", "object", "control"))
_FALSE = frozenset({"0", "false", "off"})

#: Parts of the XML that a reader sees, and how a place in them is called.
_PLACES = (
    (re.compile(r"word/document\.xml"), "text"),
    (re.compile(r"word/(?:header|footer)\d*\.xml"), "headers"),
    (re.compile(r"word/(?:footnotes|endnotes)\.xml"), "notes"),
    (re.compile(r"word/styles\.xml"), "styles"),
)

_PROPERTIES = {
    "creator": "author",
    "lastModifiedBy": "last-author",
    "subject": "subject",
    "keywords": "keywords",
    "description": "description",
    "category": "keywords",
    "contentStatus": "description",
    "created": "dates",
    "modified": "dates",
    "lastPrinted": "dates",
    "revision": "history",
    "Company": "company",
    "Manager": "manager",
    "Template": "template",
    "TotalTime": "history",
    "HyperlinkBase": "path",
    "Application": "program",
}


def report(data: bytes, office: Office) -> FileReport:
    """Report on a DOCX that passed the checks on upload."""
    archive = Archive(data)
    foreign = foreign_of(data, archive)
    embedded = {embedded_kind(name) for name in archive.names} - {""}
    try:
        trees = parsed_parts(archive)
    except HostileXml:
        return FileReport(foreign=foreign, active=("doctype",), has_text=True)
    placed = [(place, trees[name]) for name in trees for shape, place in _PLACES if shape.fullmatch(name)]
    passages = {place: "\n".join(text_of(tree) for where, tree in placed if where == place) for place, _ in placed}
    links = "\n".join(_targets(trees))
    return FileReport(
        foreign=foreign,
        embedded=tuple(sorted(embedded)),
        active=tuple(sorted(_active(trees))),
        has_text=any(text.strip() for text in passages.values()),
        title=bool(_title(trees)),
        language=_language(trees),
        tracked_changes=sum(1 for _, tree in placed for each in tree.iter() if each.tag in _CHANGES),
        comments=sum(1 for tree in trees.values() for each in tree.iter() if each.tag in _COMMENT_MARKS),
        hidden=tuple(dict.fromkeys(place for place, tree in placed if _hides(tree))),
        metadata=tuple(sorted(properties_of(archive, trees))),
        **traits_of({**passages, "structure": "\n".join([links, *_descriptions(trees)])}, office),
    )


def parsed_parts(archive: Archive) -> dict[str, etree._Element]:
    """Return all parts that are XML.

    Raises:
        HostileXml, ValueError: as for ``packages.parsed``.
    """
    return {name: parsed(part(archive, name)) for name in sorted(archive.names) if name.endswith((".xml", ".rels"))}


def text_of(tree: etree._Element) -> str:
    """Return all text of a part, deleted and hidden text too, a line for every paragraph."""
    pieces = []
    for element in tree.iter():
        if element.tag in (f"{W}p", f"{W}br", f"{W}tc", f"{W}cr"):
            pieces.append("\n")
        elif element.tag == f"{W}tab":
            pieces.append("\t")
        elif element.tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif element.text and etree.QName(element).localname in ("t", "delText", "instrText"):
            pieces.append(element.text)
    return "".join(pieces)


def _hides(tree: etree._Element) -> bool:
    """Tell whether runs or the styles they use say that they are not shown."""
    return any(
        each.get(f"{W}val", "1").lower() not in _FALSE
        for name in ("vanish", "specVanish")
        for each in tree.iter(f"{W}{name}")
    )


def _active(trees: dict[str, etree._Element]) -> Iterator[str]:
    found = set()
    for name, tree in trees.items():
        if name.endswith(".rels"):
            external = [each for each in tree if each.get("TargetMode") == "External"]
            # A template is left out of the public file with the settings of the program.
            if any(not each.get("Type", "").endswith(("/hyperlink", "/attachedTemplate")) for each in external):
                found.add("external")
        elif is_kept(name):
            if _FETCHING_FIELDS.search(_fields(tree)):
                found.add("external")
            if any(each.tag in _FETCHING_ELEMENTS for each in tree.iter()):
                found.add("external")
    return iter(found)


def _fields(tree: etree._Element) -> str:
    """Return what the fields of a part say, a line each: one field may stand in many runs."""
    pieces = []
    for element in tree.iter(f"{W}fldChar", f"{W}fldSimple", f"{W}instrText"):
        pieces.append((element.text or "") if element.tag == f"{W}instrText" else f"\n{element.get(f'{W}instr', '')}\n")
    return "".join(pieces)


def _targets(trees: dict[str, etree._Element]) -> Iterator[str]:
    for name, tree in trees.items():
        if name.startswith("word/") and name.endswith(".rels"):
            yield from (each.get("Target", "") for each in tree if each.get("TargetMode") == "External")


def _descriptions(trees: dict[str, etree._Element]) -> Iterator[str]:
    """Yield what describes pictures and names bookmarks."""
    for name, tree in trees.items():
        if is_kept(name):
            for element in tree.iter():
                local = etree.QName(element).localname
                if local in ("docPr", "cNvPr", "bookmarkStart", "alias", "tag", "tblCaption", "tblDescription"):
                    yield from (value for key, value in element.attrib.items() if not key.endswith("id"))


def _title(trees: dict[str, etree._Element]) -> str:
    core = trees.get("docProps/core.xml")
    return "" if core is None else (core.findtext(f"{_DC}title") or "").strip()


def _language(trees: dict[str, etree._Element]) -> str:
    styles = trees.get("word/styles.xml")
    found = None if styles is None else styles.find(f"{W}docDefaults//{W}lang")
    return "" if found is None else found.get(f"{W}val", "")[:20]


def properties_of(archive: Archive, trees: dict[str, etree._Element]) -> set[str]:
    """Return the ids of what the package tells beside its text."""
    found = set()
    for name in ("docProps/core.xml", "docProps/app.xml"):
        for element in trees.get(name, ()):
            kind = _PROPERTIES.get(etree.QName(element).localname)
            if kind and (element.text or "").strip():
                found.add(kind)
    if "docProps/custom.xml" in trees or any(name.startswith("customXml/") for name in archive.names):
        found.add("custom")
    if any(name.startswith("docProps/thumbnail") for name in archive.names):
        found.add("thumbnail")
    settings = trees.get("word/settings.xml")
    if settings is not None and settings.find(f"{W}rsids") is not None:
        found.add("revision-ids")
    if settings is not None and settings.find(f"{W}attachedTemplate") is not None:
        found.add("template")
    for name in archive.names:
        if is_kept(name) and name.startswith("word/media/"):
            found |= set(metadata_of(opened(part(archive, name)))[0])
    return found
