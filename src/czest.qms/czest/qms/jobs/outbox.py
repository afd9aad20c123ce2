"""The outbox: messages put in by whoever has news, in his own transaction, and sent by the worker later."""

from BTrees.OOBTree import OOBTree
from collections import Counter
from czest.qms import clock
from czest.qms.jobs import rules
from czest.qms.jobs.interfaces import IOutbox
from persistent import Persistent
from typing import NamedTuple
from zope.interface import implementer


class Letter(NamedTuple):
    """What is sent: plain values that need no database."""

    key: str
    to: str
    subject: str
    text: str


class Message(Persistent):
    """A message in the outbox; an object of its own, so that two who would send it at once conflict.

    Parameters:
        letter: what is sent.
        moment: when it was put in.
    """

    def __init__(self, letter, moment):
        self.letter = letter
        self.put = self.not_before = moment
        self.state = rules.WAITING
        self.refusals = 0
        self.marked = None
        self.reason = ""

    def leave(self, state, reason):
        """Keep the message unsent; what it says is not needed any more."""
        self.state = state
        self.reason = reason
        self.letter = self.letter._replace(subject="", text="")


@implementer(IOutbox)
class Outbox(Persistent):
    """See IOutbox. Each method of sending belongs into a transaction that is committed before the next step."""

    def __init__(self):
        self._keys = OOBTree()
        self._messages = OOBTree()
        self.troubles = 0
        self.closed_until = None

    def put(self, key, to, subject, text):
        if key in self._keys:
            return False
        moment = clock.now()
        self._keys[key] = moment
        self._messages[key] = Message(Letter(key, to, subject, text), moment)
        return True

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
            message.leave(rules.FAILED, reason)
            return True
        message.state = rules.WAITING
        message.not_before = clock.now() + pause
        message.reason = reason
        return False

    def give_up(self, key, reason):
        """Keep a message that can never be sent."""
        self._messages[key].leave(rules.FAILED, reason)

    def uncertain(self, key, reason):
        """Keep a message of which nobody knows whether the mail server took it."""
        self._messages[key].leave(rules.UNKNOWN, reason)

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

    # Upkeep

    def settle(self):
        """Give up what time has overtaken and return ``[(key, new state)]``."""
        now = clock.now()
        changed = []
        for key, message in self._messages.items():
            state = rules.became(message.state, message.put, message.marked, now)
            if state != message.state:
                message.leave(state, "crashed" if state == rules.UNKNOWN else "overtaken")
                changed.append((key, state))
        return changed

    def prune(self):
        """Forget keys, and what was not sent, after their time."""
        now = clock.now()
        for tree, moment_of in ((self._messages, lambda message: message.put), (self._keys, lambda moment: moment)):
            old = [key for key, value in tree.items() if rules.is_forgotten(moment_of(value), now)]
            for key in old:
                del tree[key]
