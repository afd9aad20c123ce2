"""The field of a form in which rows are named by their numbers: one line of text, which works without scripts."""

from czest.qms import _
from czest.qms.disposal.rules.row_numbers import parsed
from czest.qms.disposal.rules.row_numbers import written
from z3c.form.browser.text import TextWidget
from z3c.form.converter import BaseDataConverter
from z3c.form.converter import FormatterValidationError
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import ITextWidget
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.interface import implementer
from zope.interface import implementer_only
from zope.schema.interfaces import IList


NOT_NUMBERS = _("Give numbers and ranges, such as 3, 7–9.")


class IRowNumbersWidget(ITextWidget):
    """One line with the numbers of rows."""


@implementer_only(IRowNumbersWidget)
class RowNumbersWidget(TextWidget):
    """Numbers and ranges of rows, such as ``3, 7–9``."""


@implementer(IFieldWidget)
def RowNumbersFieldWidget(field, request):
    """Return one line with the numbers of rows."""
    return FieldWidget(field, RowNumbersWidget(request))


@adapter(IList, IRowNumbersWidget)
class RowNumbersConverter(BaseDataConverter):
    """What is written to numbers and back."""

    def toWidgetValue(self, value):
        """Return the numbers as people write them."""
        return written(value or ())

    def toFieldValue(self, value):
        """Return the numbers.

        Raises:
            FormatterValidationError: they cannot be read.
        """
        try:
            return parsed(value or "")
        except ValueError as error:
            raise FormatterValidationError(NOT_NUMBERS, value) from error
