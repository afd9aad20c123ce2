"""A furnished bulletin, which no test changes."""

import pytest
from support.bulletin_doors import opened


@pytest.fixture(scope="module")
def bulletin(functional_session):
    with opened(functional_session) as found:
        yield found
