"""Who reads the remarks of an edition, and where their passages are in its present text."""

from AccessControl import getSecurityManager
from czest.qms import _
from czest.qms.documents.content import state_of
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.documents.snapshots import raw_text
from czest.qms.documents.views.reading.text import shown_text
from czest.qms.operations.errors import NotPermitted
from czest.qms.remarks.keeping import threads_of
from czest.qms.remarks.rules import threads as rules
from czest.qms.remarks.rules.anchors import locate
from czest.qms.remarks.rules.passages import passages_of
from functools import lru_cache


AUDITOR_ROLE = "Auditor"
PERMISSION = "czest.qms: Add remark"
SAVE_PERMISSION = "czest.qms: Save edition"

passages_of_html = lru_cache(maxsize=64)(passages_of)


def may_read_remarks(edition):
    """Tell whether the current person reads the remarks of an edition; readers never do."""
    manager = getSecurityManager()
    user = manager.getUser()
    return rules.may_read(
        state_of(edition),
        reads_edition=bool(manager.checkPermission("View", edition)),
        is_author=user.getId() in edition.authors,
        is_officer=bool(manager.checkPermission(OFFICER_PERMISSION, edition)),
        is_auditor=AUDITOR_ROLE in user.getRolesInContext(edition),
    )


def may_discuss(edition, user):
    """Tell whether a person takes part: in review by the workflow, in a draft whoever writes it, and the officer.

    Parameters:
        user: of acl_users, or a member.
    """
    permissions = (SAVE_PERMISSION, OFFICER_PERMISSION) if state_of(edition) == rules.DRAFT else (PERMISSION,)
    return any(user.has_permission(permission, edition) for permission in permissions)


def readable_threads(edition):
    """Return the threads of an edition that the current person may read.

    Raises:
        NotPermitted: not this person; whether there are any is not told.
    """
    if not may_read_remarks(edition):
        raise NotPermitted(_("Remarks are read by those who work on the edition only."))
    return threads_of(edition)


def passages(edition):
    """Return the text of an edition as its page shows it, with its paragraphs."""
    return passages_of_html(shown_text(raw_text(edition)).html)


def found_in(edition, thread):
    """Return what became of the passage of a thread in the present text."""
    return locate(thread.anchor, passages(edition).text)
