"""An office with its people, in a site with nothing else in it."""

from support.office import Office
from support.people import hire_everybody

import pytest


@pytest.fixture
def office(portal):
    hire_everybody()
    return Office(portal)
