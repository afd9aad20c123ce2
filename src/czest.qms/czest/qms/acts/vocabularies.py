"""The editions that an act may bring into force."""

from czest.qms import _
from plone import api
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@implementer(IVocabularyFactory)
class ApprovedEditions:
    """Approved editions that this person may see, by UID."""

    def __call__(self, context):
        brains = api.portal.get_tool("portal_catalog")(portal_type="Edition", review_state="approved", sort_on="path")
        return SimpleVocabulary([SimpleTerm(brain.UID, brain.UID, title_of(brain)) for brain in brains])


def title_of(brain):
    """Return symbol, title and number; the last part but one of the path is the symbol."""
    mapping = {"symbol": brain.getPath().split("/")[-2], "title": brain.Title, "number": brain.edition_number}
    return translate(_("${symbol} ${title}, edition ${number}", mapping=mapping), context=getRequest())
