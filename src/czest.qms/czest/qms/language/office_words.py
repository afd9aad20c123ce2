"""The office's own words for states and steps; the workflow manager writes the record, every screen shows them."""

from czest.qms import _
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface


#: Name of the registry record.
RECORD = "czest.qms.words"


class IOfficeWords(Interface):
    """The record of the registry, ``czest.qms.words``."""

    words = schema.Dict(
        title=_("Words of the office"),
        description=_("For each language, such as pl, the shipped English words with those shown in their place."),
        key_type=schema.ASCIILine(),
        value_type=schema.Dict(key_type=schema.TextLine(), value_type=schema.TextLine()),
        default={},
    )


def office_words():
    """Return the words of the current site: language → shipped English words → words shown; empty without any."""
    registry = queryUtility(IRegistry)
    return (registry.get(RECORD) or {}) if registry is not None else {}
