"""Checks of the input that need the site. Each returns ``(field, Message)`` pairs."""

from czest.qms import _
from czest.qms import clock
from czest.qms.classification.interfaces import IClassification
from czest.qms.documents.checks import check_distribution
from czest.qms.documents.checks import screen_file
from czest.qms.documents.files import ALLOWED_TYPES
from czest.qms.documents.interfaces import INumbering
from czest.qms.language.dates import long_date
from czest.qms.records.finding import records_container
from czest.qms.records.rules import case_signs
from czest.qms.records.rules.citations import CITATIONS
from czest.qms.records.rules.schedule import category_agrees
from czest.qms.records.rules.schedule import class_problem
from czest.qms.records.rules.symbols import is_record_symbol
import datetime
from zope.component import getUtility


#: No office of today made a record before; symbols of records have years from then on.
EARLIEST = datetime.date(1900, 1, 1)


def check_days(data):
    """A record is drawn up and its case is closed on days that have come (ARCH-4)."""
    today = clock.today()
    given = [(name, data[name]) for name in ("created_on", "closed_on") if data.get(name) is not None]
    too_early = _("Days before ${day} are not accepted.", mapping={"day": long_date(EARLIEST)})
    return [
        (name, _day_to_come(name, today) if day > today else too_early)
        for name, day in given
        if not EARLIEST <= day <= today
    ]


def _day_to_come(name, today):
    mapping = {"day": long_date(today), "article": CITATIONS["closed_in_future"]}
    if name == "closed_on":
        return _("The day has not come yet: today is ${day} (${article}).", mapping=mapping)
    return _("The day has not come yet: today is ${day}.", mapping=mapping)


#: What keeps a class from being put on a record, by the identifiers of ``rules.schedule``.
UNFIT = {
    "unknown_class": _("There is no JRWA class ${token} (${article})."),
    "class_not_valid": _("JRWA class ${token} was not in use on ${day} (${article})."),
    "not_end_class": _("JRWA class ${token} is no end class: choose one of those below it (${article})."),
}


def check_class(data):
    """The class is an end class, valid on the day of the record (ARCH-2)."""
    token = data.get("jrwa_class")
    day = data.get("closed_on") or data.get("created_on") or clock.today()
    if not token:
        return []
    problem = class_problem(getUtility(IClassification).versions("jrwa", token), day)
    if problem is None:
        return []
    mapping = {"token": token, "day": long_date(day), "article": CITATIONS[problem]}
    return [("jrwa_class", _(UNFIT[problem], mapping=mapping))]


def check_files(data):
    """Files are of an allowed type, sound, unlocked and not too large (SEC-3)."""
    return [error for file in data.get("files") or [] for error in screen_file("files", file, ALLOWED_TYPES)]


def check_symbol(symbol):
    """A symbol chosen by hand has the right form and was never used."""
    if not symbol:
        return []
    if not is_record_symbol(symbol):
        return [("symbol", _("A symbol looks like Z-PS04-2026/07: capital letters, digits, hyphens, a slash."))]
    if records_container().numbering.is_taken(symbol):
        return [("symbol", _("Symbol ${symbol} is taken.", mapping={"symbol": symbol}))]
    return []


def check_documents(data):
    """The procedure and the form are known by their symbols."""
    numbering = getUtility(INumbering)
    return [
        (name, _("There is no document ${symbol}.", mapping={"symbol": data[name]}))
        for name in ("procedure", "form")
        if data.get(name) and not numbering.is_taken(data[name])
    ]


def check_record(data):
    """Check everything that every record must obey."""
    return check_days(data) + check_files(data) + check_distribution(data) + check_symbol(data.get("symbol"))


#: What is unusual about a case sign, by the identifiers of ``rules.case_signs``.
UNUSUAL = {
    "form": _("“${sign}” does not look like a case sign, such as PJ.0142.3.2026."),
    "other_unit": _("The case sign ${sign} is of another unit than the record."),
    "other_class": _("The case sign ${sign} is of another JRWA class than the record."),
}


def warnings_about(record):
    """Return Messages about what is let in all the same: an unusual case sign (ARCH-1), another category (ARCH-3)."""
    found = case_signs.warnings_of(record.case_sign or "", record.owner_unit, record.jrwa_class)
    unusual = [_(UNUSUAL[code], mapping={"sign": record.case_sign}) for code in found]
    return [*unusual, *_unusual_category(record)]


def _unusual_category(record):
    versions = getUtility(IClassification).versions("jrwa", record.jrwa_class)
    if category_agrees(record.archival_category, versions, record.closed_on or record.created_on):
        return []
    mapping = {"category": record.archival_category, "token": record.jrwa_class}
    return [_("JRWA class ${token} has another archival category than ${category}.", mapping=mapping)]
