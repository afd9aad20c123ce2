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
