"""Those who may perform operations, as operations and the workflow manager name them.

- ``AUTHOR``: whoever wrote it: the authors of an edition, whoever handed a record in, the registrar of a document that
  has no edition yet.
- ``OWNER``: those of the unit that owns it whose post makes them authors, and its head.
- ``AUTHOR_BY_POST``: everybody whose post makes him an author.
- ``REVIEWER``, ``APPROVER``: who is asked in a stage of this edition's route, and their deputies.
- ``ASKED_NEXT``: who is asked in the stage that runs after the operation.
- ``ASKED``: units and posts asked for agreement.
- ``REQUESTER``: whoever asked for the publication.
- ``STAFF``: all who read the object; ``UNIT_STAFF``: those of the unit that keeps the record or series.
- ``SCHEDULER``: nobody; a job or another operation does it.
"""

from czest.qms import _


AUTHOR = "author"
OWNER = "owner"
AUTHOR_BY_POST = "author_by_post"
REVIEWER = "reviewer"
APPROVER = "approver"
ASKED_NEXT = "asked_next"
ASKED = "asked"
OFFICER = "officer"
BIP_EDITOR = "bip_editor"
REQUESTER = "requester"
ARCHIVIST = "archivist"
AUDITOR = "auditor"
STAFF = "staff"
UNIT_STAFF = "unit_staff"
SITE_ADMINISTRATOR = "site_administrator"
SCHEDULER = "scheduler"

#: Word → what people call those whom it names.
TITLES = {
    AUTHOR: _("author"),
    OWNER: _("authors and head of the unit that owns it"),
    AUTHOR_BY_POST: _("authors by post"),
    REVIEWER: _("those who check by the route"),
    APPROVER: _("those who approve by the route"),
    ASKED_NEXT: _("those whose turn it is on the route"),
    ASKED: _("those asked for agreement"),
    OFFICER: _("quality officer"),
    BIP_EDITOR: _("BIP editor"),
    REQUESTER: _("whoever asked for it"),
    ARCHIVIST: _("archivist"),
    AUDITOR: _("auditor"),
    STAFF: _("all staff"),
    UNIT_STAFF: _("staff of the unit"),
    SITE_ADMINISTRATOR: _("administrator"),
    SCHEDULER: _("by itself"),
}
