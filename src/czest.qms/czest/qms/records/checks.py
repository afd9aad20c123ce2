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
from czest.qms.records.rules.symbols import is_record_symbol
from zope.component import getUtility


def check_days(data):
    """A record is drawn up and its case is closed on days that have come (ARCH-4)."""
    today = clock.today()
    return [
        (name, _("The day has not come yet: today is ${day}.", mapping={"day": long_date(today)}))
        for name in ("created_on", "closed_on")
        if data.get(name) is not None and data[name] > today
    ]


def check_class(data):
    """The class is an end class, valid on the day of the record (ARCH-2)."""
    token = data.get("jrwa_class")
    day = data.get("closed_on") or data.get("created_on") or clock.today()
    if token and not getUtility(IClassification).usable("jrwa", token, day):
        mapping = {"token": token, "day": long_date(day)}
        return [
            (
                "jrwa_class",
                _(
                    "JRWA class ${token} was no end class in use on ${day} (§ 3 of the regulation of 20 October 2015).",
                    mapping=mapping,
                ),
            )
        ]
    return []


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
    """Return Messages about what is let in all the same: a case sign of another form, unit or class (ARCH-1)."""
    found = case_signs.warnings_of(record.case_sign or "", record.owner_unit, record.jrwa_class)
    return [_(UNUSUAL[code], mapping={"sign": record.case_sign}) for code in found]
