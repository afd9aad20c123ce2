"""The real system: intranet, worker and bulletin, started once for all of these tests."""

import pytest
from support.separation.observed import observe


@pytest.fixture(scope="session")
def observed(request):
    """What was seen of the bulletin; everything in every way with ``--hypothesis-profile=whole``."""
    observed, stop = observe(full=request.config.option.hypothesis_profile == "whole")
    yield observed
    stop()
