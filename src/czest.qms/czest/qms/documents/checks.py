"""Checks of the input that need the site: units, people, symbols, files. Each returns ``(field, Message)`` pairs."""

from czest.qms import _
from czest.qms import clock
from czest.qms.classification.interfaces import IClassification
from czest.qms.documents.files import ALLOWED_TYPES
from czest.qms.documents.files import screen
from czest.qms.documents.files import SOURCE_TYPES
from czest.qms.documents.files.findings import REFUSE
from czest.qms.documents.interfaces import INumbering
from czest.qms.documents.rules.access import EVERYBODY
from czest.qms.documents.settings import upload_limit
from czest.qms.operations.errors import InvalidInput
from czest.qms.organisation.interfaces import IDirectory
from zope.component import getUtility


def raise_all(errors):
    """Raise InvalidInput when there is any error."""
    if errors:
        raise InvalidInput(_("Not done: some of the data is wrong."), errors)


def check_control_data(data):
    """Check what a schema cannot know about control data."""
    return check_distribution(data) + check_related(data)


def check_distribution(data):
    """Every token of the distribution list is a unit, or ``all``."""
    known = {EVERYBODY, *(unit.symbol for unit in getUtility(IDirectory).units())}
    unknown = [token for token in data.get("distribution") or [] if token not in known]
    return [("distribution", _("There is no unit ${unit}.", mapping={"unit": token})) for token in unknown]


def check_related(data):
    """Every related document is known by its symbol."""
    numbering = getUtility(INumbering)
    unknown = [symbol for symbol in data.get("related_documents") or [] if not numbering.is_taken(symbol)]
    return [
        ("related_documents", _("There is no document ${symbol}.", mapping={"symbol": symbol})) for symbol in unknown
    ]


def check_jrwa(data):
    """The JRWA class is an end class that is valid today (ARCH-2)."""
    token = data.get("jrwa_class")
    if token and not getUtility(IClassification).usable("jrwa", token, clock.today()):
        return [("jrwa_class", _("There is no JRWA class ${token} in use today.", mapping={"token": token}))]
    return []


def check_effective_from(data, today):
    """The day of coming into force is not past."""
    day = data.get("effective_from")
    if day is not None and day < today:
        return [("effective_from", _("The day is past: the earliest is ${day}.", mapping={"day": today.isoformat()}))]
    return []


def check_files(data):
    """Files are of an allowed type (KRI annex 2), sound, unlocked (BIP-8) and not too large (SEC-3)."""
    errors = []
    source = data.get("source_file")
    if source is not None:
        errors += screen_file("source_file", source, SOURCE_TYPES)
    for attachment in data.get("attachments") or []:
        errors += screen_file("attachments", attachment, ALLOWED_TYPES)
    return errors


def screen_file(field, named_file, types):
    """Return the reasons to refuse one file."""
    return [
        (field, _(finding.message, mapping=dict(finding.mapping)))
        for finding in findings_about(named_file, types)
        if finding.severity == REFUSE
    ]


def findings_about(named_file, types):
    """Return what the screening says about one file."""
    return screen(named_file.filename or "", named_file.contentType, named_file.data, upload_limit(), types)


def check_people(data, authors):
    """Reviewers and approvers are entitled by their posts today, and none of them is an author (SIG-5)."""
    errors = []
    for field, entitlement in (("reviewers", "reviewer"), ("approvers", "approver")):
        errors += check_entitled(field, data.get(field) or [], entitlement)
        errors += [
            (field, _("${login} is an author of this edition.", mapping={"login": login}))
            for login in data.get(field) or []
            if login in authors
        ]
    return errors


def check_entitled(field, logins, entitlement):
    """Everybody named holds a post with this entitlement today."""
    directory = getUtility(IDirectory)
    return [
        (field, _("${login} holds no post entitled to this.", mapping={"login": login}))
        for login in logins
        if not directory.is_entitled(login, entitlement)
    ]
