"""What is done to many records: at once where they are few, else piece by piece by a job, resumable at any moment.

A list keeps its plan: what is still to be done, in order. Each transaction does some of it and takes it off the plan,
so whatever is interrupted goes on where it stood, and nothing is done twice.
"""

from czest.qms import clock
from czest.qms.disposal.judging import candidate
from czest.qms.disposal.judging import listing_of
from czest.qms.disposal.judging import record_with
from czest.qms.disposal.moving import destroy
from czest.qms.disposal.moving import Doer
from czest.qms.disposal.moving import give_back
from czest.qms.disposal.moving import hand_over
from czest.qms.disposal.moving import take_up
from czest.qms.disposal.rows import note_totals
from czest.qms.disposal.rows import row_of
from czest.qms.disposal.rules.candidates import obstacles_to_destruction
from czest.qms.disposal.rules.candidates import obstacles_to_transfer
from czest.qms.disposal.rules.candidates import problems_of
from czest.qms.documents.content import state_of
from czest.qms.documents.making import uid_of
from czest.qms.documents.transitions import move
from czest.qms.operations.base import actor
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.purging.record import request_purge
from dataclasses import asdict
from itertools import islice
from zope.component import getUtility


#: As many records are worked on in the request itself; with more, the request only makes the plan.
AT_ONCE = 200

#: The transition that leads a list back to where it stood, when nothing could be done in the end.
_BACK = {
    "proposed": "complete",
    "signed": "sign",
    "requested": "send-request",
    "consented": "consent",
    "partly": "consent-partly",
    "destroyed": "destroy",
    "transferred": "transfer",
}


class Work:
    """One kind of work on a list.

    Parameters:
        content: the list.
    """

    #: Transition that shows that the work goes on, or None.
    begins = None

    def __init__(self, content):
        self.content = content
        self.doer = Doer(**content.work["doer"])
        self.day = clock.today()

    def do(self, planned):
        """Do one piece of the plan.

        Parameters:
            planned: UID of a record, or number of a row.
        """
        raise NotImplementedError

    def finish(self):
        """Do what follows when the plan is done."""


class Making(Work):
    """Records are put on the list; what came in between keeps one off."""

    def do(self, planned):
        content, record = self.content, record_with(planned)
        problems = problems_of(candidate(record), content.selection, self.day)
        if problems:
            content.left_out[record.symbol] = tuple(problem.code for problem in problems)
            return
        number = content.rows.maxKey() + 1 if content.rows else 1
        content.rows[number] = row_of(record, number)
        content.numbers[planned] = number
        take_up(record, content, self.doer)

    def finish(self):
        note_totals(self.content)
        move(self.content, "complete" if self.content.rows else "drop")


class Returning(Work):
    """Records of excluded rows, of a refused list or of one given up are filed as before."""

    def do(self, planned):
        record = record_with(self.content.rows[planned].record)
        if record.disposal_list == uid_of(self.content) and state_of(record) == "disposal_pending":
            give_back(record, self.content, self.doer)


class Ending(Work):
    """What destruction and transfer share: each record is judged again at the very moment."""

    obstacles = None
    ends = None

    def __init__(self, content):
        super().__init__(content)
        self.listing = listing_of(content)

    def do(self, planned):
        content = self.content
        record = record_with(content.rows[planned].record)
        problems = type(self).obstacles(candidate(record, content.appraised_on), self.listing, self.day)
        if problems:
            content.skipped[planned] = tuple(problem.code for problem in problems)
            return
        self.end(record)
        content.done[planned] = self.day
        content.skipped.pop(planned, None)

    def end(self, record):
        """Destroy the record, or hand it over."""
        raise NotImplementedError

    def finish(self):
        came_from = self.content.work["came_from"]
        move(self.content, self.ends if self.content.done else _BACK[came_from])


class Destroying(Ending):
    """Content of records is destroyed."""

    begins = "begin-destruction"
    ends = "destroy"
    obstacles = obstacles_to_destruction
    is_purge_requested = False

    def end(self, record):
        destroy(record, self.content, self.doer, self.day)
        if not self.is_purge_requested:
            # Once in a transaction: the bytes leave the storage when it is purged next.
            request_purge()
            self.is_purge_requested = True


class Transferring(Ending):
    """Records go to the state archive."""

    begins = "begin-transfer"
    ends = "transfer"
    obstacles = obstacles_to_transfer

    def end(self, record):
        hand_over(record, self.content, self.doer)


_WORKS = {"making": Making, "returning": Returning, "destroying": Destroying, "transferring": Transferring}


def begin(content, kind, operation, planned, reason=""):
    """Begin work on a list; whatever is little is done here and now.

    Parameters:
        content: the list.
        kind: ``making``, ``returning``, ``destroying`` or ``transferring``.
        operation: id of the operation that asks for it.
        planned: UIDs of records to be put on the list, or numbers of its rows, in order.
        reason: text given by the person.

    Returns:
        Whether all is done.
    """
    login = actor()
    doer = Doer(operation, login, getUtility(IDirectory).post_title(login), reason)
    content.plan.clear()
    content.plan.update(dict(enumerate(planned)))
    content.work = {"kind": kind, "doer": asdict(doer), "total": len(content.plan), "came_from": state_of(content)}
    if len(content.plan) <= AT_ONCE:
        return go_on(content, AT_ONCE)
    if _WORKS[kind].begins:
        move(content, _WORKS[kind].begins)
    content.__parent__.unfinished.insert(content.id)
    return False


def go_on(content, most):
    """Do some of the plan, and what follows when it is done.

    Parameters:
        content: the list, with work to do.
        most: how many records at most.

    Returns:
        Whether all is done.
    """
    work = _WORKS[content.work["kind"]](content)
    for place, planned in list(islice(content.plan.items(), most)):
        work.do(planned)
        del content.plan[place]
    if content.plan:
        return False
    work.finish()
    end(content)
    return True


def end(content):
    """Note that there is nothing to do on a list any more."""
    content.plan.clear()
    content.work = None
    if content.id in content.__parent__.unfinished:
        content.__parent__.unfinished.remove(content.id)


def progress(content):
    """Return ``{"kind", "done", "total"}`` of the work on a list, None where there is none."""
    if content.work is None:
        return None
    total = content.work["total"]
    return {"kind": content.work["kind"], "done": total - len(content.plan), "total": total}
