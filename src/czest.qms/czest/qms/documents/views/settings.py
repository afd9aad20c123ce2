"""The control panel of documents: patterns of symbols, sections of a new document, size of files (PR-2, PR-5)."""

from czest.qms import _
from czest.qms.appearance.choices import ILinesWidget
from czest.qms.appearance.choices import LinesFieldWidget
from czest.qms.appearance.choices import LinesWidget
from czest.qms.appearance.controlpanel import SettingsForm
from czest.qms.appearance.controlpanel import SettingsFormPage
from czest.qms.appearance.navigation import Setting
from czest.qms.documents.settings import ADJUSTED
from czest.qms.documents.settings import IDocumentSettings
import html
from plone import api
from z3c.form.converter import BaseDataConverter
from z3c.form.converter import FormatterValidationError
from z3c.form.interfaces import IFieldWidget
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import implementer_only
from zope.schema.interfaces import IDict


#: Stands between a kind and its pattern.
SEPARATOR = ":"


class IPatternsWidget(ILinesWidget):
    """A text area with one kind and its pattern a line."""


@implementer_only(IPatternsWidget)
class PatternsWidget(LinesWidget):
    """One ``Procedure: P-{unit}-{sequence:02d}`` a line."""


@implementer(IFieldWidget)
def PatternsFieldWidget(field, request):
    """Return the widget of the patterns."""
    return FieldWidget(field, PatternsWidget(request))


@adapter(IDict, IPatternsWidget)
class PatternsConverter(BaseDataConverter):
    """Lines to a dict and back."""

    def toWidgetValue(self, value):
        """Return a line for each kind."""
        return "\n".join(f"{kind}{SEPARATOR} {pattern}" for kind, pattern in (value or {}).items())

    def toFieldValue(self, value):
        """Return the patterns by kind.

        Raises:
            FormatterValidationError: for a line without a kind.
        """
        patterns = {}
        for line in filter(str.strip, (value or "").splitlines()):
            kind, separator, pattern = line.partition(SEPARATOR)
            if not separator or not kind.strip().isascii():
                raise FormatterValidationError(_("Write one a line, such as Procedure: P-{unit}-{sequence:02d}."), line)
            patterns[kind.strip()] = pattern.strip()
        return patterns


class DocumentSettingsForm(SettingsForm):
    """Edits the records of IDocumentSettings."""

    schema = IDocumentSettings
    label = _("Documents")
    description = _("Numbers given already stay as they are; changes count for what is registered or begun later.")

    def updateFields(self):
        super().updateFields()
        self.fields["symbol_patterns"].widgetFactory = PatternsFieldWidget
        self.fields["section_template"].widgetFactory = LinesFieldWidget
        self.fields = self.fields.omit(*ADJUSTED)

    def updateWidgets(self):
        super().updateWidgets()
        self.widgets["section_template"].rows = 14


class DocumentSettingsPanel(SettingsFormPage):
    """Draws the form, and says where the rest is decided."""

    form = DocumentSettingsForm

    @property
    def description(self):
        """The sentence of the form, and the way to the workflow manager, as markup."""
        shown = (
            self.form.description,
            _("Deadlines, reminders and kinds that need a legal act:"),
            _("workflow manager"),
        )
        sentence, before, link = (html.escape(translate(words, context=self.request)) for words in shown)
        address = html.escape(f"{api.portal.get().absolute_url()}/@@workflows")
        return f'{sentence} {before} <a href="{address}">{link}</a>.'


class DocumentSetting(Setting):
    """Leads to the form."""

    title = DocumentSettingsForm.label
    description = _("Patterns of symbols, sections of a new document, the largest file.")
    address = "@@qms-documents"
    icon = "file-earmark-text"
    order = 62
    permission = "czest.qms: Manage classification"
