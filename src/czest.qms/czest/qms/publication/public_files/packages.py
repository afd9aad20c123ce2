"""Writing ZIP packages whose bytes depend on nothing but their parts."""

from io import BytesIO
from lxml import etree
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile
from zipfile import ZipInfo


#: The earliest moment a ZIP can tell; the day on which a file was made says nothing to the public.
_NO_DAY = (1980, 1, 1, 0, 0, 0)


def package(parts: dict[str, bytes], stored: frozenset[str] = frozenset()) -> bytes:
    """Return a package.

    Parameters:
        parts: name → bytes, in the order in which they shall stand.
        stored: names of parts that are not compressed.
    """
    output = BytesIO()
    with ZipFile(output, "w") as archive:
        for name, data in parts.items():
            entry = ZipInfo(name, _NO_DAY)
            entry.compress_type = ZIP_STORED if name in stored else ZIP_DEFLATED
            archive.writestr(entry, data)
    return output.getvalue()


def written(tree: etree._Element) -> bytes:
    """Return the XML of a part."""
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
