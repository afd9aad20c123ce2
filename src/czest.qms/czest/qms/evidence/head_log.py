"""The log of heads outside the database.

After every successful commit each new entry of the trail leaves one line here, so an entry that is undone or
rolled back in the database is missed. One JSON object a line: ``time``, ``uid``, ``label``, ``seq``, ``hash``.
"""

from App.config import getConfiguration
import contextlib
from czest.qms.evidence.rules.sealing import canonical
from dataclasses import asdict
from dataclasses import dataclass
import fcntl
import json
import logging
import os
from pathlib import Path


logger = logging.getLogger(__name__)

#: Environment variable that names the file.
VARIABLE = "QMS_HEAD_LOG"
FILE_NAME = "trail-heads.jsonl"

#: Ends a line that a crash or a full disk cut short, once the next writer finds it.
TORN = " # cut short"


@dataclass(frozen=True)
class Head:
    """One line of the log: an entry of the trail that has been committed.

    Parameters:
        time: time of the entry, UTC in ISO 8601.
        uid: key of the chain.
        label: symbol kept with the chain.
        seq: number of the entry.
        hash: its hash.
    """

    time: str
    uid: str
    label: str
    seq: int
    hash: str


@dataclass(frozen=True)
class LogContent:
    """What the log holds: its heads, and the numbers of the lines that are garbage."""

    heads: tuple
    garbage: tuple


def log_path():
    """Return the path of the log: ``QMS_HEAD_LOG``, or ``evidence/trail-heads.jsonl`` beside the instance's data."""
    configured = os.environ.get(VARIABLE)
    if configured:
        return Path(configured)
    client_home = getattr(getConfiguration(), "clienthome", None)
    home = Path(client_home).parent if client_home else Path.cwd() / "var"
    return home / "evidence" / FILE_NAME


@contextlib.contextmanager
def locked(path):
    """Open the log for appending, alone among all processes; yields a file descriptor.

    Raises:
        OSError: when the file cannot be opened.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o640)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            # A rotation may have put another file in its place while we waited.
            if _is_current(descriptor, path):
                yield descriptor
                return
        finally:
            os.close(descriptor)


def _is_current(descriptor, path):
    """Tell whether an open file is still the one at ``path``."""
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except FileNotFoundError:
        return False


def write(heads):
    """Append heads to the log in one write and wait until they are on the disk.

    Raises:
        OSError: when they could not be written.
    """
    text = "".join(line_of(head) for head in heads)
    with locked(log_path()) as descriptor:
        size = os.fstat(descriptor).st_size
        if size and os.pread(descriptor, 1, size - 1) != b"\n":
            text = f"{TORN}\n{text}"
        data = text.encode("utf-8")
        if os.write(descriptor, data) != len(data):
            raise OSError("The log of heads took only a part of the lines.")
        os.fsync(descriptor)


def line_of(head):
    """Return the line of a head, with its end."""
    return canonical(asdict(head)) + "\n"


def after_commit(committed, heads):
    """Write heads to the log; a hook of the transaction.

    The entries are committed by now, so a log that cannot be written is reported and breaks nothing.

    Parameters:
        committed: whether the commit succeeded.
        heads: the heads committed.
    """
    if not committed:
        return
    try:
        write(heads)
    except Exception:
        logger.exception("The heads of the trail were not written to %s: %s", log_path(), heads)


def read(uid=None):
    """Return the content of the log; a missing log is empty.

    Parameters:
        uid: key of a chain to read the lines of only that chain, or None.
    """
    path = log_path()
    if not path.exists():
        return LogContent((), ())
    return parse(path.read_bytes(), uid)


def parse(data, uid=None):
    """Return the content of the bytes of a log; the parameters as in :func:`read`."""
    lines = data.decode("utf-8", errors="replace").split("\n")
    heads, garbage = [], []
    for number, line in enumerate(lines, 1):
        if not line or (uid is not None and uid not in line):
            continue
        head = _head_of(line.removesuffix(TORN))
        # The last line may still be on its way, or a crash cut it short: that is not garbage.
        cut_short = line.endswith(TORN) or number == len(lines)
        if head is not None:
            heads.append(head)
        elif not cut_short:
            garbage.append(number)
    if uid is not None:
        heads = [head for head in heads if head.uid == uid]
    return LogContent(tuple(heads), tuple(garbage))


def _head_of(line):
    """Return the head that a line holds, or None."""
    try:
        head = Head(**json.loads(line))
    except (TypeError, ValueError, RecursionError):
        return None
    texts = (head.time, head.uid, head.label, head.hash)
    return head if type(head.seq) is int and all(isinstance(text, str) for text in texts) else None


def rotate(archive, is_covered):
    """Put the log away under another name and go on with the heads that no checkpoint covers yet.

    Parameters:
        archive: path, in the same directory, for the lines so far.
        is_covered: callable telling of a Head whether a checkpoint holds it or a later one.

    Raises:
        FileExistsError: when the archive is there already.
    """
    path = log_path()
    with locked(path):
        rest = [head for head in parse(path.read_bytes()).heads if not is_covered(head)]
        fresh = path.with_name(path.name + ".new")
        with fresh.open("w", encoding="utf-8") as file:
            file.writelines(line_of(head) for head in rest)
            file.flush()
            os.fsync(file.fileno())
        os.link(path, archive)
        os.replace(fresh, path)
