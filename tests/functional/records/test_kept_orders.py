"""The order of a register that is kept between requests: it is never that of another state of the catalog."""

from czest.qms.register import ordering
from czest.qms.register.catalog_sets import for_current_user
import datetime
from plone import api
import pytest
import transaction


@pytest.fixture(autouse=True)
def always_kept(monkeypatch):
    """Let even a few records be taken out of the kept order."""
    for name in ("WALKED", "SORTED", "SORTED_SHARE"):
        monkeypatch.setattr(ordering, name, -1)


@pytest.fixture
def hand_in(office, portal):
    def hand_in(title, closed_on=datetime.date(2015, 6, 30)):
        return office.do("pracownik", portal["zapisy"], "capture", title=title, jrwa_class="0142", closed_on=closed_on)

    return hand_in


def titles(descending=False, name="sort_title"):
    """Return the titles of the records as the archivist sees them, in the order of an index."""
    with api.env.adopt_user("archiwista"):
        sets = for_current_user()
        records = sets.permitted(sets.matching("portal_type", "Record"))
        return [brain.Title for brain in sets.brains(sets.ordered(records, name, "sort_symbol", descending, 99))]


def test_a_kept_order_follows_the_catalog(hand_in, portal):
    hand_in("Cis")
    hand_in("Akacja")
    transaction.commit()
    assert titles() == titles() == ["Akacja", "Cis"]
    assert titles(descending=True) == ["Cis", "Akacja"]
    hand_in("Buk")
    assert titles() == ["Akacja", "Buk", "Cis"]
    transaction.savepoint()
    assert titles() == ["Akacja", "Buk", "Cis"]
    transaction.abort()
    assert titles() == ["Akacja", "Cis"]
    hand_in("Dąb")
    transaction.commit()
    assert titles() == ["Akacja", "Cis", "Dąb"]
    assert titles(descending=True) == ["Dąb", "Cis", "Akacja"]


def test_those_without_a_value_come_last_in_both_directions(hand_in, portal):
    for title, closed_on in (("Akacja", None), ("Buk", datetime.date(2016, 1, 2)), ("Cis", datetime.date(2015, 1, 2))):
        hand_in(title, closed_on)
    transaction.commit()
    assert titles(name="closed_on") == ["Cis", "Buk", "Akacja"]
    assert titles(True, name="closed_on") == ["Buk", "Cis", "Akacja"]
