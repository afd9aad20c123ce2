"""A widget for the files of an edition: those kept, and new ones; works without scripts."""

from czest.qms import _
from czest.qms.appearance.choices import WIDE
from czest.qms.documents.settings import upload_limit
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.utils import safe_basename
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.browser.widget import HTMLFormElement
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IWidget
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from z3c.form.widget import Widget
from zope.component import adapter
from zope.interface import implementer
from zope.interface import implementer_only
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IField


MEGABYTE = 1024 * 1024


class IFilesWidget(IWidget):
    """Ticks for the files to keep, and an input for new ones."""


def as_list(value):
    """Return what a browser sent under one name as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


@implementer_only(IFilesWidget)
class FilesWidget(HTMLFormElement, Widget):
    """Files of one field; the request names those to keep by their digests."""

    template = ViewPageTemplateFile("templates/files.pt")
    wrapper_css_class = WIDE
    #: Whether the field holds several files.
    is_multiple = False
    #: Names of files that were sent and must be chosen again, because something else was wrong.
    lost = ()

    @property
    def limit(self):
        """The sentence about the size of files."""
        return _("At most ${limit} MB each.", mapping={"limit": upload_limit() // MEGABYTE})

    @property
    def present(self):
        """The files that the field holds now."""
        return [file for file in as_list(self.form.getContent().get(self.field.__name__)) if file is not None]

    def shown(self):
        """Return the present files with ``name``, ``token`` and ``kept``."""
        kept = {file.sha256 for file in self.value if getattr(file, "sha256", None)} if self.value else set()
        return [
            {"name": file.filename, "token": file.sha256, "kept": file.sha256 in kept, "id": f"{self.id}-keep-{place}"}
            for place, file in enumerate(self.present)
        ]

    def extract(self, default=NO_VALUE):
        """Return the files kept and the new ones."""
        sent = self.request.form
        if f"{self.name}-marker" not in sent:
            return default
        tokens = set(as_list(sent.get(f"{self.name}.keep")))
        uploads = [upload for upload in as_list(sent.get(self.name)) if getattr(upload, "filename", "")]
        self.lost = [safe_basename(upload.filename) for upload in uploads]
        return [file for file in self.present if file.sha256 in tokens] + [self.read(upload) for upload in uploads]

    def read(self, upload):
        """Return an uploaded file as it is stored; its type is the one of its name until it is screened."""
        upload.seek(0)
        return NamedBlobFile(data=upload.read(), filename=safe_basename(upload.filename))

    def render(self):
        return self.template(self)


class OneFileWidget(FilesWidget):
    """The same for a field that holds one file: a new one replaces it."""


@implementer(IFieldWidget)
def FilesFieldWidget(field, request):
    """Return the widget of a list of files."""
    widget = FieldWidget(field, FilesWidget(request))
    widget.is_multiple = True
    return widget


@implementer(IFieldWidget)
def OneFileFieldWidget(field, request):
    """Return the widget of a single file."""
    return FieldWidget(field, OneFileWidget(request))


@adapter(IField, IFilesWidget)
class OneFileConverter(BaseDataConverter):
    """The last file is the one: a new one comes after the one kept."""

    def toWidgetValue(self, value):
        return as_list(value)

    def toFieldValue(self, value):
        return value[-1] if value else None


@adapter(ICollection, IFilesWidget)
class FilesConverter(OneFileConverter):
    """A list stays a list."""

    def toFieldValue(self, value):
        return list(value or ())
