"""Kinds of controlled documents: what the library's type information allows inside it."""

from plone import api
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def kinds():
    """Return the portal types of controlled documents."""
    return api.portal.get_tool("portal_types")["Library"].allowed_content_types


@implementer(IVocabularyFactory)
class KindsVocabulary:
    """Kinds of controlled documents with their titles."""

    def __call__(self, context):
        types = api.portal.get_tool("portal_types")
        return SimpleVocabulary([SimpleTerm(kind, kind, types[kind].Title()) for kind in kinds()])
