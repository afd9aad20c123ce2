"""How far Hypothesis searches: ``sampled`` in the daily run, ``whole`` when there is an hour."""

from hypothesis import HealthCheck
from hypothesis import settings


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
