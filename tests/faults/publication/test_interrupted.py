"""Publishing, archiving and withdrawing interrupted at any write: both sides agree afterwards (DESIGN §6)."""

from czest.qms import clock
from czest.qms.publication.reconciling import CHANGED
from czest.qms.publication.reconciling import UNKNOWN
from dataclasses import replace
import pytest
from support.crashing import BULLETIN
from support.crashing import FINISHED
from support.crashing import FINISHING
from support.crashing import in_child
from support.crashing import INTRANET
from support.crashing import refuse
from support.interrupted_office import ACTING
from support.interrupted_office import ACTS
from support.interrupted_office import picture
from support.interrupted_office import reconcile
from support.interrupted_office import settle


#: Further steps tried in the daily run, besides those around the making final of each transaction, and steps that fail.
DAILY, FAILING = 3, 3


_whole = {}


@pytest.fixture(params=ACTS)
def whole(request, ready, fresh):
    """An act, the pictures before and after it, and the steps that it takes when nothing interrupts it."""
    if request.param not in _whole:
        act, folder = ACTS[request.param], fresh()
        with clock.stopped_at(ACTING):
            ended = in_child(folder, act)
        assert (ended.killed, ended.error) == (False, "")
        before, after = picture(ready), picture(folder)
        assert before.inside != after.inside and before.public != after.public
        assert (after.differences, after.intents) == ([], 0)
        _whole[request.param] = act, before, after, ended.steps
    return _whole[request.param]


def final_inside(steps):
    """Return how many transactions of the intranet are final once the common one is."""
    public = steps.index((BULLETIN, FINISHING))
    return steps[:public].count((INTRANET, FINISHED))


def chosen(steps, sampled):
    """Return the ordinals of the steps to try: those around every end of a transaction, and some or all of the rest."""
    ends = [place for place, (_folder, step) in enumerate(steps) if step in (FINISHING, FINISHED)]
    rest = [place for place in range(len(steps)) if place not in ends]
    return sorted([*ends, *sampled(rest, DAILY)])


def test_the_intranet_is_final_first(whole):
    _act, _before, _after, steps = whole
    public = steps.index((BULLETIN, FINISHING))
    assert steps[public - 1] == (INTRANET, FINISHED)
    assert steps.count((BULLETIN, FINISHING)) == 1


def test_killed_at_any_write(whole, fresh, sampled):
    act, before, after, steps = whole
    for place in chosen(steps, sampled):
        folder = fresh()
        with clock.stopped_at(ACTING):
            taken = in_child(folder, act, place).steps
        decided = taken.count((INTRANET, FINISHED)) >= final_inside(steps)
        # Nothing is public, not even for a moment, without its row.
        assert not {UNKNOWN, CHANGED} & set(picture(folder).differences), (place, taken[-1])
        mend, look = (settle, reconcile) if place % 2 else (reconcile, settle)
        mend(folder)
        assert picture(folder) == (after if decided else before), (place, taken[-1])
        assert not look(folder)


def test_a_write_that_fails_leaves_both_sides_untouched(whole, fresh, sampled):
    act, before, _after, steps = whole
    last = steps.index((BULLETIN, FINISHING)) - 2
    writes = [place for place in range(last) if steps[place][1] != FINISHED]
    for place in sampled(writes, FAILING):
        folder = fresh()
        with clock.stopped_at(ACTING):
            ended = in_child(folder, act, place, refuse)
        assert "no space left" in ended.error, (place, steps[place])
        assert replace(picture(folder), intents=0) == before, (place, steps[place])
        settle(folder)
        assert picture(folder) == before, (place, steps[place])
