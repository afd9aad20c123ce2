"""Which letters there are, and the office's own texts of them; the workflow manager writes the record."""

from czest.qms import _
from czest.qms.approval.interfaces import ILetters
from plone import api
from zope import schema
from zope.component import getUtilitiesFor
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


def all_letters():
    """Return the letters of every room: id → ``rules.letter_texts.Letter``, in the order in which they are shown."""
    return {letter_id: letter for room in _rooms() for letter_id, letter in room.letters.items()}


def samples_for(letter_id):
    """Return invented values for a preview of a letter, by name of a field.

    Parameters:
        letter_id: key of :func:`all_letters`.
    """
    return next(room.samples() for room in _rooms() if letter_id in room.letters)


def _rooms():
    named = sorted(getUtilitiesFor(ILetters), key=lambda found: (found[1].order, found[0]))
    return [room for _name, room in named]
