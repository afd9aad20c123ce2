"""Which signatures stand."""

from czest.qms.documents.views.reading.rules.signatures import short_digest
from czest.qms.documents.views.reading.rules.signatures import stage
from czest.qms.documents.views.reading.rules.signatures import standing


def signature(login, act="review", void=False):
    return {"login": login, "act": act, "void": void}


def test_void_signatures_and_other_kinds_do_not_count():
    kept = signature("radca")
    given = [signature("radca", void=True), kept, signature("sekretarz", "approve")]
    assert standing(given, "review") == [kept]


def test_a_stage_in_the_order_of_the_route():
    signed = signature("radca")
    assert stage(["naczelnik", "radca"], [signed], "review") == [("naczelnik", None), ("radca", signed)]


def test_short_digest():
    assert short_digest("c2d081e75a3b" + "0" * 48 + "40f6") == "c2d0 81e7 5a3b … 40f6"
