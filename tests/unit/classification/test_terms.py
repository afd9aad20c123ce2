"""Terms and their days."""

from czest.qms.classification.rules.schemes import Choosable
from czest.qms.classification.rules.schemes import Scheme
from czest.qms.classification.rules.schemes import SCHEMES
from czest.qms.classification.rules.terms import depths
from czest.qms.classification.rules.terms import is_choosable
from czest.qms.classification.rules.terms import label
from czest.qms.classification.rules.terms import Term
from czest.qms.classification.rules.terms import version_on
from datetime import date
from hypothesis import given
from hypothesis import strategies
import pytest


def term(token="0142", title="System", **attributes):
    return Term(token, title, **attributes)


DAYS = strategies.dates(date(2020, 1, 1), date(2020, 3, 1))
ENDS = strategies.none() | DAYS


@pytest.mark.parametrize(
    ("day", "valid"),
    [(date(2025, 12, 31), False), (date(2026, 1, 1), True), (date(2026, 6, 30), True), (date(2026, 7, 1), False)],
)
def test_first_and_last_day_are_within(day, valid):
    assert term(valid_from=date(2026, 1, 1), valid_until=date(2026, 6, 30)).is_valid_on(day) is valid


def test_no_limits_mean_always():
    assert term().is_valid_on(date.min) and term().is_valid_on(date.max)


@given(ENDS, ENDS, ENDS, ENDS)
def test_terms_meet_if_there_is_a_day_of_both(start, end, other_start, other_end):
    one, other = (term(valid_from=a, valid_until=b) for a, b in ((start, end), (other_start, other_end)))
    common = any(
        one.is_valid_on(day) and other.is_valid_on(day) for day in (start, other_start, date.min) if day is not None
    )
    assert one.meets(other) is common
    assert one.meets(other) is other.meets(one)


def test_version_of_a_day():
    old = term(title="old", valid_until=date(2025, 12, 31))
    new = term(title="new", valid_from=date(2026, 2, 1))
    assert version_on([old, new], date(2020, 1, 1)) is old
    assert version_on([old, new], date(2026, 2, 1)) is new
    assert version_on([new, old], date(2026, 1, 15)) is new
    assert version_on([], date(2026, 1, 15)) is None


@pytest.mark.parametrize(
    ("scheme", "attributes", "choosable"),
    [
        ("jrwa", {"category": "A", "parent": "014"}, True),
        ("jrwa", {"parent": "014"}, False),
        ("control_standard", {"parent": "C"}, True),
        ("control_standard", {}, False),
    ],
)
def test_which_terms_documents_may_carry(scheme, attributes, choosable):
    assert is_choosable(SCHEMES[scheme], term(**attributes)) is choosable


def test_a_scheme_may_let_every_term_be_chosen():
    scheme = Scheme("any", None, Choosable.ANY, {})
    assert is_choosable(scheme, term())


@pytest.mark.parametrize(
    ("scheme", "token", "title", "shown"),
    [
        ("jrwa", "0142", "System zarządzania jakością", "0142 System zarządzania jakością"),
        ("iso_clause", "9001:2015/7.5.3", "Nadzór", "7.5.3 Nadzór (9001:2015)"),
        ("iso_clause", "9001:2015", "PN-EN ISO", "9001:2015 PN-EN ISO"),
        ("openness_basis", "udip-10-1", "art. 10 ust. 1", "art. 10 ust. 1"),
    ],
)
def test_names_in_lists(scheme, token, title, shown):
    assert label(SCHEMES[scheme], Term(token, title)) == shown


def test_depths():
    table = (term("0"), term("01", parent="0"), term("014", parent="01"), term("1"))
    assert depths(table) == [0, 1, 2, 0]


def test_a_parent_taken_away_counts_as_a_root():
    assert depths((term("011", parent="01"),)) == [1]
