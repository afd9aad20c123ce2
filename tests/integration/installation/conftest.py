"""Besides the site with the product, a site of plain Plone beside it."""

from plone import api
from Products.CMFPlone.factory import addPloneSite
import pytest
from zope.component.hooks import setSite


#: What a site has before our product, or gets with it.
PLONE = ("plone.app.layout:default", "plone.restapi:default", "plonetheme.barceloneta:default")


@pytest.fixture
def plain_site(app, integration):
    """A site made as an administrator makes it, without our product; it is the current one."""
    former = api.portal.get()
    yield addPloneSite(app, "plain", extension_ids=PLONE)
    setSite(former)
