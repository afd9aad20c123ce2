"""No stock door changes a record, its corrections, its series or the container, whoever knocks (DESIGN §4)."""

import pytest
from support.knocking import open_doors
from support.knocking import PEOPLE
from support.record_doors import record_doors


#: At how many of the doors each person knocks in a sampled run; the people together try nearly every one.
KNOCKS = 75
WHO = (*PEOPLE, "archiwista")


@pytest.mark.parametrize("person", WHO)
def test_stock_doors_are_shut(portal, places, person, sampled):
    found = open_doors(portal, person, places, sampled(record_doors(), KNOCKS))
    assert found == [], "\n".join(found)
