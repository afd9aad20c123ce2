"""Doors of what was published: documents by symbol, entries with their files, the bulletin's own pages."""

from czest.qms.bulletin.metryczka import as_json
from czest.qms.bulletin.metryczka import as_xml
from czest.qms.bulletin.metryczka import metryczka
from czest.qms.bulletin.package import package
from czest.qms.bulletin.reading import entry_facts
from czest.qms.bulletin.reading import page_facts
from czest.qms.bulletin.snapshot import WITHDRAWN
from czest.qms.bulletin.views.answering import Answer
from czest.qms.bulletin.views.entry import entry_page
from czest.qms.bulletin.views.entry import loose_page
from czest.qms.bulletin.views.pages import own_page
from functools import cached_property
from plone.namedfile.utils import stream_data
from urllib.parse import quote
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: Shown in the window of the browser; every other file is saved.
SHOWN = ("application/pdf",)


class Page(Answer):
    """``/bip/strony/ID``."""

    def content(self):
        """Return the page."""
        return own_page(self.site_facts, page_facts(self.context))


class Entry(Answer):
    """``/bip/dokumenty/PS-01/wydanie-6``."""

    @property
    def entry(self):
        """The entry shown."""
        return self.context

    @cached_property
    def facts(self):
        """EntryFacts of the entry shown."""
        return entry_facts(self.entry)

    def content(self):
        """Return the page of the entry."""
        return entry_page(self.site_facts, self.facts)


class Subject(Entry):
    """``/bip/dokumenty/PS-01``: what applies under a symbol, else what applied last."""

    @property
    def entry(self):
        """The entry now published, else the newest one."""
        current = self.context.current()
        if current is None:
            raise NotFound
        return current


class Metadata(Entry):
    """``…/metryczka.json``."""

    media_type = "application/json; charset=utf-8"

    def content(self):
        """Return the metryczka."""
        return as_json(metryczka(self.site_facts, self.facts))

    def changed_at(self):
        """Return when the entry last changed."""
        return self.facts.changed_at


class MetadataXml(Metadata):
    """``…/metryczka.xml``."""

    media_type = "application/xml; charset=utf-8"

    def content(self):
        """Return the metryczka."""
        return as_xml(metryczka(self.site_facts, self.facts))


class Package(Metadata):
    """``…/paczka.zip``: the text, the files and the metryczka."""

    media_type = "application/zip"

    def content(self):
        """Return the package.

        Raises:
            NotFound: when the entry was withdrawn.
        """
        facts, site = self.facts, self.site_facts
        if facts.is_withdrawn:
            raise NotFound
        parts = {f"pliki/{name}": file.data for name, file in self.entry.files.items()}
        parts["tresc.html"] = loose_page(site, facts)
        parts["metryczka.json"] = as_json(metryczka(site, facts))
        name = f"{facts.snapshot.symbol}-{facts.id}.zip"
        self.request.response.setHeader("Content-Disposition", disposition("attachment", name))
        return package(parts, facts.snapshot.metadata.published_at)


@implementer(IPublishTraverse)
class File(Entry):
    """``…/pliki/NAME``: the bytes as they were published."""

    name = None

    def publishTraverse(self, _request, name):
        """Take the name of the file from the address."""
        if self.name is not None:
            raise NotFound(name)
        self.name = name
        return self

    @cached_property
    def file(self):
        """What the snapshot knows of the file.

        Raises:
            NotFound: when the entry has no such file, or was withdrawn.
        """
        if self.entry.state == WITHDRAWN:
            raise NotFound
        return next((each for each in self.entry.snapshot.files if each.name == self.name), None) or _missing()

    @property
    def media_type(self):
        """The type that the snapshot names."""
        return self.file.media_type

    def content(self):
        """Return the bytes, or what reads them from the disk."""
        response = self.request.response
        kind = "inline" if self.file.media_type in SHOWN else "attachment"
        response.setHeader("Content-Disposition", disposition(kind, self.file.name))
        response.setHeader("Content-Length", str(self.file.size))
        return stream_data(self.entry.files[self.file.name])

    def tag(self, _content):
        """Return the digest of the bytes."""
        return self.file.sha256

    def changed_at(self):
        """Return when the file was published."""
        return self.entry.snapshot.metadata.published_at


def disposition(kind, name):
    """Return the value of ``Content-Disposition`` (RFC 6266)."""
    return f"{kind}; filename*=UTF-8''{quote(name, safe='')}"


def _missing():
    raise NotFound
