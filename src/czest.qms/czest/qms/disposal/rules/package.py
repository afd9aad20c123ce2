"""The archival package (paczka archiwalna): its folders, names and metadata (ARCH-10).

Folders and the twelve elements of the metadata are those of the regulation of the MSWiA of 30 October 2006 (§ 3 and 4:
niezbędne elementy struktury dokumentów elektronicznych). The schemas of the archives spell what is inside the elements
in several ways, so the files carry no namespace of theirs: names are plain, and the archive confirms what it accepts.
"""

from dataclasses import dataclass
from xml.etree import ElementTree


DOCUMENTS, METADATA, CASES = FOLDERS = ("dokumenty", "metadane", "sprawy")
MANIFEST = "manifest-sha256.txt"

#: Degree of openness → what the metadata say of access.
ACCESS = {
    "bip": "wszystko",
    "public_optional": "wszystko",
    "on_request": "metadane",
    "internal": "niedostępne",
}

#: Beginning of a media type → class of the document.
_CLASSES = {"image/": "Obraz", "audio/": "Dźwięk", "video/": "Obraz ruchomy"}


@dataclass(frozen=True)
class Document:
    """One document of the package with its twelve elements.

    Attributes:
        identifier: identyfikator, unique in the office.
        creators: twórca: pairs of function and name of body, post or person.
        title: tytuł.
        created_on: data: of the record, ISO text.
        closed_on: data: end of the case, ISO text or empty.
        media_type, size: format: media type and number of bytes.
        access: dostęp: one of the values of ``ACCESS``.
        kind: typ: what kind of document, in words.
        relations: relacja: pairs of type and identifier.
        jrwa_class, heading, case_sign: grupowanie: class and its heading, znak sprawy.
        category: kwalifikacja: archival category.
        description: opis, perhaps empty.
        digest: SHA-256 of the file, hexadecimal.
        language: język, ISO 639-2.
    """

    identifier: str
    creators: tuple
    title: str
    created_on: str
    closed_on: str
    media_type: str
    size: int
    access: str
    kind: str
    relations: tuple
    jrwa_class: str
    heading: str
    case_sign: str
    category: str
    description: str
    digest: str
    language: str = "pol"


def folder_of(number, symbol):
    """Return the name of the folder of a record: ``0007_Z-PS04-2026-07``.

    Parameters:
        number: of its row on the list.
        symbol: of the record.
    """
    return f"{number:04d}_{portable(symbol)}"


def portable(name):
    """Return a name that every file system takes: no separators, no characters that Windows refuses."""
    found = "".join("-" if character in '/\\:*?"<>|' or character < " " else character for character in name)
    return found.strip(" .") or "plik"


def unique(name, taken):
    """Return a name that is not among those ``taken``, which differ in more than case: ``raport (2).pdf``."""
    stem, dot, extension = name.rpartition(".")
    stem, extension = (stem, f".{extension}") if dot and stem else (name, "")
    known, found, number = {one.casefold() for one in taken}, name, 1
    while found.casefold() in known:
        number += 1
        found = f"{stem} ({number}){extension}"
    return found


def class_of(media_type):
    """Return the class of a document with a media type: ``Tekst``, ``Obraz``, ``Dźwięk`` or ``Obraz ruchomy``."""
    return next((word for beginning, word in _CLASSES.items() if media_type.startswith(beginning)), "Tekst")


def metadata(document):
    """Return the metadata of a ``Document`` as XML, bytes in UTF-8."""
    root = ElementTree.Element("dokument")
    _put(root, "identyfikator", typ="Symbol zapisu", wartosc=document.identifier)
    for function, name in document.creators:
        _put(root, "tworca", funkcja=function, podmiot=name)
    _put(root, "tytul", oryginalny=document.title)
    _put(root, "data", typ="stworzony", czas=document.created_on)
    if document.closed_on:
        _put(root, "data", typ="zakończenie sprawy", czas=document.closed_on)
    _put(root, "format", typ=document.media_type, wielkosc=str(document.size), sha256=document.digest)
    root.find("format/wielkosc").set("jednostka", "bajt")
    _put(root, "dostep", dostepnosc=document.access)
    _put(root, "typ", klasa=class_of(document.media_type), rodzaj=document.kind)
    for kind, identifier in document.relations:
        _put(root, "relacja", typ=kind, identyfikator=identifier)
    _put(root, "grupowanie", typ="JRWA", kod=document.jrwa_class, opis=document.heading)
    if document.case_sign:
        _put(root, "grupowanie", typ="Znak sprawy", kod=document.case_sign, opis=document.heading)
    _put(root, "kwalifikacja", kategoria=document.category)
    _put(root, "jezyk", kod=document.language)
    if document.description:
        ElementTree.SubElement(root, "opis").text = document.description
    return _bytes(root)


def case(sign, heading, jrwa_class, category, years, documents):
    """Return what is known of a case, or of a record without one, as XML.

    Parameters:
        sign: znak sprawy, or symbol of the record.
        heading, jrwa_class, category: of its class.
        years: pair of the first and the last year.
        documents: paths of its documents in the package.
    """
    root = ElementTree.Element("sprawa")
    _put(root, "grupowanie", typ="Znak sprawy", kod=sign, opis=heading)
    _put(root, "grupowanie", typ="JRWA", kod=jrwa_class, opis=heading)
    _put(root, "data", typ="daty skrajne", od=str(years[0]), do=str(years[1]))
    _put(root, "kwalifikacja", kategoria=category)
    listed = ElementTree.SubElement(root, "dokumenty")
    for path in documents:
        ElementTree.SubElement(listed, "plik").text = path
    return _bytes(root)


def manifest(digests):
    """Return the lines of the manifest, as ``sha256sum -c`` reads them.

    Parameters:
        digests: digest by path.
    """
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items())).encode()


def _put(root, name, **parts):
    element = ElementTree.SubElement(root, name)
    for part, text in parts.items():
        ElementTree.SubElement(element, part).text = text


def _bytes(root):
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
