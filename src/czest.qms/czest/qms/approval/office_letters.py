"""The office's own texts of letters; the workflow manager writes the record."""

from czest.qms import _
from plone import api
from zope import schema
from zope.interface import Interface


#: Name of the registry record.
RECORD = "czest.qms.letters"


class IOfficeLetters(Interface):
    """The record of the registry, ``czest.qms.letters``."""

    letters = schema.Dict(
        title=_("Letters of the office"),
        description=_("For each letter and language, such as pl, its subject and text."),
        key_type=schema.ASCIILine(),
        value_type=schema.Dict(
            key_type=schema.ASCIILine(),
            value_type=schema.Dict(key_type=schema.ASCIILine(), value_type=schema.Text()),
        ),
        default={},
    )


def office_letters():
    """Return the texts of this office: id of a letter → language → ``subject`` and ``text``."""
    return api.portal.get_registry_record(RECORD, default=None) or {}
