"""What each step noted: who did it when, and what the papers say."""

from czest.qms import clock
from czest.qms.operations.base import actor
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from zope.component import getUtility


def note(content, step, day, **values):
    """Note what was done on a list.

    Parameters:
        content: the list.
        step: ``signed``, ``requested``, ``appraised``, ``answered``, ``refused``, ``destroyed``, ``transferred``,
            ``protocol`` or ``dropped``.
        day: the day of which the paper tells.
        values: plain values.
    """
    login = actor()
    who = {"login": login, "name": full_name(login), "post": getUtility(IDirectory).post_title(login)}
    paper = {**who, "recorded": clock.now().isoformat(), "day": day, **values}
    content.papers = {**content.papers, step: paper}


def day_of(content, step):
    """Return the day of a step, None where it was not done."""
    return content.papers.get(step, {}).get("day")
