"""Files of daily checkpoints: the heads of all chains on one day, bound to the checkpoint before.

``checkpoints/YYYY-MM-DD.json`` beside the log of heads, an object with ``day``, ``time``, ``previous`` (digest of
the checkpoint before, or null), ``heads`` (``uid``, ``label``, ``seq``, ``hash``, ordered by ``uid``) and
``digest``, which is the SHA-256 of the canonical JSON of all the rest.
"""

import contextlib
from czest.qms.evidence import head_log
from czest.qms.evidence.rules.sealing import canonical
from czest.qms.evidence.rules.sealing import sha256
from dataclasses import dataclass
import json
import os
import tempfile


@dataclass(frozen=True)
class Checkpoint:
    """A checkpoint as read.

    Parameters:
        name: name of the file.
        digest: its digest, or None where the file cannot be read.
        previous: digest of the checkpoint before, or None.
        heads: tuple of dictionaries with ``uid``, ``label``, ``seq``, ``hash``.
        sound: whether the file can be read and its digest is right.
    """

    name: str
    digest: str | None
    previous: str | None
    heads: tuple
    sound: bool


def directory():
    """Return the directory of the checkpoints."""
    return head_log.log_path().parent / "checkpoints"


def file_of(day):
    """Return the path of the checkpoint of a day (a date)."""
    return directory() / f"{day.isoformat()}.json"


def paths():
    """Return the paths of all checkpoints, oldest first."""
    return sorted(directory().glob("????-??-??.json"))


def read(path):
    """Return the Checkpoint in a file, whatever its state."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        digest = content.pop("digest")
        heads = tuple(content["heads"])
        sound = digest == sha256(canonical(content)) and all(
            isinstance(head["seq"], int) and head.keys() == {"uid", "label", "seq", "hash"} for head in heads
        )
        return Checkpoint(path.name, digest, content["previous"], heads if sound else (), sound)
    except (AttributeError, KeyError, OSError, RecursionError, TypeError, ValueError):
        return Checkpoint(path.name, None, None, (), False)


def write(day, time, previous, heads):
    """Write the checkpoint of a day, all or nothing; the first writer wins.

    Parameters:
        day: date.
        time: when the heads were read, UTC in ISO 8601.
        previous: digest of the checkpoint before, or None.
        heads: list of dictionaries, ordered by ``uid``.

    Returns:
        Whether this call wrote it.

    Raises:
        OSError: when the file cannot be written.
    """
    content = {"day": day.isoformat(), "time": time, "previous": previous, "heads": heads}
    content["digest"] = sha256(canonical(content))
    directory().mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=directory(), prefix=".", suffix=".new")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(content, file, sort_keys=True, indent=1, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        # A link, unlike a renaming, never replaces what is there.
        with contextlib.suppress(FileExistsError):
            os.link(draft, file_of(day))
            return True
        return False
    finally:
        os.unlink(draft)
