"""Records of the demonstration: handed in, opened up, filed, corrected and held, each step on its day."""

from czest.qms import clock
from czest.qms.demo.forms import form_file
from czest.qms.demo.forms import MEDIA_TYPE
from czest.qms.demo.library import OFFICER
from czest.qms.demo.reading import text_of
from czest.qms.operations.base import operation_named
from czest.qms.operations.input import read_json
from czest.qms.operations.performing import perform
import datetime
from plone import api
from plone.namedfile.file import NamedBlobFile
from zope.globalrequest import getRequest


#: Folder of the files of records in ``content/``.
FOLDER = "zapisy"

#: Keys of a record in the data that are no fields of it.
STEPS = ("series", "by", "at", "typed", "files", "opening", "filing", "addenda")

#: Ending of a file that is not made here but taken as it is → its type.
TEXT_TYPES = {"txt": "text/plain", "csv": "text/csv"}


def do_at(moment, login, content, operation_id, plain, **values):
    """Perform an operation as a person of the demonstration on its day, and return what was changed or made.

    Parameters:
        moment: ``YYYY-MM-DD``, or ``YYYY-MM-DD HH:MM`` in the office.
        plain: fields of the operation as JSON has them.
        values: further fields, as they are.
    """
    with stopped_at(moment), api.env.adopt_user(username=login):
        operation = operation_named(content, getRequest(), operation_id)
        given = read_json(operation.schema, plain, content, getRequest())
        return perform(operation, {**given, **values}).changed


def stopped_at(moment):
    """Stop the clock at a moment of the data."""
    if " " not in moment:
        return clock.stopped_at(datetime.date.fromisoformat(moment))
    return clock.stopped_at(datetime.datetime.fromisoformat(moment).replace(tzinfo=clock.OFFICE_ZONE))


def fill_records(container, data):
    """Make series and records, and return the records by their case signs.

    Parameters:
        container: the empty container of series.
        data: ``records.json``.
    """
    for series in data["series"]:
        fields = {name: value for name, value in series.items() if name != "opened"}
        do_at(series["opened"], OFFICER, container, "make-series", fields)
    return {each["case_sign"]: make_record(container[each["series"]], each) for each in data["records"]}


def make_record(series, data):
    """Hand a record in, lead it to where it stands, and return it."""
    fields = {name: value for name, value in data.items() if name not in STEPS}
    files = [file_of(name, data["title"]) for name in data.get("files", ())]
    record = do_at(data["at"], data["by"], series, "capture", {**fields, **data.get("typed", {})}, files=files)
    if "opening" in data:
        do_step(record, "save", OFFICER, data["opening"])
    if "filing" in data:
        do_step(record, "file", data["by"], data["filing"])
    for addendum in data.get("addenda", ()):
        do_step(record, "add-addendum", data["by"], addendum)
    return record


def do_step(content, operation_id, login, step, **values):
    """Perform the operation of a step of the data and return what was changed.

    Parameters:
        step: dict with ``at`` and the fields of the operation.
    """
    fields = {name: value for name, value in step.items() if name != "at"}
    return do_at(step["at"], login, content, operation_id, fields, **values)


def file_of(name, title):
    """Return a file of a record: an ODT is made from its text, others are taken as they are."""
    path, ending = f"{FOLDER}/{name}", name.rpartition(".")[2]
    if ending in TEXT_TYPES:
        return NamedBlobFile(text_of(path).encode(), TEXT_TYPES[ending], name)
    return NamedBlobFile(form_file(path, title), MEDIA_TYPE, name)


def hold(container, known, data):
    """Hold the disposal of records, several of them by one decision.

    Parameters:
        container: the container of series.
        known: records by their case signs.
        data: the hold.
    """
    step = {name: value for name, value in data.items() if name not in ("by", "records")}
    records = [known[sign] for sign in data["records"]]
    if len(records) == 1:
        do_step(records[0], "hold", data["by"], step)
    else:
        do_step(container, "hold-found", data["by"], step, records=[record.symbol for record in records])
