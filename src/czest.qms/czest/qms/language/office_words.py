"""The office's own words for states and steps; the workflow manager writes the record, every screen shows them.

Messages that name a state or a step are of a domain of their own. It asks the words of the current site first, then the
shipped translations; so a word is the same on a plate, in a facet, a mail, an answer of REST and a file.
"""

from czest.qms import _
from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import queryUtility
from zope.i18n import interpolate
from zope.i18n import translate
from zope.i18n.interfaces import INegotiator
from zope.i18n.interfaces import ITranslationDomain
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.interface import Interface


#: Name of the registry record, and of the domain.
RECORD = DOMAIN = "czest.qms.words"
#: Domain of the shipped translations.
SHIPPED = "czest.qms"
LANGUAGES = ("pl", "en")


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
    """Return the words of the current site: language → shipped English words → words shown; empty without any.

    The registry remembers a value for the length of a request.
    """
    registry = queryUtility(IRegistry)
    return (registry.get(RECORD) or {}) if registry is not None else {}


def office_word(message):
    """Return a message of the domain of the office's words, shown as the office decided.

    Parameters:
        message: Message of the shipped domain that names a state or a step.
    """
    return Message(message, domain=DOMAIN)


def is_adjusted(message):
    """Tell whether the office has a word of its own for a message, in any language."""
    return any(message in words for words in office_words().values())


@implementer(ITranslationDomain)
class OfficeWords:
    """Translates messages of the domain ``czest.qms.words``."""

    domain = DOMAIN

    def translate(self, msgid, mapping=None, context=None, target_language=None, default=None, *_plural, **_of_number):
        """Return the office's word in a language, or the shipped one; see ``ITranslationDomain``.

        The name of a state or a step has no plural.
        """
        words = office_words()
        if words:
            language = target_language or language_of(context)
            own = words.get(language, {}).get(msgid)
            if own:
                return interpolate(own, mapping)
        shipped = Message(str(msgid), SHIPPED, default, mapping)
        return translate(shipped, context=context, target_language=target_language)


def language_of(context):
    """Return the language of a request, or None."""
    negotiator = queryUtility(INegotiator)
    return negotiator.getLanguage(LANGUAGES, context) if negotiator is not None and context is not None else None
