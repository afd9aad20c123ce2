"""A hold that was taken away or changed behind the operations is named by the verification."""

from czest.qms import clock
from czest.qms.operations import gate
from czest.qms.records.hold_verification import verify_holds_of_series
from czest.qms.records.verification import verify_records
import datetime
import pytest


LATER = datetime.date(2026, 11, 30) + datetime.timedelta(days=400)


@pytest.fixture
def record(office, portal, hand_in):
    """A record with holds that were set, extended, lifted, and taken out of a common decision."""
    record = hand_in()
    office.do("archiwista", record, "hold", reason="Pierwsze", until=LATER)
    office.do("archiwista", record, "extend-hold", reason="Dłużej")
    office.do("archiwista", portal["zapisy"], "hold-found", reason="Drugie", until=LATER, records=[record.symbol])
    hand_in("Inny")
    office.do("archiwista", portal["zapisy"], "hold-found", reason="Trzecie", until=LATER, year=2015)
    alone = record.holds[2]["id"]
    office.do("archiwista", record, "extend-hold", reason="Tylko ten", hold=alone, until=None)
    office.do("archiwista", record, "lift-hold", reason="Po drugim", hold=record.holds[1]["id"])
    office.do("archiwista", record.series, "hold", reason="Cała seria", until=LATER)
    return record


def broken():
    return [symbol for symbol, _seq, _message in (*verify_records(), *verify_holds_of_series())]


def test_what_was_decided_is_whole(record):
    assert broken() == []


@pytest.mark.parametrize("change", ["gone", "shortened", "lifted"])
@pytest.mark.parametrize("of_series", [False, True])
def test_a_hold_that_is_not_the_one_decided_is_named(record, change, of_series):
    content = record.series if of_series else record
    first, *others = content.holds
    changed = {
        "gone": (),
        "shortened": ({**first, "until": clock.today()},),
        "lifted": ({**first, "lifted": clock.today()},),
    }
    with gate.opened("hold"):
        content.holds = (*changed[change], *others)
    assert broken() == [content.symbol]
