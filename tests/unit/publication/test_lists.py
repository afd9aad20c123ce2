"""The orders in which the ledger is looked at."""

from czest.qms import clock
from czest.qms.publication.ledger import Ledger
from czest.qms.publication.rules import cases
import datetime
import pytest


START = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)


@pytest.fixture
def ledger():
    return Ledger()


def ask(ledger, day=0, symbol="PS-01", login="autor", until="2031-12-31"):
    """Ask for a publication so many days after the start, and return the case."""
    moment = START + datetime.timedelta(days=day)
    with clock.stopped_at(moment):
        request = {"requested_by": login, "requested_at": moment.isoformat(), "bip_until": until}
        return ledger.open_case("0" * 32, symbol=symbol, number="1", authors=("autor",), request=request)


def move(ledger, case, *states, day=1):
    with clock.stopped_at(START + datetime.timedelta(days=day)):
        for state in states:
            ledger.move(case, state)


def test_requests_stand_by_their_day_and_are_left_out_for_those_who_may_not_decide(ledger):
    first, second = ask(ledger, day=2), ask(ledger, day=1, login="redaktor-bip")
    assert ledger.lists.due(cases.REQUESTED) == [second.id, first.id]
    assert ledger.lists.undecided("redaktor-bip") == [first.id]
    assert ledger.lists.undecided("autor") == []
    move(ledger, first, cases.REFUSED)
    assert ledger.lists.undecided("redaktor-bip") == []


def test_entries_are_found_by_their_last_day_whatever_became_of_them(ledger):
    near, far, endless = ask(ledger, until="2026-04-01"), ask(ledger, symbol="PS-02"), ask(ledger, until="")
    for case in (near, far, endless):
        move(ledger, case, cases.PUBLISHED)
    move(ledger, near, cases.ARCHIVED)
    found = ledger.lists.due(cases.PUBLISHED, cases.ARCHIVED, since="2026-03-02", until="2026-04-01")
    assert found == [near.id]
    assert ledger.lists.due(cases.PUBLISHED, cases.ARCHIVED) == [near.id, far.id, endless.id]


def test_what_changed_last_comes_first_and_old_changes_are_left_out(ledger):
    old, new, withdrawn = ask(ledger), ask(ledger, symbol="PS-02"), ask(ledger, symbol="PS-03")
    move(ledger, old, cases.REFUSED, day=1)
    move(ledger, new, cases.REFUSED, day=40)
    move(ledger, withdrawn, cases.PUBLISHED, cases.WITHDRAWN, day=41)
    since = (START + datetime.timedelta(days=20)).date().isoformat()
    assert ledger.lists.latest({cases.REFUSED}, since) == [new.id]
    assert ledger.lists.latest({cases.REFUSED, cases.WITHDRAWN}, "") == [withdrawn.id, new.id, old.id]


def test_an_archived_entry_waits_for_a_newer_one(ledger):
    old = ask(ledger)
    move(ledger, old, cases.PUBLISHED, cases.ARCHIVED)
    assert ledger.lists.unreplaced() == [old.id]
    newer = ask(ledger, day=2)
    assert ledger.lists.is_unreplaced(old)
    move(ledger, newer, cases.PUBLISHED)
    assert ledger.lists.unreplaced() == []


@pytest.mark.parametrize("end", ["withdrawn", "settled"])
def test_or_until_it_is_withdrawn_or_settled(ledger, end):
    case = ask(ledger)
    move(ledger, case, cases.PUBLISHED, cases.ARCHIVED)
    if end == "withdrawn":
        move(ledger, case, cases.WITHDRAWN)
    else:
        ledger.lists.settle(case)
    assert not ledger.lists.is_unreplaced(case)


@pytest.mark.parametrize("end", [(cases.WITHDRAWN,), (cases.ARCHIVED,), None])
def test_a_corrected_record_waits_until_its_entry_is_replaced_withdrawn_or_settled(ledger, end):
    case = ask(ledger, symbol="Z-PS03-2026/01")
    move(ledger, case, cases.PUBLISHED)
    assert ledger.lists.corrected() == [] and not ledger.lists.is_corrected(case)
    ledger.lists.note_correction(case)
    assert ledger.lists.corrected() == [case.id] and ledger.lists.is_corrected(case)
    if end is None:
        ledger.lists.settle_correction(case)
    else:
        move(ledger, case, *end, day=2)
    assert ledger.lists.corrected() == []


def test_everybody_finds_his_own_requests_newest_first(ledger):
    first, other, last = ask(ledger), ask(ledger, login="autor2"), ask(ledger, day=1)
    assert ledger.lists.asked_by("autor") == [last.id, first.id]
    assert ledger.lists.asked_by("autor2") == [other.id]
    assert ledger.lists.asked_by("nikt") == []
