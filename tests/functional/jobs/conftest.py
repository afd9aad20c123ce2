"""Registering jobs and verifications for one test."""

from czest.qms.jobs import site
from functools import partial
import pytest
from zope.component import getGlobalSiteManager


@pytest.fixture
def register():
    """Return a function that registers a utility until the end of the test."""
    registered = []

    def add(component, provided, name):
        getGlobalSiteManager().registerUtility(component, provided, name)
        registered.append((component, provided, name))

    yield add
    for component, provided, name in registered:
        getGlobalSiteManager().unregisterUtility(component, provided, name)


@pytest.fixture
def open_site(portal):
    """Return what opens the site of the layer as ``bin/qms`` opens its own."""
    return partial(site.opened_site, site_id=portal.getId())
