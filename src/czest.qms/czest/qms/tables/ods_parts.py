"""The small parts of a spreadsheet's package, and the names of ODF."""

from czest.qms.tables.table import writable
from lxml import etree
from lxml.builder import ElementMaker


MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
VERSION = "1.3"

#: Name of the page on which a sheet is printed.
PAGE = "Default"

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = {
    "office": f"{_OASIS}:office:1.0",
    "table": f"{_OASIS}:table:1.0",
    "text": f"{_OASIS}:text:1.0",
    "style": f"{_OASIS}:style:1.0",
    "number": f"{_OASIS}:datastyle:1.0",
    "meta": f"{_OASIS}:meta:1.0",
    "manifest": f"{_OASIS}:manifest:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def name(prefixed):
    """Return the name that lxml knows for ``table:table-cell``."""
    prefix, local = prefixed.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(prefixed, *children, **attributes):
    """Return an element; an attribute ``style__name`` is ``style:name``, underscores being hyphens."""
    named = {}
    for key, value in attributes.items():
        prefix, local = key.split("__")
        named[f"{{{NAMESPACES[prefix]}}}{local.replace('_', '-')}"] = value
    prefix, local = prefixed.split(":")
    return ElementMaker(namespace=NAMESPACES[prefix], nsmap=NAMESPACES)(local, *children, **named)


def manifest():
    """Return META-INF/manifest.xml as bytes."""
    media_types = {"/": MEDIA_TYPE, "content.xml": "text/xml", "styles.xml": "text/xml", "meta.xml": "text/xml"}
    entries = [
        element("manifest:file-entry", manifest__full_path=path, manifest__media_type=media_type)
        for path, media_type in media_types.items()
    ]
    return _part(element("manifest:manifest", *entries, manifest__version=VERSION))


def meta(table):
    """Return meta.xml as bytes: title, language and the day of the table."""
    facts = [element("dc:title", writable(table.title)), element("dc:language", table.language)]
    if table.day:
        facts.append(element("dc:date", f"{table.day.isoformat()}T00:00:00"))
    return _part(element("office:document-meta", element("office:meta", *facts), office__version=VERSION))


def styles(table):
    """Return styles.xml as bytes: the language of the words, and A4 across with the number of the page."""
    language, _hyphen, country = table.language.partition("-")
    words = element(
        "style:text-properties",
        fo__language=language,
        fo__country=country.upper() or ("PL" if language == "pl" else "none"),
        fo__font_size="10pt",
    )
    page = element(
        "style:page-layout",
        element(
            "style:page-layout-properties",
            fo__page_width="297mm",
            fo__page_height="210mm",
            style__print_orientation="landscape",
            fo__margin="15mm",
            # As wide as one page, as many pages long as it takes.
            style__scale_to_X="1",
        ),
        element("style:footer-style", element("style:header-footer-properties", fo__min_height="8mm")),
        style__name="A4-across",
    )
    number = element("text:p", element("text:page-number", "1"), " / ", element("text:page-count", "1"))
    return _part(
        element(
            "office:document-styles",
            element("office:styles", element("style:default-style", words, style__family="table-cell")),
            element("office:automatic-styles", page),
            element(
                "office:master-styles",
                element(
                    "style:master-page",
                    element("style:footer", number),
                    style__name=PAGE,
                    style__page_layout_name="A4-across",
                ),
            ),
            office__version=VERSION,
        )
    )


def _part(root):
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
