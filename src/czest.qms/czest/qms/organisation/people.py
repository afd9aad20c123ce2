"""Names of people, from their accounts: the directory itself knows logins only."""

from czest.qms.interfaces import IPersonCard
from czest.qms.organisation.interfaces import IDirectory
from plone import api
from zope.component import getUtility
from zope.interface import implementer


def account_exists(login):
    """Tell whether somebody can sign in with a login."""
    return api.user.get(userid=login) is not None


def full_name(login):
    """Return the full name of a person, or the login where no name or no account is known."""
    member = api.user.get(userid=login)
    return (member.getProperty("fullname", "") if member is not None else "") or login


@implementer(IPersonCard)
class PersonCard:
    """Introduces people by name, post and unit of today."""

    def card(self, user_id, name=None):
        directory = getUtility(IDirectory)
        post = next(iter(directory.posts_of(user_id)), None)
        return {
            "name": name or full_name(user_id),
            "post": post.title if post else "",
            "unit": directory.unit(post.unit).title if post else "",
        }
