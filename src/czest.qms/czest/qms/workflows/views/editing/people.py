"""Who decided something about the workflows, and when, as it is shown."""

from czest.qms import _
from czest.qms.language.dates import day_of
from czest.qms.language.dates import hour
from czest.qms.language.dates import long_date
from czest.qms.language.dates import moment_of
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from zope.component import getUtility


def person(login, day):
    """Return post and name of a person on a day."""
    post = getUtility(IDirectory).post_title(login, day)
    return ", ".join(dict.fromkeys(part for part in (post, full_name(login)) if part))


def when(revision):
    """Return day and hour of a revision, in the time of the office, as a Message."""
    at = moment_of(revision.time)
    return _("${day}, ${hour}", mapping={"day": long_date(at), "hour": hour(at)})


def decided_by(revision):
    """Return a sentence that says who changed the workflows last, a Message."""
    at = moment_of(revision.time)
    who = person(revision.login, day_of(revision.time))
    words = {"person": who, "day": long_date(at), "hour": hour(at)}
    return _("The workflows were changed by ${person}, ${day}, ${hour}. What was typed is kept below.", mapping=words)
