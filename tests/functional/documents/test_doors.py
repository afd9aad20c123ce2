"""No stock door changes a controlled object, whoever knocks, over real HTTP (DESIGN §4)."""

import pytest
from support.document_doors import all_doors
from support.knocking import open_doors
from support.knocking import PEOPLE


#: At how many of the doors each person knocks in a sampled run; the people together, at both kinds, try
#: nearly every one.
KNOCKS = 75


@pytest.mark.parametrize("kind", ["Procedure", "FormTemplate"])
@pytest.mark.parametrize("person", PEOPLE)
def test_stock_doors_are_shut(portal, places, person, sampled):
    found = open_doors(portal, person, places, sampled(all_doors(), KNOCKS))
    assert found == [], "\n".join(found)
