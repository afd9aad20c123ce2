"""What waits for a BIP editor: requests on which he may decide, entries of what is no longer open, entries of
records that were corrected inside, and archived entries without a newer one.
"""

from czest.qms.language.dates import day_of
from czest.qms.publication import queue
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.settings import decide_by
from dataclasses import dataclass
import datetime
from zope.component import queryUtility


#: Operations of the tasks.
DECIDE, REPLACE, TAKE_OFF, CORRECT = "publish", "keep-archived", "unpublish", "keep-published"


@dataclass(frozen=True)
class EditorTask:
    """One case that waits.

    Parameters:
        uid: of the edition.
        url: address of the edition.
        symbol, title, number: of the document and the edition.
        operation: ``publish``, ``keep-archived``, ``unpublish`` or ``keep-published``.
        since: day since which it waits.
        due: last day, or None.
    """

    uid: str
    url: str
    symbol: str
    title: str
    number: str
    operation: str
    since: datetime.date
    due: datetime.date | None


def count_for(login):
    """Return how many tasks a BIP editor has; no case is loaded."""
    ledger = queryUtility(IPublicationLedger)
    if ledger is None:
        return 0
    lists = ledger.lists
    return len(lists.undecided(login)) + sum(map(len, (lists.unreplaced(), lists.no_longer_open(), lists.corrected())))


def tasks_for(login, sets):
    """Return the EditorTasks of a BIP editor; what he may not see is left out.

    Parameters:
        sets: CatalogSets of the editor.
    """
    ledger = queryUtility(IPublicationLedger)
    if ledger is None:
        return []
    to_decide = queue.loaded(ledger.lists.undecided(login))
    to_replace = queue.loaded(ledger.lists.unreplaced())
    to_take_off = queue.loaded(ledger.lists.no_longer_open())
    to_correct = queue.loaded(ledger.lists.corrected())
    pairs = [
        *((case, DECIDE) for case in to_decide),
        *((case, TAKE_OFF) for case in to_take_off),
        *((case, CORRECT) for case in to_correct),
        *((case, REPLACE) for case in to_replace),
    ]
    addresses = queue.addresses_of([case for case, _operation in pairs], sets)
    return [task(case, operation, addresses[case.uid]) for case, operation in pairs if case.uid in addresses]


def task(case, operation, address):
    """Return the task of one case."""
    return EditorTask(
        uid=case.uid,
        url=address,
        symbol=case.symbol,
        title=case.draft["title"],
        number=case.number,
        operation=operation,
        since=day_of(case.request["requested_at"] if operation == DECIDE else case.moved_at),
        due=decide_by(case) if operation == DECIDE else None,
    )
