"""Vocabularies of disposal for forms."""

from czest.qms import _
from czest.qms.records.rules.retention import Category
from czest.qms.records.rules.retention import KINDS
from plone import api
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: Kind → what a list of it holds.
WORDS = {
    "A": _("A – archival material, to be handed over"),
    "B": _("B – every number of years"),
    "BE": _("BE – to be appraised by the archive"),
    "Bc": _("Bc – copies and what is of short use"),
}


@provider(IVocabularyFactory)
def disposal_categories(context):
    """Kinds of category, and the categories that records have."""
    present = sorted(filter(None, map(_parsed, _present())), key=lambda one: (KINDS.index(one.kind), one.years))
    words = {**WORDS, **{str(category): str(category) for category in present if category.years is not None}}
    return SimpleVocabulary([SimpleTerm(text, text, word) for text, word in words.items()])


def _present():
    catalog = api.portal.get_tool("portal_catalog")._catalog
    return [text for text in catalog.getIndex("archival_category").uniqueValues() if text]


def _parsed(text):
    """Return the Category with years that a text is, or None."""
    try:
        category = Category.parse(text)
    except ValueError:
        return None
    return category if category.years is not None else None
