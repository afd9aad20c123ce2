"""Checks of PDF files (BIP-8: nothing protected against printing and copying)."""

from czest.qms.documents.files.findings import _
from czest.qms.documents.files.findings import BROKEN
from czest.qms.documents.files.findings import Finding
from czest.qms.documents.files.findings import MISMATCH
from czest.qms.documents.files.findings import PASSWORD
from io import BytesIO
import pikepdf


#: Readers accept a header anywhere in this many first bytes.
HEADER_AREA = 1024

LOCKED = Finding(
    "locked", _("The file is protected against copying or printing. The law does not allow it: save it unprotected.")
)


def check_pdf(data: bytes) -> list[Finding]:
    """Check that a PDF opens without a password, has pages and may be copied and printed.

    Parameters:
        data: bytes of the file.
    """
    if b"%PDF-" not in data[:HEADER_AREA]:
        return [MISMATCH]
    try:
        with pikepdf.open(BytesIO(data)) as document:
            pages = len(document.pages)
            allowed = document.allow
    except pikepdf.PasswordError:
        return [PASSWORD]
    except Exception:  # Damaged files make the library raise errors of many kinds, some undocumented.
        return [BROKEN]
    if not pages:
        return [BROKEN]
    if not (allowed.extract and allowed.print_highres):
        return [LOCKED]
    return []
