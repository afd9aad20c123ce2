"""Records that carry canaries: some written in a batch, some handed in, corrected and led to and around publication."""

from czest.qms.documents.making import make
from czest.qms.operations import gate
import datetime
from plone import api
from plone.namedfile.file import NamedBlobFile
from support.separation.performing import performed
from support.separation.published import ALL_NO
from support.separation.published import EXCLUSION
from support.separation.published import named


OFFICER, EDITOR = "pelnomocnik", "redaktor-bip"
CLOSED_ON = datetime.date(2026, 3, 4)
#: Records written in a batch, and those that go through operations.
WRITTEN, OPERATED = 36, 4
SERIES = "Z-ROZ"


def series_of(portal, canaries):
    """Return the series of the records that are never public; made when it is not there yet."""
    records = portal["zapisy"]
    if SERIES not in records:
        _do(
            records,
            "make-series",
            title=canaries.word("title of the series"),
            owner_unit="OR",
            jrwa_class="0142",
            symbol=SERIES,
            record_form="nonconformity",
            openness="bip",
            openness_basis="udip-6-1-4-a",
        )
    return records[SERIES]


def uids(canaries):
    """Return the UIDs of the records that are written in a batch, whether they are there yet or not."""
    return [canaries.uid(f"uid of record {number}") for number in range(WRITTEN)]


def write(portal, canaries):
    """Write records, as a batch does."""
    series = series_of(portal, canaries)
    with gate.opened("capture"):
        for number, uid in enumerate(uids(canaries)):
            make(series, "Record", canaries.word(f"address of record {number}"), _record(canaries, number, uid))


def _record(canaries, number, uid):
    word = lambda place: canaries.word(f"{place} of record {number}")  # noqa: E731 (short for what it is)
    author = word("login of the author")
    addendum = {
        "number": 1,
        "time": "2026-03-05T08:00:00+00:00",
        "login": word("login of the corrector"),
        "name": word("name of the corrector"),
        "post": word("post of the corrector"),
        "text": word("text of the correction"),
        "file": _file(word("file of the correction"), word("name of the file of the correction")),
    }
    hold = {
        "id": "1",
        "reason": word("reason of the hold"),
        "requested_by": word("who asked for the hold"),
        "who": author,
        "who_post": "",
        "since": CLOSED_ON,
        "until": None,
        "lifted": None,
        "lifted_by": "",
        "lifted_reason": "",
    }
    return {
        "_plone.uuid": uid,
        "symbol": word("symbol").upper(),
        "title": word("title"),
        "evidence_of": word("what it proves"),
        "case_sign": word("case sign"),
        "procedure": word("procedure"),
        "author": author,
        "author_name": word("name of the author"),
        "author_post": word("post of the author"),
        "creators": (author,),
        "created_on": CLOSED_ON,
        "closed_on": CLOSED_ON,
        "openness": "bip",
        "owner_unit": "OR",
        "jrwa_class": "0142",
        "archival_category": "B5",
        "files": [_file(word("file"), word("name of the file"))],
        "typed": {"finding": word("finding"), "requirement": word("requirement")},
        "addenda": (addendum,),
        "holds": (hold,),
        "digest": "0" * 64,
        "searchable_text": word("text for the search"),
    }


def _file(text, name):
    return NamedBlobFile(text.encode(), "text/plain", f"{name}.txt")


def hand_in(portal, canaries, number):
    """Hand a record in and correct it; nobody asks for its publication."""
    word = lambda place: canaries.word(f"{place} of record {number}")  # noqa: E731
    record = _captured(series_of(portal, canaries), word, title=word("title"), evidence_of=word("what it proves"))
    _corrected(record, word)


def published(portal, canaries, passwords):
    """Publish a record by a redacted file; whatever else it holds stays inside."""
    word = lambda place: canaries.word(f"{place} of Z-JAW-2026/A")  # noqa: E731
    records = portal["zapisy"]
    series = _do(
        records,
        "make-series",
        title=word("title of the series"),
        owner_unit="OR",
        jrwa_class="0142",
        symbol="Z-JAW",
        record_form="nonconformity",
        openness="bip",
        openness_basis="udip-6-1-4-a",
    )
    record = _captured(
        series, word, title="Karta niezgodności druku", evidence_of="Druk poprawiono.", symbol="Z-JAW-2026/A"
    )
    _corrected(record, word)
    redacted = named("jawna.txt", "Karta [wyłączono: dane osoby]".encode(), "text/plain")
    names = [record.files[0].filename]
    _ask(record, public_files=names, redacted_file=redacted, redacted_from=names[0], exclusions=[EXCLUSION])
    with api.env.adopt_user(username=EDITOR):
        performed(record, "publish", password=passwords[EDITOR], checklist=ALL_NO)


def asked_for(portal, canaries, _passwords):
    """Ask for the publication of a record; nobody has decided."""
    word = lambda place: canaries.word(f"{place} of Z-JAW-2026/B")  # noqa: E731
    series = portal["zapisy"]["Z-JAW"]
    record = _captured(series, word, title=word("title"), evidence_of=word("what it proves"), symbol="Z-JAW-2026/B")
    _ask(record, summary=word("summary that was asked for"))


def _captured(series, word, **values):
    file = _file(word("text of the original"), word("name of the original"))
    fields = {"source": "audit", "found_on": CLOSED_ON, "requirement": word("requirement"), "finding": word("finding")}
    case = {"case_sign": word("case sign"), "closed_on": CLOSED_ON, "files": [file]}
    return _do(series, "capture", **case, **fields, **values)


def _corrected(record, word):
    file = _file(word("file of the correction"), word("name of the file of the correction"))
    _do(record, "add-addendum", text=word("text of the correction"), file=file)


def _ask(record, **values):
    person = {"responsible_name": "Anna Przykładowa", "responsible_post": "Pełnomocnik ds. SZJ"}
    days = {"produced_on": CLOSED_ON, "bip_until": datetime.date(2099, 12, 31)}
    _do(record, "request-publication", **person, **days, **values)


def _do(content, operation_id, **data):
    with api.env.adopt_user(username=OFFICER):
        return performed(content, operation_id, **data)
