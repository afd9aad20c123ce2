"""What the archivist has to do: what became due, lists on their way, holds that are about to end. No record is woken."""

from czest.qms import _
from czest.qms import clock
from czest.qms.disposal.due import DueOn
from czest.qms.disposal.operations.base import DISPOSE
from czest.qms.disposal.setup import ARCHIVE
from czest.qms.disposal.views.lists import OPEN
from czest.qms.disposal.views.wording import follows
from czest.qms.disposal.views.wording import since_of
from czest.qms.documents.content import state_of
from czest.qms.language.numerals import counted
from czest.qms.records.holds import hold_ledger
from czest.qms.records.rules.retention import KINDS
from czest.qms.records.setup import RECORDS
from dataclasses import dataclass
import datetime
from plone import api


#: What a duty is.
PROPOSE, LIST, HOLD = "propose-list", "disposal-list", "hold-ending"

#: So many days before its end a hold is told of.
BEFORE_THE_END = 30

#: States in which the system works by itself.
_BY_ITSELF = frozenset({"making", "destroying", "transferring"})


@dataclass(frozen=True)
class Duty:
    """One thing to do, without a document.

    Parameters:
        id: unique among the duties.
        operation: what is to be done, see above.
        title: a Message.
        page: address below the site where it is done.
        since: day since which it waits, or None.
        due: last day, or None.
    """

    id: str
    operation: str
    title: str
    page: str
    since: datetime.date | None
    due: datetime.date | None = None


def duties_of(user, sets):
    """Return the Duties of a person: of the archivist, or none.

    Parameters:
        user: of acl_users, or a member.
        sets: the ``CatalogSets`` of the person.
    """
    portal = api.portal.get()
    if ARCHIVE not in portal or not user.has_permission(DISPOSE, portal[RECORDS]):
        return []
    return [*_proposals(sets), *_lists(sets), *_holds()]


def _proposals(sets):
    """What became due: one duty for every kind of category; it waits since the January of this year."""
    today = clock.today()
    due_on = DueOn(sets, today)
    for kind in KINDS:
        due = due_on.of(kind)
        free = len(due.records) - len(due.held)
        if free:
            title = counted(
                free,
                _("Due, category ${kind}: ${count} record", mapping={"kind": kind}),
                _("Due, category ${kind}: ${count} records (few)", mapping={"kind": kind}),
                _("Due, category ${kind}: ${count} records (many)", mapping={"kind": kind}),
            )
            yield Duty(f"{PROPOSE}-{kind}", PROPOSE, title, ARCHIVE, today.replace(month=1, day=1))


def _lists(sets):
    """The lists on their way; they are few, and woken."""
    found = sets.permitted(sets.matching("portal_type", "DisposalList"))
    for brain in sets.brains(sets.narrowed(found, "review_state", list(OPEN))):
        content = brain.getObject()
        state = state_of(content)
        if state in _BY_ITSELF:
            continue
        step, who = follows(content.kind, state)
        mapping = {"symbol": content.symbol, "step": api.portal.translate(step), "who": api.portal.translate(who)}
        title = _("List ${symbol}: ${step} (${who})", mapping=mapping)
        yield Duty(brain.UID, LIST, title, f"{ARCHIVE}/{content.id}", since_of(content, state))


def _holds():
    """Holds that end soon: one duty, with the day of the first."""
    today = clock.today()
    last = today + datetime.timedelta(days=BEFORE_THE_END)
    ends = []
    for decision_id in hold_ledger().in_force(today):
        until = hold_ledger().get(decision_id).hold["until"]
        if until is None or until > last:
            break
        ends.append(until)
    if ends:
        title = counted(
            len(ends),
            _("${count} hold ends within ${days} days", mapping={"days": str(BEFORE_THE_END)}),
            _("${count} holds end within ${days} days (few)", mapping={"days": str(BEFORE_THE_END)}),
            _("${count} holds end within ${days} days (many)", mapping={"days": str(BEFORE_THE_END)}),
        )
        yield Duty(HOLD, HOLD, title, f"{RECORDS}/@@holds", None, ends[0])
