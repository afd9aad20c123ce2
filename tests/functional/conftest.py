"""The layer of Plone for the functional tests."""

from czest.qms.testing import FUNCTIONAL_TESTING
from pytest_plone import fixtures_factory


globals().update(fixtures_factory(((FUNCTIONAL_TESTING, "functional"),)))
