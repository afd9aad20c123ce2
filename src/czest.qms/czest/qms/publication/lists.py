"""The orders in which the ledger is looked at: a page or a counter loads no case but those that it shows."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from czest.qms.publication.rules import cases
from persistent import Persistent


#: After every day: no day is set.
NEVER = "9999-12-31"


def due_day(case):
    """Return the day by which a case stands among those of its state, ``YYYY-MM-DD``."""
    if case.state == cases.REQUESTED:
        return case.request["requested_at"][: len("YYYY-MM-DD")]
    return (case.publish_on if case.state == cases.SCHEDULED else case.until) or NEVER


class Lists(Persistent):
    """Numbers of cases in several orders."""

    #: ``{number: symbol}`` of published records that were corrected; made when the first is noted.
    _corrected = None

    def __init__(self):
        self._undecided = IOBTree()
        self._due = OOBTree()
        self._moved = OOBTree()
        self._asked_by = OOBTree()
        self._unreplaced = OOBTree()
        self._no_longer_open = OOBTree()

    def add(self, case):
        """Take a new case in."""
        login = case.request["requested_by"]
        self._asked_by[login] = (*self._asked_by.get(login, ()), case.id)
        self.enter(case)

    def enter(self, case):
        """Put a case where its state belongs."""
        if case.state not in self._due:
            self._due[case.state] = OOTreeSet()
        self._due[case.state].insert((due_day(case), case.id))
        self._moved[case.moved_at, case.id] = case.state
        if case.state == cases.REQUESTED:
            self._undecided[case.id] = tuple(sorted({*case.authors, case.request["requested_by"]}))
        elif case.state == cases.PUBLISHED:
            self._unreplaced.pop(case.symbol, None)
        elif case.state == cases.ARCHIVED:
            self._unreplaced[case.symbol] = case.id
        elif case.state == cases.WITHDRAWN:
            self.settle(case)
            self.note_openness([case], is_open=True)
        if case.state != cases.PUBLISHED:
            self.settle_correction(case)

    def leave(self, case):
        """Take a case out before its state changes."""
        self._due[case.state].remove((due_day(case), case.id))
        del self._moved[case.moved_at, case.id]
        self._undecided.pop(case.id, None)

    def settle(self, case):
        """Note that nobody has to publish something in the place of an archived case."""
        if self._unreplaced.get(case.symbol) == case.id:
            del self._unreplaced[case.symbol]

    def note_openness(self, found, is_open):
        """Note whether what stands in the bulletin may still be public by the openness of its document.

        Parameters:
            found: cases of one document, of which something stands in the bulletin.
            is_open: True where it may.
        """
        for case in found:
            if is_open:
                self._no_longer_open.pop(case.id, None)
            else:
                self._no_longer_open[case.id] = case.symbol

    def note_correction(self, case):
        """Note that a record was corrected inside, and residents still read what was published before."""
        if self._corrected is None:
            self._corrected = IOBTree()
        self._corrected[case.id] = case.symbol

    def settle_correction(self, case):
        """Note that what is published of a corrected record is no longer shown as current, or is to stay."""
        if self.is_corrected(case):
            del self._corrected[case.id]

    def is_corrected(self, case):
        """Tell whether a record was corrected since it was published, and nobody has settled that."""
        return case.id in (self._corrected or ())

    def corrected(self):
        """Return the numbers of the published cases whose records were corrected since, the oldest first."""
        return list(self._corrected or ())

    def no_longer_open(self):
        """Return the numbers of the cases in the bulletin whose documents are no longer open, the oldest first."""
        return list(self._no_longer_open)

    def undecided(self, login=None):
        """Return the numbers of the requests on which a person may decide (None: of all), the oldest first."""
        return [number for number, barred in self._undecided.items() if login not in barred]

    def due(self, *states, since="", until=NEVER):
        """Return the numbers of the cases in these states by their day: of request, of publication, or the last one.

        Parameters:
            since, until: first and last day, ``YYYY-MM-DD``.
        """
        found = []
        for state in states:
            found.extend(self._due.get(state, OOTreeSet()).keys((since, 0), (until, float("inf"))))
        return [number for _day, number in sorted(found)]

    def latest(self, states, since=""):
        """Return the numbers of the cases that came into one of these states since a time, the latest first."""
        rows = self._moved.items((since, 0))
        return [number for (_at, number), state in reversed(list(rows)) if state in states]

    def asked_by(self, login):
        """Return the numbers of the cases that a person asked for, the newest first."""
        return list(reversed(self._asked_by.get(login, ())))

    def unreplaced(self):
        """Return the numbers of the archived cases in whose place nothing newer is published, the oldest first."""
        return sorted(self._unreplaced.values())

    def is_unreplaced(self, case):
        """Tell whether nothing newer is published in the place of an archived case, and nobody has settled that."""
        return self._unreplaced.get(case.symbol) == case.id
