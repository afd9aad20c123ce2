"""Widgets for several values that work without scripts: ticks from a named vocabulary, and one value a line."""

from z3c.form.browser.checkbox import CheckBoxWidget
from z3c.form.browser.textlines import TextLinesWidget
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import ITextLinesWidget
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer
from zope.interface import implementer_only
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm


WIDE = "qms-field-wide"


class TolerantTerms:
    """Terms of a vocabulary, and of present values that it no longer has, so that saving does not lose them.

    Whether such a value may stay is for the operation to say.
    """

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.extra = {}

    def __iter__(self):
        yield from self.vocabulary
        yield from self.extra.values()

    def __len__(self):
        return len(self.vocabulary) + len(self.extra)

    def __contains__(self, value):
        return value in self.vocabulary

    def getTerm(self, value):
        """Return the term of a value, a new one where the vocabulary has none."""
        try:
            return self.vocabulary.getTerm(value)
        except LookupError:
            return self.extra.setdefault(value, SimpleTerm(value, value, value))

    def getTermByToken(self, token):
        """Return the term of a token."""
        return self.getTerm(token)

    def getValue(self, token):
        """Return the value of a token: tokens are the values themselves."""
        return self.getTerm(token).value


class CheckBoxes(CheckBoxWidget):
    """Ticks for the terms of ``vocabulary``, the name of a vocabulary whose tokens are its values."""

    vocabulary = None
    wrapper_css_class = f"{WIDE} qms-ticks"

    def updateTerms(self):
        if self.terms is None:
            self.terms = TolerantTerms(getUtility(IVocabularyFactory, self.vocabulary)(self.context))
        return self.terms


@implementer(IFieldWidget)
def CheckBoxesFieldWidget(field, request):
    """Return ticks; the directive that names this gives ``vocabulary`` too."""
    return FieldWidget(field, CheckBoxes(request))


class ILinesWidget(ITextLinesWidget):
    """A text area with one value a line."""


@implementer_only(ILinesWidget)
class LinesWidget(TextLinesWidget):
    """One value a line; blanks around values and empty lines do not count."""

    rows = 3


@implementer(IFieldWidget)
def LinesFieldWidget(field, request):
    """Return a text area with one value a line."""
    return FieldWidget(field, LinesWidget(request))


@adapter(ICollection, ILinesWidget)
class LinesConverter(BaseDataConverter):
    """Lines to values and back."""

    def toWidgetValue(self, value):
        """Return the values as lines."""
        return "\n".join(value or ())

    def toFieldValue(self, value):
        """Return the lines as a list, without the empty ones."""
        return [line.strip() for line in (value or "").splitlines() if line.strip()]
