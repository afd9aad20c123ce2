"""The layers of Plone as fixtures: a plugin, because their common base may be made once only in a run."""

from czest.qms.testing import FUNCTIONAL_TESTING
from czest.qms.testing import INTEGRATION_TESTING
from pytest_plone import fixtures_factory


globals().update(fixtures_factory(((INTEGRATION_TESTING, "integration"), (FUNCTIONAL_TESTING, "functional"))))
