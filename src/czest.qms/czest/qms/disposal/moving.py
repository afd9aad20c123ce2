"""What a list does to one record: takes it up, gives it back, destroys it, hands it over; each leaves its trace.

Called by operations only, since the gate must be open. Thousands of records go this way at once, so each does no more
than it must.
"""

from czest.qms.documents.making import uid_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.interfaces import IStateOf
from czest.qms.records.destroying import destroy_content
from czest.qms.records.passing import pass_on
from dataclasses import dataclass
from zope.component import getUtility


@dataclass(frozen=True)
class Doer:
    """Who does it: the person who asked for it, also where a job goes on with it later.

    Parameters:
        operation: id of the operation.
        login: of the person.
        post: his post at that moment.
        reason: text given by the person.
    """

    operation: str
    login: str
    post: str
    reason: str = ""


def take_up(record, content, doer):
    """Put a record on a list."""
    record.disposal_list = uid_of(content)
    pass_on(record, "propose", doer.login)
    _trace(record, content, doer)


def give_back(record, content, doer):
    """Take a record off a list: it is filed as before."""
    record.disposal_list = None
    pass_on(record, "take-off-list", doer.login)
    _trace(record, content, doer)


def destroy(record, content, doer, day):
    """Destroy the content of a record; a stub of it stays."""
    destroy_content(record, day, content.symbol)
    pass_on(record, "destroy", doer.login, also_indexed=("SearchableText",))
    _trace(record, content, doer)


def hand_over(record, content, doer):
    """Note that a record went to the state archive; its content stays."""
    record.disposal_list_symbol = content.symbol
    pass_on(record, "transfer", doer.login)
    _trace(record, content, doer)


def _trace(record, content, doer):
    getUtility(ITrail).append(
        uid_of(record),
        label=record.symbol,
        operation=doer.operation,
        actor=doer.login,
        reason=doer.reason,
        digest=IStateOf(record).digest,
        details={"post": doer.post, "list": content.symbol},
    )
