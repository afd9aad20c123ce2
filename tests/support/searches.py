"""How far Hypothesis searches: ``sampled`` in the daily run, ``whole`` when there is an hour."""

from hypothesis import HealthCheck
from hypothesis import settings
import pytest
import random


#: Machines under load are slow, and a site is slow to set up: neither is a fault of what is tested.
PATIENT = {
    "deadline": None,
    "database": None,
    "print_blob": True,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
}

settings.register_profile("sampled", max_examples=25, stateful_step_count=25, **PATIENT)
settings.register_profile("whole", max_examples=500, stateful_step_count=60, **PATIENT)

# The option --hypothesis-profile, read later, wins.
settings.load_profile("sampled")

#: Longest that one whole search may take, in seconds; every other test has the limit of pyproject.toml.
LIMIT_OF_A_WHOLE_SEARCH = 7200


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Give whole searches the time that they need; last, because Hypothesis marks its own tests before."""
    if config.option.hypothesis_profile != "whole":
        return
    for item in items:
        if item.get_closest_marker("hypothesis") or "sampled" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.timeout(LIMIT_OF_A_WHOLE_SEARCH, func_only=True))


@pytest.fixture
def sampled(request):
    """Return a function that gives all of many cases when the search is whole, else some of them, chosen by the seed."""
    options = request.config.option

    def sampled(cases, most):
        cases = list(cases)
        if options.hypothesis_profile == "whole" or len(cases) <= most:
            return cases
        chosen = random.Random(f"{options.hypothesis_seed} {request.node.name}").sample(range(len(cases)), most)
        return [cases[place] for place in sorted(chosen)]

    return sampled
