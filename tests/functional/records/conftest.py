"""Records in an office, and the places at whose doors the tests knock."""

import datetime
import pytest
from support.knocking import clipboard
from support.knocking import VERBS
from support.office import file_named
from support.office import Office


CLOSED_ON = datetime.date(2026, 3, 4)


def make_places(portal):
    """Make a filed record with a file and a correction, and an open one, in one series."""
    office = Office(portal)
    values = {"title": "Protokół z kontroli", "jrwa_class": "0142"}
    filed = office.do(
        "pracownik", portal["zapisy"], "capture", closed_on=CLOSED_ON, files=[file_named("protokol.txt")], **values
    )
    office.do("pracownik", filed, "add-addendum", text="Data w pkt 2: 5 marca.", file=file_named("sprostowanie.txt"))
    office.do("pracownik", filed.series, "capture", **values)
    # WebDAV gives the site its first entity tag when it is asked for, which is no change of content.
    portal.http__etag()


@pytest.fixture
def site_begins_with(site_begins_with, request):
    return (*site_begins_with, make_places) if "places" in request.fixturenames else site_begins_with


@pytest.fixture
def places(office):
    """Return the words that fill the addresses of doors."""
    portal = office.portal
    records = portal["zapisy"]
    (series,) = records.objectValues()
    record, open_record = sorted(series.objectValues(), key=lambda record: record.closed_on is None)
    held = {"records": records, "series": series, "record": record, "open-record": open_record, "portal": portal}
    last = portal._p_jar.db().undoInfo(0, 1)
    undone = last[0]["id"].decode("latin-1").strip() if last else "AAAAAAAAAAE="
    return {
        **{
            f"{verb}-{name}": clipboard(number, content)
            for name, content in held.items()
            if name != "open-record"
            for number, verb in VERBS
        },
        **{
            f"{name}-path": "/" + "/".join(content.getPhysicalPath()[len(portal.getPhysicalPath()) :])
            for name, content in held.items()
        },
        **{name: content.absolute_url() for name, content in held.items()},
        "root": portal.aq_parent.absolute_url(),
        "portal-id": portal.getId(),
        "series-id": series.getId(),
        "record-id": record.getId(),
        "released": record.absolute_url(),
        "draft": open_record.absolute_url(),
        "uid-of-portal-child": records.UID(),
        "uid-of-records-child": series.UID(),
        "uid-of-series-child": record.UID(),
        "tid": undone,
        "undo": f"{undone} x",
    }
