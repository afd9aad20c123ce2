"""Vocabularies of records for forms and REST."""

from czest.qms.records.forms import forms
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def record_forms(context):
    """Kinds of record with typed fields."""
    return SimpleVocabulary([SimpleTerm(name, name, form.title) for name, form in forms().items()])
