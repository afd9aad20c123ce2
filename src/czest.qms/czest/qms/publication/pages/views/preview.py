"""A page before it is public, or a version that was: ``@@bulletin-page-preview`` is a small bulletin of one page."""

from czest.qms.appearance.shell import LIGHT_PAGE
from czest.qms.bulletin import reading
from czest.qms.bulletin import static_files
from czest.qms.bulletin.facts import PageFacts
from czest.qms.bulletin.snapshot import Change
from czest.qms.bulletin.snapshot import Person
from czest.qms.bulletin.views.answering import HTML
from czest.qms.bulletin.views.answering import set_headers
from czest.qms.bulletin.views.pages import EDITORS
from czest.qms.bulletin.views.pages import own_page
from czest.qms.operations.base import actor
from czest.qms.publication.carrying_out import now
from czest.qms.publication.databases import opened_bulletin
from czest.qms.publication.pages.views.base import PageView
from czest.qms.publication.pages.views.changing import OF_PAGE
from czest.qms.publication.pages.views.changing import typed_draft
from czest.qms.publication.pages.views.changing import USUAL
from czest.qms.publication.people import person
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


UNKEPT = "private, no-store"
#: Folder of the stylesheet among the bulletin's own addresses, see ``bulletin.addresses``.
STATIC = "zasoby"


@implementer(IPublishTraverse)
class Preview(PageView):
    """Shows a page, and below it the stylesheet; on POST what was typed, and nothing is kept of it."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.steps = []

    def publishTraverse(self, request, name):
        """Take one more step of the address."""
        self.steps.append(name)
        return self

    def __call__(self):
        """Answer.

        Raises:
            NotFound: there is no such page, version or file.
        """
        self.request.environ[LIGHT_PAGE] = True
        if self.steps:
            return self.static_file(self.steps)
        draft, changes = self.typed() if self.is_sincere_post() else self.kept()
        page = self.drawn(draft, changes)
        set_headers(self.request.response, HTML, UNKEPT)
        return page

    def typed(self):
        """Return the Draft that was typed, and the Changes as they would be."""
        names = [field.name for field in OF_PAGE.get(self.page_id, USUAL)]
        sent = {name: self.request.form.get(name) for name in names}
        draft = typed_draft(self.page_id, {name: text for name, text in sent.items() if isinstance(text, str)})
        what = self.request.form.get("what")
        by = person(actor())
        return draft, (
            *self.changes(self.present),
            Change(now(), by, "edited", "", 0, what if isinstance(what, str) else ""),
        )

    def kept(self):
        """Return the Draft of the version asked for, and the Changes up to it."""
        version = self.version_asked()
        return version.draft, self.changes(version)

    def changes(self, version):
        """Return the Changes of the page up to a version."""
        return tuple(
            Change(each.at, Person(each.name, each.post), "edited", "", 0, each.what)
            for each in self.versions[: version.number]
        )

    def drawn(self, draft, changes):
        """Return the page as bytes, by the template of the bulletin itself."""
        address = f"{self.context.absolute_url()}/@@bulletin-page-preview"
        stated = draft.facts if self.page_id == EDITORS else None
        with opened_bulletin(self.context) as site:
            known = reading.site_facts(site, address, stated)
        return own_page(known, PageFacts(self.page_id, draft.title, draft.body, dict(draft.facts), changes))

    def static_file(self, steps):
        """Return the stylesheet or the mark."""
        folder, _slash, name = "/".join(steps).partition("/")
        if folder != STATIC or name not in static_files.MEDIA_TYPES:
            raise NotFound("/".join(steps))
        set_headers(self.request.response, static_files.MEDIA_TYPES[name], "private, max-age=3600")
        return static_files.content(name)
