"""Names of people, from their accounts: the directory itself knows logins only."""

from AccessControl import getSecurityManager
from czest.qms.interfaces import IPersonCard
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.rules.checks import login_problems
from czest.qms.organisation.rules.model import Problem
from plone import api
from zope.component import getUtility
from zope.interface import implementer


def account_exists(login):
    """Tell whether somebody can sign in with a login."""
    return api.user.get(userid=login) is not None


def account_problems(field, login):
    """Check a login: its form, and that somebody can sign in with it."""
    problems = login_problems(field, login)
    return problems or ([] if account_exists(login) else [Problem(field, "unknown_account", {"login": login})])


def introduction(login):
    """Return how a person stands in lists: post of today, then name; the name alone where no post is held."""
    return ", ".join(dict.fromkeys(filter(None, (getUtility(IDirectory).post_title(login), full_name(login)))))


def full_name(login):
    """Return the full name of a person, or the login where no name or no account is known."""
    # Whoever is acting was looked up when he signed in: PAS would ask every plugin for his groups and roles again.
    acting = getSecurityManager().getUser().getId() == login
    member = api.user.get_current() if acting else api.user.get(userid=login)
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
