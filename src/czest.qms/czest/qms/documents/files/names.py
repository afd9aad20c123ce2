"""Safety of the name of an uploaded file."""

from czest.qms.documents.files.findings import _
from czest.qms.documents.files.findings import Finding
import unicodedata


#: Longest name in characters; with Polish letters it still fits the 255 bytes of common file systems.
NAME_LIMIT = 120

#: Control characters, invisible format characters (among them those that turn the direction of
#: writing and hide the real extension), half characters and unassigned ones.
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})

_SEPARATORS = frozenset("/\\:")


def check_name(filename: str) -> list[Finding]:
    """Refuse a file name that is not a plain name.

    Parameters:
        filename: name as sent by the client.
    """
    if not filename.strip().strip("."):
        return [Finding("name-missing", _("The file has no name."))]
    if any(unicodedata.category(character) in _UNSAFE_CATEGORIES for character in filename):
        return [Finding("name-control", _("The name of the file contains control or invisible characters."))]
    if _SEPARATORS.intersection(filename):
        return [Finding("name-path", _("The name of the file contains parts of a path: \\ / or a colon."))]
    if filename.startswith(".") or filename != filename.strip():
        return [Finding("name-edge", _("The name of the file begins with a dot or is surrounded by spaces."))]
    if len(filename) > NAME_LIMIT:
        message = _("The name of the file is longer than ${limit} characters.")
        return [Finding("name-long", message, mapping={"limit": str(NAME_LIMIT)})]
    return []
