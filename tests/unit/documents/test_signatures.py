"""Which signatures stand."""

from czest.qms.documents.rules.digests import short_digest
from czest.qms.documents.rules.signatures import standing


def signature(login, act="review", void=False, digest="d"):
    return {"login": login, "act": act, "void": void, "digest": digest}


def test_void_signatures_and_other_kinds_do_not_count():
    kept = signature("radca")
    given = [
        signature("radca", void=True),
        kept,
        signature("sekretarz", "approve"),
        signature("radca", digest="of another content"),
    ]
    assert standing(given, "review", "d") == [kept]


def test_short_digest():
    assert short_digest("7f3a91c25be046d8" + "0" * 40 + "c19e03fa") == "7f3a 91c2 5be0 46d8 … c19e 03fa"
