"""ODT: tracked changes, comments, hidden text, what it fetches, and what its properties tell."""

from czest.qms.documents.files.archives import Archive
from czest.qms.publication.rules.personal import Office
from czest.qms.publication.rules.reports import FileReport
from czest.qms.publication.screening.packages import foreign_of
from czest.qms.publication.screening.packages import HostileXml
from czest.qms.publication.screening.packages import parsed
from czest.qms.publication.screening.packages import part
from czest.qms.publication.screening.passages import traits_of
from czest.qms.publication.screening.pictures import metadata_of
from czest.qms.publication.screening.pictures import opened
from lxml import etree
import re


_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{{{_BASE}text:1.0}}"
OFFICE = f"{{{_BASE}office:1.0}}"
STYLE = f"{{{_BASE}style:1.0}}"
FO = f"{{{_BASE}xsl-fo-compatible:1.0}}"
META = f"{{{_BASE}meta:1.0}}"
_FORM = f"{{{_BASE}form:1.0}}"
_DRAW = f"{{{_BASE}drawing:1.0}}"
_SVG = f"{{{_BASE}svg-compatible:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XLINK = "{http://www.w3.org/1999/xlink}"
EXTENDED = "{http://openoffice.org/2009/office}"

#: XML parts of the document; the public file is made of these and of pictures.
XML_PARTS = ("content.xml", "styles.xml")
_PICTURE = re.compile(r"Pictures/[\w.-]{1,100}\.(?:png|jpe?g)", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"mimetype|meta\.xml|settings\.xml|manifest\.rdf|layout-cache|META-INF/manifest\.xml|Thumbnails/.*"
    r"|Configurations2/.*|Fonts/.*|[\w/]+/"
)

_LINES = frozenset(f"{TEXT}{name}" for name in ("p", "h", "line-break", "list-item"))
_SPACES = {f"{TEXT}s": " ", f"{TEXT}tab": "\t"}
_HIDDEN = frozenset(f"{TEXT}{name}" for name in ("hidden-text", "hidden-paragraph"))
_PROGRAMS = frozenset({f"{OFFICE}script", f"{OFFICE}event-listeners", f"{TEXT}script", f"{TEXT}execute-macro"})
_FETCHING = frozenset(
    {f"{TEXT}section-source", f"{TEXT}dde-connection-decl", f"{OFFICE}dde-source", f"{TEXT}database-display"}
)
#: A reader follows them, and nothing is fetched before.
_LINKS = frozenset({f"{TEXT}a", f"{_DRAW}a"})
_OBJECTS = frozenset(f"{_DRAW}{name}" for name in ("object", "object-ole", "applet", "plugin", "floating-frame"))
_PROPERTIES = {
    f"{META}initial-creator": "author",
    f"{_DC}creator": "last-author",
    f"{META}printed-by": "last-author",
    f"{_DC}subject": "subject",
    f"{_DC}description": "description",
    f"{META}keyword": "keywords",
    f"{META}generator": "program",
    f"{META}creation-date": "dates",
    f"{_DC}date": "dates",
    f"{META}print-date": "dates",
    f"{META}editing-cycles": "history",
    f"{META}editing-duration": "history",
    f"{META}template": "template",
    f"{META}user-defined": "custom",
}


def is_picture(name: str) -> bool:
    """Tell whether a part is a picture that can be made anew."""
    return _PICTURE.fullmatch(name) is not None


def report(data: bytes, office: Office) -> FileReport:
    """Report on an ODT that passed the checks on upload."""
    archive = Archive(data)
    foreign = foreign_of(data, archive)
    try:
        trees = parsed_parts(archive)
        parsed(part(archive, "META-INF/manifest.xml"))
    except HostileXml:
        return FileReport(foreign=foreign, active=("doctype",), has_text=True)
    shown = {place: trees[name] for name, place in zip(XML_PARTS, ("text", "headers"), strict=True) if name in trees}
    passages = {place: text_of(tree) for place, tree in shown.items()}
    everything = [element for tree in shown.values() for element in tree.iter()]
    return FileReport(
        foreign=foreign,
        embedded=tuple(sorted(_embedded(archive, everything))),
        active=tuple(sorted(_active(everything))),
        has_text=bool(passages["text"].strip()),
        title=bool((_meta(trees, f"{_DC}title")).strip()),
        language=_language(trees),
        tracked_changes=sum(1 for each in everything if each.tag == f"{TEXT}changed-region"),
        comments=sum(1 for each in everything if each.tag == f"{OFFICE}annotation"),
        hidden=tuple(place for place, tree in shown.items() if _hides(tree)),
        metadata=tuple(sorted(properties_of(archive, trees))),
        **traits_of({**passages, "structure": "\n".join(_descriptions(everything))}, office),
    )


def parsed_parts(archive: Archive) -> dict[str, etree._Element]:
    """Return the XML parts of the document.

    Raises:
        HostileXml, ValueError: as for ``packages.parsed``.
    """
    return {name: parsed(part(archive, name)) for name in (*XML_PARTS, "meta.xml") if name in archive.names}


def text_of(tree: etree._Element) -> str:
    """Return all text of a part, deleted and hidden text too, a line for every paragraph."""
    pieces = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            pieces.append("\n" if element.tag in _LINES else _SPACES.get(element.tag, ""))
            pieces.append(element.text or "")
        else:
            pieces.append(element.tail or "")
    return "".join(pieces)


def _hides(tree: etree._Element) -> bool:
    for element in tree.iter():
        if element.tag in _HIDDEN or element.get(f"{TEXT}display") in ("none", "condition"):
            return True
        # Of a style it says that text in it is not shown; of a field that its value is not.
        if element.tag == f"{STYLE}text-properties" and element.get(f"{TEXT}display") == "none":
            return True
    return False


def _embedded(archive: Archive, everything: list[etree._Element]) -> set[str]:
    found = {"objects"} if any(each.tag in _OBJECTS for each in everything) else set()
    for name in archive.names:
        if name in XML_PARTS or is_picture(name) or _LEFT_OUT.fullmatch(name):
            continue
        found.add(
            "pictures" if name.startswith("Pictures/") else "objects" if name.startswith("Object") else "unknown-parts"
        )
    return found


def _active(everything: list[etree._Element]) -> set[str]:
    found = set()
    for element in everything:
        if element.tag in _PROGRAMS:
            found.add("events")
        elif element.tag in _FETCHING or (element.tag not in _LINKS and _leads_out(element)):
            found.add("external")
        elif element.tag.startswith(_FORM) and (element.get(f"{_FORM}current-value") or element.get(f"{_FORM}value")):
            found.add("form-data")
    return found


def _leads_out(element: etree._Element) -> bool:
    """Tell whether something is taken from outside of the package, or from a part that is no picture."""
    target = element.get(f"{_XLINK}href", "")
    return bool(target) and not target.removeprefix("./").startswith(("Pictures/", "#"))


def _descriptions(everything: list[etree._Element]) -> list[str]:
    names = (f"{_XLINK}href", f"{_DRAW}name", f"{TEXT}name", f"{OFFICE}title", f"{OFFICE}target-frame-name")
    texts = [value for element in everything for name in names if (value := element.get(name))]
    return texts + [each.text or "" for each in everything if each.tag in (f"{_SVG}title", f"{_SVG}desc")]


def _meta(trees: dict[str, etree._Element], name: str) -> str:
    meta = trees.get("meta.xml")
    return "" if meta is None else (meta.findtext(f".//{name}") or "")


def _language(trees: dict[str, etree._Element]) -> str:
    styles = trees.get("styles.xml")
    if styles is not None:
        for properties in styles.iterfind(f".//{STYLE}default-style/{STYLE}text-properties"):
            language = properties.get(f"{FO}language", "")
            if language and language != "none":
                return language[:20]
    return _meta(trees, f"{_DC}language")[:20]


def properties_of(archive: Archive, trees: dict[str, etree._Element]) -> set[str]:
    """Return the ids of what the package tells beside its text."""
    found = set()
    for element in trees["meta.xml"].iter() if "meta.xml" in trees else ():
        kind = _PROPERTIES.get(element.tag)
        if kind and ((element.text or "").strip() or kind == "template"):
            found.add(kind)
    if any(name.startswith("Thumbnails/") for name in archive.names):
        found.add("thumbnail")
    if "settings.xml" in archive.names:
        found.add("settings")
    if any(
        key.startswith(EXTENDED) and key.endswith("rsid")
        for tree in trees.values()
        for each in tree.iter()
        for key in each.attrib
    ):
        found.add("revision-ids")
    for name in archive.names:
        if is_picture(name):
            found |= set(metadata_of(opened(part(archive, name)))[0])
    return found
