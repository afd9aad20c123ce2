"""Those who may perform operations, as operations and the workflow manager name them."""

from czest.qms import _


AUTHOR = "author"
REVIEWER = "reviewer"
APPROVER = "approver"
OFFICER = "officer"
BIP_EDITOR = "bip_editor"
ARCHIVIST = "archivist"
AUDITOR = "auditor"
STAFF = "staff"
UNIT_STAFF = "unit_staff"
SITE_ADMINISTRATOR = "site_administrator"
SCHEDULER = "scheduler"

#: Word → what people call those whom it names.
TITLES = {
    AUTHOR: _("author"),
    REVIEWER: _("those who check by the route"),
    APPROVER: _("those who approve by the route"),
    OFFICER: _("quality officer"),
    BIP_EDITOR: _("BIP editor"),
    ARCHIVIST: _("archivist"),
    AUDITOR: _("auditor"),
    STAFF: _("all staff"),
    UNIT_STAFF: _("staff of the unit"),
    SITE_ADMINISTRATOR: _("administrator"),
    SCHEDULER: _("by itself"),
}
