"""An office with its people, in a site with nothing else in it."""

import pytest
from support.office import Office
from support.people import hire_everybody


@pytest.fixture
def office(portal):
    hire_everybody()
    return Office(portal)
