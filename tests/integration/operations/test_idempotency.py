"""Answers kept for repeated requests."""

from czest.qms import clock
from czest.qms.operations.idempotency import Answer
from czest.qms.operations.idempotency import IdempotencyStore
import datetime


ANSWER = Answer(201, {"symbol": "PS-01"}, {"Location": "http://qms/PS-01"}, "/qms/PS-01")


def test_an_answer_is_found_as_it_was_kept():
    store = IdempotencyStore()
    store.keep("key", "digest", ANSWER)
    assert store.find("key") == ("digest", ANSWER)
    assert store.find("other") is None


def test_an_answer_kept_before_answers_had_headers_is_found():
    store = IdempotencyStore()
    store._answers["key"] = (clock.now(), "digest", 200, '{"state": "draft"}')
    assert store.find("key") == ("digest", Answer(200, {"state": "draft"}, {}, ""))


def test_answers_are_forgotten_after_seven_days():
    store = IdempotencyStore()
    day = datetime.date(2026, 11, 25)
    with clock.stopped_at(day):
        store.keep("key", "digest", ANSWER)
    with clock.stopped_at(day + datetime.timedelta(days=6)):
        assert store.prune() == 0
    with clock.stopped_at(day + datetime.timedelta(days=8)):
        assert store.prune() == 1
    assert store.find("key") is None
