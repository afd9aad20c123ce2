"""Doors for programs: feeds, sitemap, robots, and the files of the pages themselves."""

from czest.qms.bulletin.feeds import atom
from czest.qms.bulletin.feeds import json_feed
from czest.qms.bulletin.feeds import LENGTH
from czest.qms.bulletin.metryczka import as_json
from czest.qms.bulletin.reading import newest_entries
from czest.qms.bulletin.reading import published_subjects
from czest.qms.bulletin.sitemap import robots
from czest.qms.bulletin.sitemap import sitemap
from czest.qms.bulletin.static_files import content
from czest.qms.bulletin.static_files import MEDIA_TYPES
from czest.qms.bulletin.static_files import version
from czest.qms.bulletin.views.answering import Answer
from czest.qms.bulletin.views.answering import FOREVER
from czest.qms.bulletin.views.answering import SHORT
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class Atom(Answer):
    """``/bip/feed.atom``."""

    media_type = "application/atom+xml; charset=utf-8"

    def content(self):
        """Return the Atom feed."""
        return atom(self.site_facts, newest_entries(self.site, LENGTH))


class JsonFeed(Answer):
    """``/bip/feed.json``."""

    media_type = "application/feed+json; charset=utf-8"

    def content(self):
        """Return the JSON feed."""
        return as_json(json_feed(self.site_facts, newest_entries(self.site, LENGTH)))


class Sitemap(Answer):
    """``/bip/sitemap.xml``."""

    media_type = "application/xml; charset=utf-8"

    def content(self):
        """Return the sitemap for search engines."""
        return sitemap(self.site_facts, published_subjects(self.site))


class Robots(Answer):
    """``/bip/robots.txt``."""

    media_type = "text/plain; charset=utf-8"

    def content(self):
        """Return what search engines may read."""
        return robots(self.site_facts)


@implementer(IPublishTraverse)
class StaticFile(Answer):
    """``/bip/zasoby/NAME?v=VERSION``: with the version of its content, kept for a year."""

    name = None

    def publishTraverse(self, _request, name):
        """Take the name of the file from the address."""
        if self.name is not None or name not in MEDIA_TYPES:
            raise NotFound(name)
        self.name = name
        return self

    @property
    def media_type(self):
        """The type of the file."""
        if self.name is None:
            raise NotFound
        return MEDIA_TYPES[self.name]

    @property
    def cache_control(self):
        """A year for the content that its address names."""
        return FOREVER if self.parameter("v") == version(self.name) else SHORT

    def content(self):
        """Return the file."""
        if self.name is None:
            raise NotFound
        return content(self.name)

    def changed_at(self):
        """Return nothing: the file changes with the product, not with the content."""
        return ""
