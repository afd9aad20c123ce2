"""The decisions to hold records, kept with the container: one for a record, a series, or a search result.

The holds themselves stand on records and series. The ledger tells without waking those what was decided, on how many
records, and what is still to be written on them.
"""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from czest.qms import clock
import datetime
from persistent import Persistent


#: On what a decision was made.
RECORD, SERIES, FOUND = "record", "series", "found"


class Decision(Persistent):
    """One decision.

    Parameters:
        hold: the hold, as in ``rules.holding``.
        bearer: ``RECORD``, ``SERIES`` or ``FOUND``.
        uids: UIDs of the records, or of the one series.
    """

    #: What is still to be written on records: dict with ``operation``, ``values`` for the hold, ``reason``, ``login``
    #: and ``post``; None when all is written.
    work = None

    def __init__(self, hold, bearer, uids):
        self.hold = hold
        self.bearer = bearer
        #: When it was made, as ISO text: of those that end on one day the earlier ones come first.
        self.made = clock.now().isoformat()
        self.uids = OOTreeSet(uids)
        #: UIDs of the records on which the work is still to be done.
        self.pending = OOTreeSet()

    def awaited(self, uid=None):
        """Return the hold as it binds a record though it is not written on it yet; None where there is no such hold.

        A hold that is set or extended binds at once; one that is lifted binds until that is written.

        Parameters:
            uid: of the record; None to ask about the work at all.
        """
        if self.work is None or self.work["operation"] == "lift-hold" or (uid is not None and uid not in self.pending):
            return None
        return {**self.hold, **self.work["values"]}


class HoldLedger(Persistent):
    """Decisions by their ids; nothing is ever taken out."""

    def __init__(self):
        self._decisions = OOBTree()
        #: Ids of the decisions on series that were not lifted, and of those with work to do.
        self._on_series = OOTreeSet()
        self._at_work = OOTreeSet()
        #: Last day and id of the decisions that were not lifted; day of lifting and id of the others.
        self._standing = OOBTree()
        self._lifted = OOBTree()

    def get(self, decision_id):
        """Return a decision, or None."""
        return self._decisions.get(decision_id)

    def put(self, decision):
        """Keep a new decision."""
        decision_id = decision.hold["id"]
        self._decisions[decision_id] = decision
        if decision.bearer == SERIES:
            self._on_series.insert(decision_id)
        self._standing[_key(decision)] = decision_id

    def change(self, decision_id, **values):
        """Change the hold of a decision; the last day and the day of lifting decide where it is listed."""
        decision = self._decisions[decision_id]
        del self._standing[_key(decision)]
        decision.hold = {**decision.hold, **values}
        if decision.hold["lifted"] is None:
            self._standing[_key(decision)] = decision_id
            return
        self._lifted[_key(decision, "lifted")] = decision_id
        if decision.bearer == SERIES:
            self._on_series.remove(decision_id)

    def leave(self, decision_id, uid):
        """Let one record go out of a decision made on several."""
        self._decisions[decision_id].uids.remove(uid)

    def begin(self, decision_id, work, uids):
        """Note what is to be written on records."""
        decision = self._decisions[decision_id]
        decision.work = work
        decision.pending = OOTreeSet(uids)
        self._at_work.insert(decision_id)

    def finish(self, decision_id):
        """Note that everything is written."""
        self._decisions[decision_id].work = None
        self._at_work.remove(decision_id)

    def at_work(self):
        """Return the decisions that are still to be written on records."""
        return [self._decisions[decision_id] for decision_id in self._at_work]

    def on_series(self):
        """Return the decisions on series that were not lifted."""
        return [self._decisions[decision_id] for decision_id in self._on_series]

    def in_force(self, day):
        """Return the ids of the decisions in force on a day, those that end first before the others."""
        return list(self._standing.values(min=day.isoformat()))

    def ended(self, first, day):
        """Return the ids of the decisions that ended or were lifted from ``first`` on, in force no more on ``day``."""
        over = [*self._standing.items(first.isoformat(), day.isoformat(), excludemax=True)]
        over += self._lifted.items(min=first.isoformat())
        return [decision_id for _key, decision_id in sorted(over, reverse=True)]


def _key(decision, name="until"):
    """Return a day of a hold and what tells it from others in one text; the day alone comes before all that begin so."""
    hold = decision.hold
    return f"{(hold[name] or datetime.date.max).isoformat()} {decision.made} {hold['id']}"
