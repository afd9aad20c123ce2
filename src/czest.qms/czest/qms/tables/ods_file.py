"""A table as an OpenDocument spreadsheet (ODF 1.3), written row by row.

The document is never whole in memory: its fixed parts are a page, and the long one flows into the package as the rows come.
There is no time and no name of a program in it, so the same table gives the same bytes.
"""

from czest.qms.tables.ods_content import write_content
from czest.qms.tables.ods_parts import manifest
from czest.qms.tables.ods_parts import MEDIA_TYPE
from czest.qms.tables.ods_parts import meta
from czest.qms.tables.ods_parts import styles
import zipfile


#: The earliest time that a ZIP archive can tell.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE_FILE = 0o100644 << 16


def write(table, file):
    """Write the spreadsheet: title, lines, the table with a head repeated on every printed page, lines.

    Parameters:
        table: a Table.
        file: binary file open for writing.

    Raises:
        ValueError, TypeError: see ``Table.records``.
    """
    with zipfile.ZipFile(file, "w") as package:
        # Part 2 of ODF 1.3, section 3.3: first in the package, and not compressed.
        package.writestr(_member("mimetype", zipfile.ZIP_STORED), MEDIA_TYPE)
        package.writestr(_member("META-INF/manifest.xml"), manifest())
        package.writestr(_member("meta.xml"), meta(table))
        package.writestr(_member("styles.xml"), styles(table))
        with package.open(_member("content.xml"), "w", force_zip64=True) as content:
            write_content(table, content)


def _member(name, compression=zipfile.ZIP_DEFLATED):
    member = zipfile.ZipInfo(name, _NO_TIME)
    member.compress_type = compression
    member.create_system = _UNIX
    member.external_attr = _READABLE_FILE
    return member
