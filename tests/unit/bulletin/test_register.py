"""BIP-5: the register of changes keeps the order of time, whatever is noted late or taken out."""

from czest.qms.bulletin.register import ChangeRegister
from czest.qms.bulletin.snapshot import Change
from czest.qms.bulletin.snapshot import Person
from hypothesis import given
from hypothesis import strategies as st


PATHS = ("dokumenty/PS-01/wydanie-1", "dokumenty/PS-01/wydanie-2", "dokumenty/PS-02/wydanie-1", "strony/redakcja")


def change(second):
    return Change(f"2026-11-30T10:00:{second:02}+00:00", Person("Anna", "Redaktor BIP"), "published", "1", 1)


def shown(register):
    return [(row.path, row.change.at) for row in register.newest(0, 100)]


@given(st.lists(st.tuples(st.sampled_from(PATHS), st.integers(0, 59)), max_size=20))
def test_bip_5_rows_stand_in_the_order_of_time(rows):
    register = ChangeRegister()
    for path, second in rows:
        register.append(path, change(second))
    times = [at for _path, at in shown(register)]
    assert times == sorted((change(second).at for _path, second in rows), reverse=True)
    for path in PATHS:
        of_path = [at for place, at in reversed(shown(register)) if place == path]
        assert [row.change.at for row in register.below(path)] == of_path


@given(st.lists(st.tuples(st.sampled_from(PATHS), st.integers(0, 59)), max_size=20), st.sampled_from(PATHS))
def test_rows_taken_out_leave_no_gap(rows, gone):
    register, without = ChangeRegister(), ChangeRegister()
    for path, second in rows:
        register.append(path, change(second))
        if path != gone:
            without.append(path, change(second))
    register.take_out(gone)
    assert shown(register) == shown(without)
    assert len(register) == len(without)
    assert [register.below(path) for path in PATHS] == [without.below(path) for path in PATHS]
