"""Legal acts of the demonstration: recorded with their signed texts; those that enact bring their editions into force."""

from czest.qms import clock
from czest.qms.demo.library import do
from czest.qms.demo.library import OFFICER
from czest.qms.demo.reading import data_of
from czest.qms.demo.reading import text_of
import datetime
from plone.namedfile.file import NamedBlobFile


def record_past_acts(acts):
    """Record the acts whose editions were taken over.

    Parameters:
        acts: the empty container of acts.
    """
    for data in data_of("acts.json"):
        if not data["enacts"]:
            record(acts, data)


def enact_all(acts, library):
    """Record the acts that bring open editions into force, and let them do it.

    Parameters:
        acts: the container of acts.
        library: the library with its documents.
    """
    for data in data_of("acts.json"):
        if data["enacts"]:
            enact(acts, library, data)


def enact(acts, library, data):
    """Record an act on its date, and on the day that it says bring the open editions of its documents into force."""
    with clock.stopped_at(day_of(data, "date")):
        act = record(acts, data)
    with clock.stopped_at(day_of(data, "effective_from")):
        editions = [library[symbol].open_edition().UID() for symbol in data["enacts"]]
        do(OFFICER, act, "enact", editions=editions)


def record(acts, data):
    """Record an act and return it."""
    name = f"{data['number']}.txt"
    return do(
        OFFICER,
        acts,
        "record-act",
        **{field: data[field] for field in ("number", "title", "basis", "repeals", "amends")},
        date=day_of(data, "date"),
        effective_from=day_of(data, "effective_from"),
        signed_file=NamedBlobFile(text_of(name).encode(), "text/plain", f"zarzadzenie-{name}"),
    )


def day_of(data, field):
    """Return a date of an act."""
    return datetime.date.fromisoformat(data[field])
