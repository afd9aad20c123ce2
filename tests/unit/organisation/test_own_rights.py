"""Nobody gives rights to himself."""

from czest.qms.organisation.rules.checks import own_rights_problems
from czest.qms.organisation.rules.model import Post
from czest.qms.organisation.rules.model import Tenure
from czest.qms.organisation.rules.model import Unit
from czest.qms.organisation.rules.organisation import Organisation
from dataclasses import replace
import datetime
import pytest


START, END = datetime.date(2020, 1, 1), datetime.date(2026, 12, 31)
POST = Post("autor", "Autor", "OR", False, frozenset({"author"}))
TENURE = Tenure(1, "jan", "autor", START, END)
ORGANISATION = Organisation([Unit("OR", "Wydział", None)], [POST], [TENURE], [])


def gained(record, actor="jan"):
    return bool(own_rights_problems(ORGANISATION, actor, record))


@pytest.mark.parametrize(
    "tenure",
    [
        Tenure(2, "jan", "autor", START, None),
        replace(TENURE, until=None),
        replace(TENURE, until=datetime.date(2027, 1, 1)),
        replace(TENURE, start=datetime.date(2019, 1, 1)),
    ],
)
def test_an_own_appointment_is_refused(tenure):
    assert gained(tenure)
    assert not gained(tenure, actor="anna")
    assert not gained(tenure, actor="")


def test_one_may_end_ones_own_appointment():
    assert not gained(replace(TENURE, until=datetime.date(2026, 11, 30)))
    endless = Organisation([], [POST], [replace(TENURE, until=None)], [])
    assert own_rights_problems(endless, "jan", TENURE) == []


@pytest.mark.parametrize(
    "post",
    [
        replace(POST, entitlements=frozenset({"author", "approver"})),
        replace(POST, head=True),
        replace(POST, unit="IT"),
    ],
)
def test_more_rights_for_an_own_post_are_refused(post):
    assert gained(post)
    assert not gained(post, actor="anna")


def test_an_own_post_may_be_renamed_or_lose_rights():
    assert not gained(replace(POST, title="Starszy autor"))
    assert not gained(replace(POST, entitlements=frozenset()))


def test_a_unit_gives_nobody_a_post():
    assert not gained(Unit("IT", "Informatyka", None))
