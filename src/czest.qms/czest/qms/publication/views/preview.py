"""The public form before it is public: ``EDITION/@@publication-preview`` is a small bulletin of one entry."""

from czest.qms.appearance.shell import LIGHT_PAGE
from czest.qms.bulletin import static_files
from czest.qms.bulletin.views.answering import HTML
from czest.qms.bulletin.views.answering import set_headers
from czest.qms.documents.views.reading.downloads import FileOfEdition
from czest.qms.operations.base import actor
from czest.qms.publication.public_form import page_of
from czest.qms.publication.rules import cases
from czest.qms.publication.views.base import CaseView
from czest.qms.publication.views.base import current_case
from czest.qms.publication.views.base import require_insight
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: Neither kept on the way nor by the browser: it is not public yet.
UNKEPT = "private, no-store"
#: Folders of the bulletin's own addresses, see ``bulletin.addresses``.
STATIC, FILES = "zasoby", "pliki"


def require_shown(case):
    """Check that a case has a public form.

    Raises:
        NotFound: it has none, or none any more.
    """
    if case is None or case.state in (cases.REFUSED, cases.LAPSED):
        raise NotFound


@implementer(IPublishTraverse)
class Preview(CaseView):
    """Shows the page of the entry, and below it the stylesheet and the files, at the addresses that the page uses."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.steps = []

    def publishTraverse(self, request, name):
        """Take one more step of the address."""
        self.steps.append(name)
        return self

    @property
    def address(self):
        """Under which the pages of the small bulletin lie."""
        return f"{self.context.absolute_url()}/@@publication-preview"

    def __call__(self):
        """Answer.

        Raises:
            NotPermitted: for whoever does not work on the publication.
            NotFound: where the small bulletin has no page.
        """
        require_insight(self.context)
        self.request.environ[LIGHT_PAGE] = True
        if len(self.steps) == 2 and self.steps[0] == STATIC:
            return self.static_file(self.steps[1])
        if len(self.steps) > 1 and self.steps[-2] == FILES:
            return PublicFile(self.context, self.request).publishTraverse(self.request, self.steps[-1])()
        if self.steps:
            raise NotFound("/".join(self.steps))
        require_shown(self.case)
        page = page_of(self.case, actor(), self.address)
        set_headers(self.request.response, HTML, UNKEPT)
        return page

    def static_file(self, name):
        """Return the stylesheet or the mark."""
        if name not in static_files.MEDIA_TYPES:
            raise NotFound(name)
        set_headers(self.request.response, static_files.MEDIA_TYPES[name], "private, max-age=3600")
        return static_files.content(name)


class PublicFile(FileOfEdition):
    """``EDITION/@@publication-file/NAME``: a public file as it was made, by its public name."""

    def _getFile(self):
        require_insight(self.context)
        case = current_case(self.context)
        require_shown(case)
        contents = dict(case.contents)
        if self.fieldname not in contents:
            raise NotFound(self.fieldname)
        return contents[self.fieldname]
