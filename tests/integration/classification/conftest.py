"""The classification of a site with its first data."""

from czest.qms.classification.interfaces import IClassification
from czest.qms.classification.setup import install
import pytest
from zope.component import getUtility


@pytest.fixture
def classification(portal):
    install(portal)
    return getUtility(IClassification)
