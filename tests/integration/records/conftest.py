"""An office that keeps records."""

from czest.qms import clock
import datetime
from functools import partial
import pytest
from support.office import file_named


TODAY = datetime.date(2026, 11, 30)
CLOSED_ON = datetime.date(2026, 3, 4)


@pytest.fixture
def records(portal):
    return portal["zapisy"]


@pytest.fixture
def capture(office, records):
    """Return a function that hands in a record of class 2110 (B5) as somebody, to the office."""

    def capture(login="pracownik", **data):
        values = {"title": "Protokół z kontroli", "jrwa_class": "2110", **data}
        return office.do(login, records, "capture", **values)

    return capture


@pytest.fixture
def make_series(office, records):
    """Return a function that opens a series of unit OR as the quality officer."""
    values = {"title": "Protokoły", "owner_unit": "OR", "jrwa_class": "2110"}
    return partial(lambda **data: office.do("pelnomocnik", records, "make-series", **{**values, **data}))


@pytest.fixture
def put(office):
    """Return a function that hands in a record to a series as somebody."""

    def put(series, login="pracownik", **data):
        return office.do(login, series, "capture", **{"title": "Protokół z kontroli", **data})

    return put


@pytest.fixture
def filed(capture):
    """A filed record with a file."""
    return capture(closed_on=CLOSED_ON, files=[file_named("protokol.txt")])


@pytest.fixture(autouse=True)
def stopped_clock():
    """Let it be one day for all of a test."""
    with clock.stopped_at(TODAY):
        yield


@pytest.fixture
def hand_in(office, portal):
    """Return a function that hands in a record, filed unless ``closed_on`` is None."""

    def hand_in(title="Protokół", login="pracownik", jrwa_class="0142", **data):
        values = {
            "closed_on": datetime.date(2015, 6, 30),
            "archival_category": "B5",
            "files": [file_named("a.txt")],
            **data,
        }
        return office.do(login, portal["zapisy"], "capture", title=title, jrwa_class=jrwa_class, **values)

    return hand_in
