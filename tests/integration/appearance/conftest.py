"""The site asked as a signed-in person on the layer of the intranet."""

from czest.qms.interfaces import IQmsLayer
import pytest
from zope.interface import alsoProvides


@pytest.fixture
def request_(portal, http_request):
    alsoProvides(http_request, IQmsLayer)
    return http_request
