"""Fixtures of the whole suite; layers are made by pytest-plone from ``czest.qms.testing``."""

from czest.qms.testing import FUNCTIONAL_TESTING
from czest.qms.testing import INTEGRATION_TESTING
from pytest_plone import fixtures_factory


pytest_plugins = ["pytest_plone"]

globals().update(
    fixtures_factory(
        (
            (INTEGRATION_TESTING, "integration"),
            (FUNCTIONAL_TESTING, "functional"),
        )
    )
)
