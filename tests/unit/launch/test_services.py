from launch.failure import Failure
from launch.services import wait_until
import pytest


class Running:
    def require_running(self):
        pass


class Ended:
    def require_running(self):
        raise Failure("It has ended.")


def test_waits_until_it_answers():
    answers = iter([False, False, True])
    slept = []
    wait_until(lambda: next(answers), [Running()], 10, "Never.", sleep=slept.append, clock=lambda: 0)
    assert len(slept) == 2


def test_gives_up_in_the_end():
    moments = iter([0, 5, 11])
    with pytest.raises(Failure, match="Never"):
        wait_until(lambda: False, [Running()], 10, "Never.", sleep=lambda _seconds: None, clock=lambda: next(moments))


def test_does_not_wait_for_what_has_ended():
    with pytest.raises(Failure, match="It has ended"):
        wait_until(lambda: False, [Ended()], 10, "Never.", sleep=lambda _seconds: None, clock=lambda: 0)
