"""The layer of Plone for the integration tests, with the people of a small office in it."""

from czest.qms.testing import INTEGRATION_TESTING
from pytest_plone import fixtures_factory


globals().update(fixtures_factory(((INTEGRATION_TESTING, "integration"),)))
