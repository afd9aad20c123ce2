"""People as the pages name them: post first, then name; those who have left too."""

from dataclasses import dataclass
from plone import api


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
    """Return a Person as of today; asks the user folder, so ask for each person once (``Facts.person``).

    Parameters:
        directory: the organisation.
        login: user id.
        entitlement: of several posts, the one that gives it goes first.
    """
    member = api.user.get(userid=login)
    name = member.getProperty("fullname") if member is not None else ""
    post = directory.post_title(login, entitlement=entitlement)
    return Person(login, name or login, post or last_post(directory, login), member is None or not post)


def post_of(directory, login, entitlement=None):
    """Return the present post of a person, or the last one, or the login; asks no user folder."""
    return directory.post_title(login, entitlement=entitlement) or last_post(directory, login) or login


def last_post(directory, login):
    """Return the title of the last post that a person held, or an empty string."""
    organisation = directory.organisation()
    tenures = organisation.tenures_of_login(login)
    return organisation.posts[tenures[-1].post].title if tenures else ""


def signer(signature):
    """Return the Person of a signature: name and post are text of that moment."""
    return Person(signature["login"], signature["name"], signature["post"])
