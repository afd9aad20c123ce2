"""Named vocabularies of units, posts, and people entitled to review and to approve."""

from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from plone.app.content.browser.vocabulary import PERMISSIONS
from zope.component import getUtility
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


# Without this, whoever may view an object reads the vocabularies by name through Plone's own doors.
PERMISSIONS.update(
    {
        "czest.qms.Units": "czest.qms: Use intranet",
        "czest.qms.Posts": "czest.qms: Use intranet",
        "czest.qms.Reviewers": "czest.qms: Register document",
        "czest.qms.Approvers": "czest.qms: Register document",
    }
)


@implementer(IVocabularyFactory)
class Units:
    """Units, parents before children; token and value are the symbol."""

    def __call__(self, context):
        return SimpleVocabulary(
            [
                SimpleTerm(unit.symbol, unit.symbol, f"{unit.symbol} {unit.title}")
                for unit in getUtility(IDirectory).units()
            ]
        )


@implementer(IVocabularyFactory)
class Posts:
    """Posts by unit; token and value are the id."""

    def __call__(self, context):
        return SimpleVocabulary(
            [SimpleTerm(post.id, post.id, f"{post.title} ({post.unit})") for post in getUtility(IDirectory).posts()]
        )


@implementer(IVocabularyFactory)
class Entitled:
    """People whose posts entitle them today; token and value are the login, the title is post and name."""

    def __init__(self, entitlement):
        self.entitlement = entitlement

    def __call__(self, context):
        directory = getUtility(IDirectory)
        terms = [
            SimpleTerm(login, login, f"{directory.post_title(login, entitlement=self.entitlement)}, {full_name(login)}")
            for login in directory.entitled(self.entitlement)
        ]
        return SimpleVocabulary(sorted(terms, key=lambda term: (term.title, term.value)))


UNITS = Units()
POSTS = Posts()
REVIEWERS = Entitled("reviewer")
APPROVERS = Entitled("approver")
