"""A thread: a remark on a passage with what was answered, and how it was resolved."""

from czest.qms.documents.rules.lifecycle import OPEN_STATES
from czest.qms.documents.rules.lifecycle import RELEASED_STATES
from czest.qms.remarks.rules.anchors import Anchor
from dataclasses import dataclass
from dataclasses import replace
import hashlib


REMARK, ANSWER, RESOLUTION, REOPENING = "remark", "answer", "resolution", "reopening"
ACCEPTED, REJECTED, ANSWERED = "accepted", "rejected", "answered"
WAYS = (ACCEPTED, REJECTED, ANSWERED)

#: States in which nobody but the author and the officer sees the text.
DRAFT = "draft"
#: States in which remarks are made.
REMARKED_IN = frozenset(OPEN_STATES - RELEASED_STATES - {DRAFT})
#: States in which threads go on: the author answers while he corrects.
DISCUSSED_IN = REMARKED_IN | {DRAFT}


@dataclass(frozen=True)
class Saying:
    """One contribution to a thread.

    Parameters:
        kind: ``remark``, ``answer``, ``resolution`` or ``reopening``.
        time: moment in UTC as ISO text.
        login, name, post: who it was; name and post are text of that moment.
        text: what was said; may be empty in a resolution.
        way: of a resolution: ``accepted``, ``rejected`` or ``answered``.
        salt: random text that goes into the digest before what was said; empty in what was said before there were salts.
    """

    kind: str
    time: str
    login: str
    name: str
    post: str
    text: str
    way: str = ""
    salt: str = ""


@dataclass(frozen=True)
class Thread:
    """A remark with what followed.

    Parameters:
        number: from 1, never given again within an edition.
        anchor: its passage.
        digest: digest of the content of the edition on which it was made.
        sayings: the remark first.
    """

    number: int
    anchor: Anchor
    digest: str
    sayings: tuple[Saying, ...]

    @property
    def opener(self):
        """The Saying that is the remark itself."""
        return self.sayings[0]

    @property
    def resolution(self):
        """The Saying that resolved it, or None while it is open."""
        turns = [saying for saying in self.sayings if saying.kind in (RESOLUTION, REOPENING)]
        return turns[-1] if turns and turns[-1].kind == RESOLUTION else None

    @property
    def is_open(self):
        """Whether it waits for an answer or a decision."""
        return self.resolution is None


def begun(threads, anchor, digest, saying):
    """Return the threads with a new one at the end."""
    number = max((thread.number for thread in threads), default=0) + 1
    return (*threads, Thread(number, anchor, digest, (saying,)))


def continued(threads, number, saying):
    """Return the threads with one more saying in one of them."""
    return tuple(
        replace(thread, sayings=(*thread.sayings, saying)) if thread.number == number else thread for thread in threads
    )


def thread_numbered(threads, number):
    """Return the thread with a number, given as text or as a number, or None."""
    return next((thread for thread in threads if str(thread.number) == str(number)), None)


def count_open(threads):
    """Return how many threads are open."""
    return sum(thread.is_open for thread in threads)


def may_read(state, *, reads_edition, is_author, is_officer, is_auditor):
    """Tell whether a person reads the remarks of an edition.

    Until it is released, whoever reads the edition does. Afterwards readers come, who never do: then only its authors, the
    quality officer and the auditor.
    """
    if not reads_edition:
        return False
    return state not in RELEASED_STATES or is_author or is_officer or is_auditor


def may_resolve(thread, login, *, is_author, is_officer):
    """Tell whether a person decides that a remark is settled: its author, those of the edition, the quality officer."""
    return login == thread.opener.login or is_author or is_officer


def digest_of(saying):
    """Return the SHA-256 of the salt and what was said, in UTF-8: all that the trail keeps of a Saying.

    Without the salt, whoever reads the trail could guess a short remark such as "Zgoda" and compare.
    """
    return hashlib.sha256(f"{saying.salt}{saying.text}".encode()).hexdigest()
