"""Tabs and settings are looked up as views are: none may stand in the place of a view of Plone."""

from czest.qms.interfaces import INavigationItem
from czest.qms.interfaces import IQmsLayer
from zope.component import getSiteManager
from zope.interface import implementedBy
from zope.interface import Interface
from zope.interface import providedBy
from zope.publisher.browser import TestRequest


def test_no_tab_is_named_as_a_view_of_plone(portal):
    lookup = getSiteManager().adapters.lookupAll
    tabs = {name for name, _factory in lookup((providedBy(portal), IQmsLayer), INavigationItem)}
    views = {name for name, _factory in lookup((providedBy(portal), implementedBy(TestRequest)), Interface)}
    assert tabs
    assert "plone" in views
    assert not tabs & views
