"""The editions whose remarks wait for a person's answer: an index finds them, and only they are woken."""

from czest.qms.documents.content import state_of
from czest.qms.documents.interfaces import IEditionMarker
from czest.qms.language.dates import day_of
from czest.qms.remarks.interfaces import IRemarks
from czest.qms.remarks.keeping import threads_of
from czest.qms.remarks.reading import may_discuss
from czest.qms.remarks.rules.threads import DISCUSSED_IN
from czest.qms.remarks.rules.waiting import waited_for
from czest.qms.remarks.rules.waiting import waiting
from dataclasses import dataclass
import datetime
from plone.indexer import indexer
from zope.component import queryUtility


#: Index of the logins for whom remarks wait.
INDEX = "remarks_waiting_for"
#: What is asked for.
OPERATION = "answer-remark"


@dataclass(frozen=True)
class RemarksTask:
    """One edition with remarks that wait for a person.

    Parameters:
        uid: unique among the tasks; the edition may be another task too.
        url: address of the edition.
        symbol, title, number: of the document and the edition.
        operation: ``answer-remark``.
        since: day since which the first of them waits.
        due: None, they have no deadline.
        remarks: how many wait.
    """

    uid: str
    url: str
    symbol: str
    title: str
    number: str
    operation: str
    since: datetime.date
    due: None
    remarks: int


@indexer(IEditionMarker)
def remarks_waiting_for(edition):
    """Return the logins for whom remarks on the edition wait; nobody in a state in which they cannot be answered."""
    if state_of(edition) not in DISCUSSED_IN:
        return []
    return sorted(waited_for(threads_of(edition), edition.authors))


def index_waiting(edition):
    """Index for whom remarks on an edition wait; nothing else of it has changed."""
    edition.reindexObject(idxs=[INDEX], update_metadata=0)


def tasks_for(user, sets):
    """Return the RemarksTasks of a person: of editions that he may see and whose remarks he may answer now.

    Parameters:
        user: of acl_users, or a member.
        sets: the ``CatalogSets`` of the person.
    """
    login = user.getId()
    found = sets.matching(INDEX, login) if queryUtility(IRemarks) is not None else ()
    if not found:
        # For most people nothing waits, and what else they may see need not be looked up.
        return []
    editions = [brain._unrestrictedGetObject() for brain in sets.brains(sets.permitted(found))]
    return [
        task(edition, sayings)
        for edition in editions
        if may_discuss(edition, user) and (sayings := waiting(threads_of(edition), login, edition.authors))
    ]


def task(edition, sayings):
    """Return the RemarksTask about an edition in which these Sayings wait."""
    return RemarksTask(
        uid=f"{OPERATION}-{edition.UID()}",
        url=edition.absolute_url(),
        symbol=edition.document.symbol,
        title=edition.title,
        number=edition.number,
        operation=OPERATION,
        since=min(day_of(saying.time) for saying in sayings),
        due=None,
        remarks=len(sayings),
    )
