"""The ledger: one case for each publication that was asked for; kept for ever, beside the content."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from czest.qms import clock
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.journal.keeping import Journal
from czest.qms.publication.lists import Lists
from czest.qms.publication.pages.keeping import Pages
from czest.qms.publication.rules.cases import REQUESTED
from czest.qms.publication.rules.cases import require_step
from dataclasses import dataclass
from persistent import Persistent
from zope.interface import implementer


#: What an intent is about.
PUBLISH, ARCHIVE, WITHDRAW, EDIT = "publish", "archive", "withdraw", "edit"


@dataclass(frozen=True)
class Intent:
    """Something begun in the bulletin, noted before it was begun.

    Parameters:
        act: ``publish``, ``archive`` or ``withdraw`` of an entry, ``edit`` of a page.
        path: of the entry or page below the bulletin's site.
        digest: of the snapshot, or of the content of the page.
        at: ISO 8601 in UTC.
    """

    act: str
    path: str
    digest: str
    at: str


class Case(Persistent):
    """One publication.

    Attributes:
        id: number in the ledger.
        uid: of the edition or record.
        symbol, number: of the document, and of its edition.
        state: see ``rules.cases``.
        moved_at: when it came into its state, ISO 8601.
        request: dict of plain values: what was asked for, by whom, when.
        authors: logins of those who wrote what is to be published: they do not decide.
        redacted: the redacted file given with the request (NamedBlobFile), or None.
        draft: the snapshot that would be published, as plain values; the time of publication is still empty.
        not_made: Findings about files of which no public one could be made.
        contents: ``{public name: NamedBlobFile}`` of the public files, made from those inside.
        text: plain text of the public files, for the search of the bulletin.
        decision: dict of plain values: who decided, when, on which findings, with which overrides; or None.
        publish_on: day on which it shall be published, ``YYYY-MM-DD``, or empty.
        snapshot: the snapshot that was published, as plain values, or None.
        path: of the entry below the bulletin's site, or empty.
        in_force_to: last day on which it was in force, once it is archived.
        withdrawal: why it was withdrawn, as plain values, or None.
    """

    state = REQUESTED
    moved_at = ""
    authors = ()
    redacted = None
    draft = None
    not_made = ()
    contents = ()
    text = ""
    decision = None
    publish_on = ""
    snapshot = None
    path = ""
    in_force_to = ""
    withdrawal = None

    def __init__(self, number_in_ledger, uid, facts):
        self.id = number_in_ledger
        self.uid = uid
        for name, value in facts.items():
            setattr(self, name, value)

    @property
    def until(self):
        """Last day in the bulletin, ``YYYY-MM-DD``, or empty."""
        return self.request["bip_until"]


@implementer(IPublicationLedger)
class Ledger(Persistent):
    """See IPublicationLedger."""

    #: ``{number: Outdated}``; made when the first is noted.
    _outdated = None

    def __init__(self):
        self._cases = IOBTree()
        self._by_uid = OOBTree()
        self._by_symbol = OOBTree()
        self._by_state = OOBTree()
        self.intents = IOBTree()
        self.pages = Pages()
        self.journal = Journal()
        self.lists = Lists()

    def open_case(self, uid, **facts):
        number = self._cases.maxKey() + 1 if self._cases else 1
        case = self._cases[number] = Case(number, uid, facts)
        self._by_uid[uid] = (*self._by_uid.get(uid, ()), number)
        self._by_symbol[case.symbol] = (*self._by_symbol.get(case.symbol, ()), number)
        self._set_of(case.state).insert(number)
        case.moved_at = clock.now().isoformat()
        self.lists.add(case)
        return case

    def move(self, case, state):
        """Lead a case to another state.

        Raises:
            ImpossibleStep: when its state does not lead there.
        """
        require_step(case.state, state)
        self.lists.leave(case)
        self._set_of(case.state).remove(case.id)
        case.state = state
        case.moved_at = clock.now().isoformat()
        self._set_of(state).insert(case.id)
        self.lists.enter(case)

    def case(self, number):
        return self._cases[number]

    def cases(self):
        for number in reversed(self._cases.keys()):
            yield self._cases[number]

    def cases_of(self, uid):
        return [self._cases[number] for number in reversed(self._by_uid.get(uid, ()))]

    def cases_under(self, symbol):
        return [self._cases[number] for number in reversed(self._by_symbol.get(symbol, ()))]

    def in_state(self, *states):
        numbers = sorted(number for state in states for number in self._by_state.get(state, ()))
        return [self._cases[number] for number in numbers]

    def count(self, *states):
        """Return how many cases are in these states; no case is loaded."""
        return sum(len(self._by_state.get(state, ())) for state in states)

    # Copies that are no longer true

    def note_outdated(self, outdated):
        if self._outdated is None:
            self._outdated = IOBTree()
        number = self._outdated.maxKey() + 1 if self._outdated else 1
        self._outdated[number] = outdated

    def outdated(self):
        return dict(self._outdated or {})

    def settle_outdated(self, number, outdated):
        if outdated is None:
            self._outdated.pop(number, None)
        else:
            self._outdated[number] = outdated

    def _set_of(self, state):
        if state not in self._by_state:
            self._by_state[state] = OOTreeSet()
        return self._by_state[state]
