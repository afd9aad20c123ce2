"""Words of the public pages: states, acts and changes in the city's style, sizes, times of the register."""

from czest.qms import _
from czest.qms.bulletin.snapshot import ARCHIVED
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.bulletin.snapshot import WITHDRAWN
from czest.qms.clock import OFFICE_ZONE
from czest.qms.language.dates import hour
from czest.qms.language.dates import long_date
from czest.qms.language.dates import moment_of
from czest.qms.language.typography import set_text
import datetime
from pathlib import PurePosixPath
from zope.i18nmessageid import Message


_KILOBYTE = 1000

#: What an act did to the document, in the order of the page.
RELATIONS = {
    "introduced": _("Brought in by:"),
    "amended": _("Amended by:"),
    "repealed": _("Repealed by:"),
}

#: Acts of the register of changes, each with and without the number of an edition.
ACTS = {
    "published": (_("Edition ${number} published."), _("Published.")),
    "republished": (_("Edition ${number} published again."), _("Published again.")),
    "archived": (_("Edition ${number} moved to archived versions."), _("Moved to archived versions.")),
    "withdrawn": (_("Publication of edition ${number} withdrawn."), _("Publication withdrawn.")),
    "edited": (_("Text of the page changed."), _("Text of the page changed.")),
}

#: Icon and colour of the plate of each state.
LOOKS = {
    PUBLISHED: ("check-circle-fill", "force"),
    ARCHIVED: ("clock-history", "past"),
    WITHDRAWN: ("slash-circle-fill", "void"),
}

WORDS = {
    PUBLISHED: _("Published"),
    ARCHIVED: _("Archived version – not in force"),
    WITHDRAWN: _("Withdrawn"),
}
#: A record is evidence and was never in force.
WORDS_OF_RECORD = {**WORDS, ARCHIVED: _("Archived version")}


def day(text):
    """Return a stored day ``YYYY-MM-DD`` as ``1 kwietnia 2026 r.``, which does not break; of nothing, nothing."""
    return together(long_date(datetime.date.fromisoformat(text))) if text else ""


def moment(text):
    """Return a stored time as ``1 kwietnia 2026 r., godz. 8.00`` in the office."""
    at = moment_of(text)
    return together(f"{long_date(at)}, {hour(at)}")


def second(text):
    """Return a stored time as registers write it, ``2026-04-01 08:00:07``, in the office."""
    return moment_of(text).astimezone(OFFICE_ZONE).strftime("%Y-%m-%d %H:%M:%S")


def local_time(text):
    """Return a stored time with its offset in the office, ``2026-04-01T08:00:07+02:00``, for programs."""
    return moment_of(text).astimezone(OFFICE_ZONE).isoformat(timespec="seconds")


def together(text):
    """Return a text that does not break at its spaces."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def set_line(text):
    """Return a line of plain text with the no-break spaces that Polish typography wants."""
    # Brackets of HTML would be read as elements; a title may hold them as characters.
    return text if "<" in text else set_text(text)


def word(state, is_record=False):
    """Return the word of a state, a Message."""
    return (WORDS_OF_RECORD if is_record else WORDS)[state]


def plate(state, in_force_from="", published_at="", is_record=False):
    """Return the words of the plate of an entry: no state without its date where the date is known."""
    if state == PUBLISHED and in_force_from:
        return _("In force since ${since}", mapping={"since": day(in_force_from)})
    if state == PUBLISHED and published_at:
        return _("Published on ${date}", mapping={"date": together(long_date(moment_of(published_at)))})
    return word(state, is_record)


def act(change):
    """Return what a row of the register says was done, as a Message."""
    with_number, without = ACTS[change.act]
    if change.number and "${number}" in with_number:
        return Message(with_number, mapping={"number": change.number})
    return without


def relation(found):
    """Return one act as the city's bulletin writes it: *zarządzeniem nr k.3.2026 z dnia 16 marca 2026 r.*"""
    if found.date:
        return _("order No. ${number} of ${date}", mapping={"number": found.number, "date": day(found.date)})
    return _("order No. ${number}", mapping={"number": found.number})


def size(octets):
    """Return a size with its unit: ``184 kB``, ``1,2 MB``."""
    if octets < _KILOBYTE:
        return together(f"{octets} B")
    if octets < _KILOBYTE**2:
        # Rounded up, so that no file is shown as smaller than it is.
        return together(f"{-(-octets // _KILOBYTE)} kB")
    return together(f"{octets / _KILOBYTE**2:.1f} MB".replace(".", ","))


def file_format(name):
    """Return the format of a file for people: ``PDF``."""
    return PurePosixPath(name).suffix.removeprefix(".").upper()


def person(found):
    """Return a person of the metryczka: the post, then the name (RODO-2: no name without its post)."""
    return f"{found.post}, {found.name}" if found.name and found.name != found.post else found.post
