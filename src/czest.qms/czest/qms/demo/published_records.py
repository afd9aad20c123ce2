"""Records of the demonstration in its bulletin: whole, or by a redacted copy, each asked for and decided on its day."""

from czest.qms.demo.bulletin import at
from czest.qms.demo.bulletin import DECIDED_AT
from czest.qms.demo.bulletin import EDITOR
from czest.qms.demo.bulletin import OFFICER
from czest.qms.demo.bulletin import REQUESTED_AT
from czest.qms.demo.forms import MEDIA_TYPE
from czest.qms.demo.forms import open_document
from czest.qms.demo.library import do
from czest.qms.demo.reading import data_of
from czest.qms.demo.reading import text_of
from czest.qms.demo.records import FOLDER
from czest.qms.publication.rules.checklist import QUESTIONS
import datetime
from plone.namedfile.file import NamedBlobFile


LAST_DAY = datetime.date(2031, 12, 31)


def publish_records(container, accounts):
    """Publish the records that the demonstration has planned for the bulletin.

    Parameters:
        container: the container of series, filled.
        accounts: ``{login: {"fullname": …, "password": …, "post": …}}``.
    """
    known = {record.symbol: record for series in container.objectValues() for record in series.objectValues()}
    for symbol, plan in data_of("published-records.json").items():
        publish_record(known[symbol], plan, accounts)


def publish_record(record, plan, accounts):
    """Lead one record to the bulletin."""
    day = datetime.date.fromisoformat(plan["day"])
    with at(day, REQUESTED_AT, days_before=1):
        do(OFFICER, record, "request-publication", **request_of(record, plan, accounts))
    with at(day, DECIDED_AT):
        password = accounts[EDITOR]["password"]
        do(EDITOR, record, "publish", password=password, checklist=dict.fromkeys(QUESTIONS, False))


def request_of(record, plan, accounts):
    """Return the input of the request for publication."""
    found = {
        "produced_on": record.created_on,
        "responsible_name": accounts[OFFICER]["fullname"],
        "responsible_post": accounts[OFFICER]["post"],
        "bip_until": LAST_DAY,
    }
    if "redacted" not in plan:
        return found
    original = record.files[0].filename
    file = NamedBlobFile(redacted_file(original, record.title, plan["redacted"]), MEDIA_TYPE, f"jawny-{original}")
    return {**found, "redacted_file": file, "redacted_from": original, "exclusions": plan["exclusions"]}


def redacted_file(original, title, omissions):
    """Return the bytes of a copy of a file of a record, with other words in the place of those that stay inside.

    Parameters:
        original: name of the file.
        title: of the record.
        omissions: ``{text: what stands in its place}``.

    Raises:
        ValueError: when a text to be left out is not in the file.
    """
    source = text_of(f"{FOLDER}/{original.removesuffix('.odt')}.html")
    for text, instead in omissions.items():
        if text not in source:
            raise ValueError(text)
        source = source.replace(text, instead)
    return open_document(title, source)
