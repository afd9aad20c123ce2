"""The outbox: messages put in by whoever has news, in his own transaction, and sent by the worker later."""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from collections import Counter
from czest.qms import clock
from czest.qms.jobs import rules
from czest.qms.jobs.interfaces import IOutbox
import datetime
import hashlib
from persistent import Persistent
from typing import NamedTuple
from zope.interface import implementer


#: Why a message was left unsent, where no mail server said so.
CRASHED, OVERTAKEN = "crashed", "overtaken"


class Letter(NamedTuple):
    """What is sent: plain values that need no database."""

    key: str
    to: str
    subject: str
    text: str
    recipient: str = ""
    about: str = ""


class Unsent(NamedTuple):
    """A message that failed, or of which nobody knows whether it was sent.

    Parameters:
        letter: what it says.
        state: ``failed`` or ``unknown``.
        reason: what the mail server or the program said; ``crashed`` and ``overtaken`` stand for what time has done.
        moment: when it was left so.
    """

    letter: Letter
    state: str
    reason: str
    moment: datetime.datetime

    @property
    def id(self):
        """The message in an address, which names nobody."""
        return hashlib.sha256(self.letter.key.encode()).hexdigest()[:32]


class Message(Persistent):
    """A message in the outbox; an object of its own, so that two who would send it at once conflict.

    Parameters:
        letter: what is sent.
        moment: when it was put in.
    """

    #: When it was left unsent; messages left before that was noted have none.
    left = None

    def __init__(self, letter, moment):
        self.letter = letter
        self.put = self.not_before = moment
        self.state = rules.WAITING
        self.refusals = 0
        self.marked = None
        self.reason = ""

    def leave(self, state, reason):
        """Keep the message unsent, for a person to decide what becomes of it."""
        self.state = state
        self.reason = reason
        self.left = clock.now()


@implementer(IOutbox)
class Outbox(Persistent):
    """See IOutbox. Each method of sending belongs into a transaction that is committed before the next step."""

    #: Keys of the messages that were not sent; an outbox of an earlier version finds them at the next tick.
    _unsent = None

    def __init__(self):
        self._keys = OOBTree()
        self._messages = OOBTree()
        self._unsent = OOTreeSet()
        self.troubles = 0
        self.closed_until = None

    def put(self, key, to, subject, text, recipient="", about=""):
        if key in self._keys:
            return False
        self._put(Letter(key, to, subject, text, recipient, about))
        return True

    def _put(self, letter):
        moment = clock.now()
        self._keys[letter.key] = moment
        self._messages[letter.key] = Message(letter, moment)

    def counts(self):
        found = Counter(message.state for message in self._messages.values())
        return {state: found[state] for state in rules.STATES}

    # Sending

    def ready(self, limit):
        """Return the keys of at most ``limit`` messages to be sent now, the longest waiting first."""
        now = clock.now()
        if self.closed_until is not None and now < self.closed_until:
            return []
        found = [
            (message.put, key)
            for key, message in self._messages.items()
            if rules.is_ready(message.state, message.not_before, now)
        ]
        return [key for _put, key in sorted(found)[:limit]]

    def mark(self, key):
        """Mark a message as being sent and return its Letter; None where somebody else has it."""
        message = self._messages.get(key)
        if message is None or not rules.is_ready(message.state, message.not_before, clock.now()):
            return None
        message.state = rules.SENDING
        message.marked = clock.now()
        return message.letter

    def sent(self, key):
        """Remove a message that the mail server took; the key stays known."""
        del self._messages[key]
        self._open()

    def refused(self, key, reason):
        """Put a message back for a while; return whether it was given up instead."""
        self._open()
        message = self._messages[key]
        message.refusals += 1
        pause = rules.pause(message.refusals)
        if pause is None:
            self._leave(key, rules.FAILED, reason)
            return True
        message.state = rules.WAITING
        message.not_before = clock.now() + pause
        message.reason = reason
        return False

    def give_up(self, key, reason):
        """Keep a message that can never be sent."""
        self._leave(key, rules.FAILED, reason)

    def uncertain(self, key, reason):
        """Keep a message of which nobody knows whether the mail server took it."""
        self._leave(key, rules.UNKNOWN, reason)

    def _leave(self, key, state, reason):
        self._messages[key].leave(state, reason)
        self._unsent.insert(key)

    def not_sent(self, key):
        """Put a message back that the mail server was never given."""
        self._messages[key].state = rules.WAITING

    def close(self):
        """Leave a mail server alone that is out of order."""
        self.troubles += 1
        self.closed_until = clock.now() + rules.server_pause(self.troubles)

    def _open(self):
        if self.troubles:
            self.troubles = 0
            self.closed_until = None

    # What was not sent

    def count_unsent(self):
        return len(self._unsent or ())

    def unsent(self):
        found = [self._messages[key] for key in self._unsent or ()]
        listed = [Unsent(one.letter, one.state, one.reason, one.left or one.put) for one in found]
        return sorted(listed, key=lambda one: (one.moment, one.letter.key), reverse=True)

    def send_again(self, key):
        if not self._messages[key].letter.text:
            raise KeyError(key)
        self._unsent.remove(key)
        self._put(self._messages[key].letter)

    def set_aside(self, key):
        self._unsent.remove(key)
        del self._messages[key]

    # Upkeep

    def settle(self):
        """Give up what time has overtaken and return ``[(key, new state)]``."""
        now = clock.now()
        changed = []
        for key, message in self._messages.items():
            state = rules.became(message.state, message.put, message.marked, now)
            if state != message.state:
                self._leave(key, state, CRASHED if state == rules.UNKNOWN else OVERTAKEN)
                changed.append((key, state))
        return changed

    def prune(self):
        """Forget keys, and what was not sent, after their time."""
        now = clock.now()
        for tree, moment_of in ((self._messages, lambda message: message.put), (self._keys, lambda moment: moment)):
            old = [key for key, value in tree.items() if rules.is_forgotten(moment_of(value), now)]
            for key in old:
                del tree[key]
        if self._unsent is None:
            self._unsent = OOTreeSet(key for key, message in self._messages.items() if message.state in rules.UNSENT)
        for key in [key for key in self._unsent if key not in self._messages]:
            self._unsent.remove(key)
