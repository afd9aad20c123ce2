"""People as the pages name them: post first, then name; those who have left too."""

from czest.qms.interfaces import IPersonCard
from dataclasses import dataclass
from plone import api
from zope.component import queryUtility


@dataclass(frozen=True)
class Person:
    """A person on a page.

    Parameters:
        login: user id.
        name: full name, or the login where the account is gone.
        post: title of the present post, or of the last one, or empty.
        has_left: whether the account is gone or no post is held any more.
    """

    login: str
    name: str
    post: str
    has_left: bool = False

    @property
    def heading(self):
        """The post; the name where no post is known."""
        return self.post or self.name

    @property
    def detail(self):
        """The name, or empty where it would repeat the heading."""
        return "" if self.name == self.heading else self.name


def person(directory, login, entitlement=None):
    """Return a Person as of today.

    Parameters:
        directory: the organisation.
        login: user id.
        entitlement: of several posts, the one that gives it goes first.
    """
    member = api.user.get(userid=login)
    post = directory.post_title(login, entitlement=entitlement)
    return Person(login, name_of(login, member), post or last_post(directory, login), member is None or not post)


def name_of(login, member):
    """Return the full name of a member, or the login."""
    cards = queryUtility(IPersonCard)
    name = cards.card(login)["name"] if cards is not None else ""
    if not name and member is not None:
        name = member.getProperty("fullname")
    return name or login


def last_post(directory, login):
    """Return the title of the last post that a person held, or an empty string."""
    organisation = directory.organisation()
    tenures = organisation.tenures_of_login(login)
    return organisation.posts[tenures[-1].post].title if tenures else ""


def signer(signature):
    """Return the Person of a signature: name and post are text of that moment."""
    return Person(signature["login"], signature["name"], signature["post"])


def officers(directory):
    """Return the quality officers of today."""
    logins = sorted(directory.entitled("quality_officer"))
    return [person(directory, login, "quality_officer") for login in logins]
