"""What an edition asked about says of itself inside its task: who wrote it, what it changes, how far it was checked.

It stands in no catalog, where it could be read by more people than the edition: the editions of one page are woken.
"""

from czest.qms.documents.rules.signatures import REVIEW
from czest.qms.organisation.people import introduction
from czest.qms.workplace.rules import shortened
from functools import cache
from plone import api


class Summaries:
    """The summaries of some editions, each a dict; of those only that the person signed in may see.

    Parameters:
        uids: of the editions.
    """

    def __init__(self, uids):
        self.introduction = cache(introduction)
        brains = api.portal.get_tool("portal_catalog")(UID=list(uids)) if uids else ()
        self._found = {brain.UID: self._summary(brain.getObject()) for brain in brains}

    def of(self, uid):
        """Return the summary of an edition, or None."""
        return self._found.get(uid)

    def _summary(self, edition):
        return {
            "sender": "; ".join(map(self.introduction, edition.authors)),
            "lines": shortened(edition.change_description or ""),
            "compared": compared(edition),
            "checked": checked(edition),
        }


def compared(edition):
    """Return number and address of the comparison with the edition in force, or None while there is no such."""
    present = edition.document.edition_in_force()
    if present is None:
        return None
    return {"number": present.number, "url": f"{edition.document.absolute_url()}/@@compare?to={edition.number}"}


def checked(edition):
    """Return how many of those asked have confirmed the checks that are over: ``(done, asked)``, None before any is."""
    course = edition.course
    stages = [stage for stage in course.stages if stage.act == REVIEW and course.is_met(stage)]
    if not stages:
        return None
    return sum(len(course.signed(stage)) for stage in stages), sum(len(stage.participants) for stage in stages)
