"""In which section of the menu przedmiotowe a record stands: that of its series, else that of its kind (BIP-11)."""

from czest.qms.bulletin.sections import BY_ID
from czest.qms.bulletin.sections import section_for
from czest.qms.publication.records.naming import kind_of
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def section_of(record):
    """Return the id of the section of a record."""
    return record.series.bulletin_section or section_for(kind_of(record.record_form))


@provider(IVocabularyFactory)
def sections(context):
    """The sections of documents in the bulletin."""
    return SimpleVocabulary([SimpleTerm(name, name, section.title) for name, section in BY_ID.items()])
