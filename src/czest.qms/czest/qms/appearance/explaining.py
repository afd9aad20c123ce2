"""What is wrong with a value, in words that tell what to do; those of zope.schema are few, and in English only."""

from czest.qms import _
from zope.schema.interfaces import ConstraintNotSatisfied
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import NotUnique
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import SchemaNotCorrectlyImplemented
from zope.schema.interfaces import TooBig
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import TooShort
from zope.schema.interfaces import TooSmall
from zope.schema.interfaces import ValidationError
from zope.schema.interfaces import WrongContainedType
from zope.schema.interfaces import WrongType


WRONG_TYPE, WRONG_VALUE = _("The value is of the wrong type."), _("The value is not valid.")

#: Domain of the messages of zope.schema.
ENGLISH = "zope"

#: Kind of an error about a bound: (sentence about a text, sentence about anything else).
BOUNDS = {
    TooLong: (_("The text is longer than ${limit} characters."), _("Too many: at most ${limit}.")),
    TooShort: (_("The text is shorter than ${limit} characters."), _("Too few: at least ${limit}.")),
    TooBig: (_("Too much: at most ${limit}."),) * 2,
    TooSmall: (_("Too little: at least ${limit}."),) * 2,
}


def explain(error):
    """Return the Message that tells a person what is wrong with a value.

    Parameters:
        error: what a field, a converter or a deserializer raised.
    """
    for kind, (of_text, of_others) in BOUNDS.items():
        if isinstance(error, kind):
            message = of_text if isinstance(error.value, str | bytes) else of_others
            return _(message, mapping={"limit": str(error.bound)})
    if isinstance(error, RequiredMissing):
        return _("This field is required.")
    if isinstance(error, WrongType | SchemaNotCorrectlyImplemented):
        return WRONG_TYPE
    if isinstance(error, WrongContainedType):
        inner = error.errors[0] if error.errors else error
        return explain(inner) if inner is not error else WRONG_TYPE
    if isinstance(error, NotUnique):
        return _("A value is given twice.")
    if isinstance(error, ConstraintNotSatisfied) and IChoice.providedBy(error.field):
        return _("Choose one of the values that are offered.")
    if isinstance(error, ValidationError):
        return _own(error.doc()) or WRONG_VALUE
    return _("The value could not be read.")


def _own(message):
    """Return a message that has Polish words, else None."""
    return message if message and getattr(message, "domain", None) != ENGLISH else None
