"""Whom an author may ask for agreement: the units and posts of the office."""

from czest.qms import _
from czest.qms.documents.rules.route import Participant
from czest.qms.documents.rules.route import POST
from czest.qms.documents.rules.route import UNIT
from czest.qms.language.collation import sort_key
from czest.qms.organisation.interfaces import IDirectory
from zope.component import getUtility
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@implementer(IVocabularyFactory)
class UnitsAndPosts:
    """Units, then posts that somebody holds today, by the Polish alphabet; the values are keys such as ``unit:OR``."""

    def __call__(self, context):
        directory = getUtility(IDirectory)
        units = [(unit.title, Participant(UNIT, unit.symbol)) for unit in directory.units()]
        posts = [(post.title, Participant(POST, post.id)) for post in directory.posts() if directory.holders(post.id)]
        return SimpleVocabulary([*terms(units, _("unit: ${title}")), *terms(posts, _("post: ${title}"))])


def terms(named, wording):
    """Return the terms of units or posts, by their titles."""
    named = sorted(named, key=lambda pair: sort_key(pair[0]))
    return [SimpleTerm(asked.key, asked.key, _(wording, mapping={"title": title})) for title, asked in named]
