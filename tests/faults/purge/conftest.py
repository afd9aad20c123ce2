"""The real system, in which something is written and destroyed."""

import pytest
from support.running import start_system


@pytest.fixture(scope="module")
def system():
    running, stop = start_system(state="purge")
    yield running
    stop()
