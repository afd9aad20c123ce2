"""Which of the files signed outside a person may see.

Who reads the content sees what belongs to it. A file attached to former content may show a draft that was never released:
only those who see the trail are shown it, and the authors.
"""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from czest.qms.outside_signatures.keeping import attached_to
from czest.qms.outside_signatures.keeping import is_of_present_content
from czest.qms.outside_signatures.keeping import report_of


VIEW_TRAIL = "czest.qms: View trail"


def sees_former(content):
    """Tell whether the current person may see what was attached to former content."""
    manager = getSecurityManager()
    is_author = manager.getUser().getId() in getattr(aq_base(content), "authors", ())
    return is_author or bool(manager.checkPermission(VIEW_TRAIL, content))


def readable(content):
    """Return what was attached to an edition or act and may be seen by the current person, oldest first.

    Whether the person may see the content itself is asked before.
    """
    entries = attached_to(content)
    if not entries or sees_former(content):
        return entries
    return tuple(entry for entry in entries if is_of_present_content(content, entry))


def readable_entry(content, entry_id):
    """Return what was attached under an id and may be seen by the current person, or None."""
    return next((entry for entry in readable(content) if entry["id"] == entry_id), None)


def summaries(content):
    """Return verdict and digest of everything attached that the person may see, oldest first, as plain values."""
    return [
        {
            "id": entry["id"],
            "verdict": report_of(entry)["verdict"],
            "bottom_line": report_of(entry)["bottom_line"],
            "sha256": report_of(entry)["sha256"],
            "is_of_present_content": is_of_present_content(content, entry),
            "is_source_file": entry["says_the_same"],
        }
        for entry in readable(content)
    ]
