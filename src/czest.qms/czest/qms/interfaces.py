"""Interfaces that every room may use."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IQmsLayer(IDefaultBrowserLayer):
    """Browser layer of a site where czest.qms is installed."""
