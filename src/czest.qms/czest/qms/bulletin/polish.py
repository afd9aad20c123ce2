"""The language of the bulletin: always Polish, whatever the browser asks for, so that all get the same bytes."""

from zope.i18n import translate


LANGUAGE = "pl"


def polish(message):
    """Return a Message in Polish; a plain text stays as it is."""
    return translate(message, domain="czest.qms", target_language=LANGUAGE)
