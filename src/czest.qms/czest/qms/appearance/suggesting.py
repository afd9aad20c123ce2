"""A widget for a text of which a vocabulary knows the usual values: they are suggested, and any other may be typed."""

from plone.app.z3cform.interfaces import ITextWidget
from plone.app.z3cform.widgets.text import TextWidget
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import implementer_only
from zope.schema.interfaces import ITextLine
from zope.schema.interfaces import IVocabularyFactory


class ISuggestingWidget(ITextWidget):
    """An input with suggestions."""


@implementer_only(ISuggestingWidget)
class SuggestingWidget(TextWidget):
    """Suggests the terms of ``vocabulary``, the name of a vocabulary whose tokens are its values, by their titles."""

    template = ViewPageTemplateFile("templates/suggesting_input.pt")
    vocabulary = None

    @property
    def attributes(self):
        attributes = super().attributes
        attributes["list"] = self.list_id
        return attributes

    @property
    def list_id(self):
        """The id of the list of suggestions."""
        return f"{self.id}-suggestions"

    def titles(self):
        """Return the titles of the terms by their values."""
        terms = getUtility(IVocabularyFactory, self.vocabulary)(self.context)
        return {term.value: translate(term.title, context=self.request) for term in terms}

    def render(self):
        return self.template(self)


@implementer(IFieldWidget)
def SuggestingFieldWidget(field, request):
    """Return an input with suggestions; the directive that names this gives ``vocabulary`` too."""
    return FieldWidget(field, SuggestingWidget(request))


@adapter(ITextLine, ISuggestingWidget)
class SuggestingConverter(BaseDataConverter):
    """People see titles of terms, the field holds their values; any other text is itself."""

    def toWidgetValue(self, value):
        return self.widget.titles().get(value, value) or ""

    def toFieldValue(self, value):
        text = (value or "").strip()
        values = {title: value for value, title in self.widget.titles().items()}
        return values.get(text, text) or None
