"""Interfaces of the bulletin."""

from zope.interface import Interface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IBulletinLayer(IDefaultBrowserLayer):
    """Browser layer of the bulletin's site; the intranet does not have it."""


class IBulletinFolder(Interface):
    """A container of the bulletin: the documents, or the pages."""


class IBulletinSubject(Interface):
    """Everything published under one symbol."""


class IBulletinEntry(Interface):
    """One publication: a snapshot with its files."""


class IBulletinPage(Interface):
    """A page of the bulletin itself, such as the instruction or the accessibility declaration."""
