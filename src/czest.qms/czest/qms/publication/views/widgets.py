"""Widgets of the request: ticks for files with their public titles, the original of a redacted file, rows of texts."""

from czest.qms import _
from czest.qms.appearance.choices import WIDE
from czest.qms.bulletin import wording
from czest.qms.documents.views.editing.files import as_list
from czest.qms.publication.interfaces import IPublishable
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
from zope.schema.interfaces import IField


#: Rows that are shown blank, so that several can be written without scripts.
BLANK_ROWS = 5
#: More are never read.
MOST_ROWS = 100


class IPlainWidget(IWidget):
    """A widget whose value is the value of its field."""


@adapter(IField, IPlainWidget)
class PlainConverter(BaseDataConverter):
    """Values stay what they are."""

    def toWidgetValue(self, value):
        return value

    def toFieldValue(self, value):
        return value


class PlainWidget(HTMLFormElement, Widget):
    """Base of the widgets; ``template`` draws them."""

    wrapper_css_class = WIDE

    @property
    def named(self):
        """The files inside, ``{name: NamedBlobFile}``."""
        publishable = IPublishable(self.form.context)
        return {**publishable.files(), **publishable.further_files()}

    def render(self):
        return self.template(self)

    def typed(self, name):
        """Return what was typed in one input, without blanks around it."""
        value = self.request.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""


@implementer_only(IPlainWidget)
class FilesWidget(PlainWidget):
    """Ticks for the files inside, each with its size and an input for its public title."""

    template = ViewPageTemplateFile("templates/files.pt")

    def shown(self):
        """Return the files with ``name``, ``note``, ``kept``, ``id`` and the name and value of the title's input."""
        titles = self.form.widgets["file_titles"]
        kept = IPublishable(self.form.context).files() if self.value in (None, NO_VALUE) else self.value
        return [
            {
                "name": name,
                "note": wording.size(named.getSize()),
                "kept": name in kept,
                "id": f"{self.id}-{place}",
                "title_name": titles.input_of(place),
                "title": (titles.value or {}).get(name, "") if titles.value is not NO_VALUE else "",
            }
            for place, (name, named) in enumerate(self.named.items())
        ]

    def extract(self, default=NO_VALUE):
        """Return the names ticked."""
        if f"{self.name}-marker" not in self.request.form:
            return default
        ticked = as_list(self.request.form.get(self.name))
        return [name for name in self.named if name in ticked]


@implementer_only(IPlainWidget)
class TitlesWidget(PlainWidget):
    """Public titles by name of the file; drawn beside the ticks."""

    def input_of(self, place):
        """Return the name of the input of a file, from 0."""
        return f"{self.name}.{place}"

    def extract(self, default=NO_VALUE):
        """Return the titles typed."""
        if f"{self.name}-marker" not in self.request.form:
            return default
        found = {name: self.typed(self.input_of(place)) for place, name in enumerate(self.named)}
        return {name: title for name, title in found.items() if title}

    def render(self):
        return ""


@implementer_only(IPlainWidget)
class OriginalWidget(PlainWidget):
    """The file inside for which the redacted one stands."""

    template = ViewPageTemplateFile("templates/original.pt")
    wrapper_css_class = ""

    def extract(self, default=NO_VALUE):
        """Return the name chosen."""
        return self.typed(self.name) if self.name in self.request.form else default


@implementer_only(IPlainWidget)
class RowsWidget(PlainWidget):
    """Rows of texts.

    Attributes:
        columns: list of dicts with ``name``, ``label``, and perhaps ``options``: pairs of a value and its Message.
    """

    template = ViewPageTemplateFile("templates/rows.pt")
    columns = ()
    #: Words under which the rows are folded away while they are blank, a Message, or None.
    folded = None

    def rows(self):
        """Return what is typed so far and blank rows after it."""
        kept = list(self.value) if isinstance(self.value, list | tuple) else []
        return [*kept, *({} for _blank in range(max(1, BLANK_ROWS - len(kept))))]

    def input_of(self, place, column):
        """Return the name of one input; rows are counted from 0."""
        return f"{self.name}.{place}.{column}"

    def extract(self, default=NO_VALUE):
        """Return the rows in which anything was typed."""
        if f"{self.name}-marker" not in self.request.form:
            return default
        names = [column["name"] for column in self.columns]
        rows = [{name: self.typed(self.input_of(place, name)) for name in names} for place in range(MOST_ROWS)]
        chosen = {column["name"] for column in self.columns if column.get("options")}
        return [row for row in rows if any(value for name, value in row.items() if name not in chosen)]


EXCLUSION_COLUMNS = (
    {"name": "scope", "label": _("Scope of the exclusion")},
    {"name": "legal_basis", "label": _("Legal basis")},
    {"name": "excluded_by", "label": _("Excluded by")},
    {"name": "in_interest_of", "label": _("In the interest of")},
)
RELATION_COLUMNS = (
    {
        "name": "kind",
        "label": _("What the act did"),
        "options": [
            ("introduced", _("introduced")),
            ("amended", _("amended")),
            ("repealed", _("repealed")),
        ],
    },
    {"name": "number", "label": _("Number of the act")},
    {"name": "date", "label": _("Date of the act (yyyy-mm-dd)")},
)


def _factory(widget, **attributes):
    """Return the factory of a widget with attributes."""

    @implementer(IFieldWidget)
    def make(field, request):
        made = FieldWidget(field, widget(request))
        for name, value in attributes.items():
            setattr(made, name, value)
        return made

    return make


FilesFieldWidget = _factory(
    FilesWidget,
    description=_(
        "Files with a tick become public. Without a title of its own, the first is called like the document, the others "
        "are attachments."
    ),
)
TitlesFieldWidget = _factory(TitlesWidget)
OriginalFieldWidget = _factory(OriginalWidget)
ExclusionsFieldWidget = _factory(RowsWidget, columns=EXCLUSION_COLUMNS)
RelationsFieldWidget = _factory(
    RowsWidget,
    columns=RELATION_COLUMNS,
    folded=_("Write them anew"),
    description=_("Left blank, they are those above. Written anew, only these rows count."),
)
