"""What an office may adjust of the life of documents, of which sites made before have no records."""

from czest.qms.approval.office_letters import IOfficeLetters
from czest.qms.documents.optional_states import IOptionalStates
from czest.qms.documents.settings import IDocumentSettings
from czest.qms.language.office_words import IOfficeWords
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


#: Their names begin with this.
PREFIX = "czest.qms"


def upgrade(setup):
    """Register the records of optional states, words, letters and deadlines; what is there stays as it is."""
    registry = getUtility(IRegistry)
    for records in (IOptionalStates, IOfficeWords, IOfficeLetters):
        registry.registerInterface(records, prefix=PREFIX)
    registry.registerInterface(IDocumentSettings)
