"""Entries, sealed into a hash chain and written as canonical JSON.

Anybody can verify a chain without this code: the hash of an entry is the SHA-256 of its canonical
JSON without the field ``hash``, and ``previous`` is the hash of the entry before it.
"""

from dataclasses import dataclass
import datetime
import hashlib
import json


#: ``previous`` of the first entry of a chain.
NOTHING_BEFORE = "0" * 64

#: Longest canonical JSON of ``details``, in characters.
DETAILS_LIMIT = 65536


class UnreadableEntry(ValueError):
    """A stored text is not the canonical JSON of an entry."""


@dataclass(frozen=True)
class Entry:
    """One entry of the trail.

    Parameters:
        seq: number in its chain, from 1.
        time: UTC in ISO 8601 with microseconds, such as ``2026-11-24T08:00:07.000000Z``.
        actor: login of the person (or name of the job) who acted.
        on_behalf_of: login of the person in whose place the actor acted, or None.
        operation: id of the operation.
        object_uid: UID of the object operated on; within a document's chain it may be an edition's.
        edition: number of the edition, such as ``6/1``, or None.
        reason: text given by the actor, or "".
        rule: id of the rule applied, or None.
        digest: digest of the content after the operation, or None.
        details: plain values; no personal data beyond logins and posts.
        previous: hash of the entry before, or NOTHING_BEFORE.
        hash: SHA-256 in hexadecimal over everything above.
    """

    seq: int
    time: str
    actor: str
    on_behalf_of: str | None
    operation: str
    object_uid: str
    edition: str | None
    reason: str
    rule: str | None
    digest: str | None
    details: dict
    previous: str
    hash: str


_OPTIONAL_TEXT = str | None
_KINDS = {
    "seq": int,
    "time": str,
    "actor": str,
    "on_behalf_of": _OPTIONAL_TEXT,
    "operation": str,
    "object_uid": str,
    "edition": _OPTIONAL_TEXT,
    "reason": str,
    "rule": _OPTIONAL_TEXT,
    "digest": _OPTIONAL_TEXT,
    "details": dict,
    "previous": str,
    "hash": str,
}


def canonical(value):
    """Return the canonical JSON of a plain value: sorted keys, no white space, characters as they are.

    Raises:
        ValueError: when the text cannot be encoded in UTF-8 (a lone surrogate).
    """
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    text.encode("utf-8")
    return text


def sha256(text):
    """Return the SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def timestamp(moment):
    """Return an aware datetime as the trail writes it.

    Raises:
        ValueError: when the datetime is naive.
    """
    if moment.tzinfo is None:
        raise ValueError("The time of an entry must be aware.")
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def hash_of(entry):
    """Return the hash that an entry ought to carry."""
    return sha256(canonical({name: value for name, value in vars(entry).items() if name != "hash"}))


def require_plain(value):
    """Check that a value is made of text, integers, booleans, None, lists and dictionaries only.

    Floating point is left out because its text differs between languages, and others verify the chain.

    Raises:
        ValueError: when it is not.
    """
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise ValueError(f"A name in details must be text, not {key!r}.")
            require_plain(inner)
    elif isinstance(value, list):
        for inner in value:
            require_plain(inner)
    elif not isinstance(value, (str, int, type(None))):
        raise ValueError(f"A value in details must be plain, not {type(value).__name__}.")


def seal(
    last,
    *,
    time,
    actor,
    operation,
    object_uid,
    on_behalf_of=None,
    edition=None,
    reason="",
    rule=None,
    digest=None,
    details=None,
):
    """Return the entry that follows ``last``.

    Parameters:
        last: the last Entry of the chain, or None when the chain begins.
        time: aware datetime.
        details: plain values, or None for none; the others as in Entry.

    Raises:
        ValueError: when the actor, the operation or the object is not named, the time is naive,
            or the details are not plain or too long.
    """
    values = {
        "seq": last.seq + 1 if last else 1,
        "time": timestamp(time),
        "actor": actor,
        "on_behalf_of": on_behalf_of,
        "operation": operation,
        "object_uid": object_uid,
        "edition": edition,
        "reason": reason,
        "rule": rule,
        "digest": digest,
        "details": _own_copy({} if details is None else details),
        "previous": last.hash if last else NOTHING_BEFORE,
    }
    values["hash"] = sha256(canonical(values))
    _require_complete(values)
    return Entry(**values)


def _own_copy(details):
    """Return a copy of the details: what the caller does to its dictionary later must not reach the entry.

    Raises:
        ValueError: when they are not plain or too long.
    """
    require_plain(details)
    text = canonical(details)
    if len(text) > DETAILS_LIMIT:
        raise ValueError(f"The details of an entry are longer than {DETAILS_LIMIT} characters.")
    return json.loads(text)


def _require_complete(values):
    """Check that what an entry must name is named, and every value of its type.

    Raises:
        ValueError: when it is not so.
    """
    if not all(values[name] for name in ("actor", "operation", "object_uid")):
        raise ValueError("An entry names its actor, its operation and its object.")
    faulty = sorted(name for name, kind in _KINDS.items() if not isinstance(values[name], kind))
    if faulty:
        raise ValueError(f"Of a wrong type in an entry: {', '.join(faulty)}.")


def to_text(entry):
    """Return the canonical JSON of an entry, as it is stored."""
    return canonical(vars(entry))


def from_text(text):
    """Return the entry that a stored text holds; its hash is not checked here.

    Raises:
        UnreadableEntry: when the text is not the canonical JSON of an entry.
    """
    try:
        values = json.loads(text)
        whole = (
            isinstance(values, dict)
            and values.keys() == _KINDS.keys()
            and all(isinstance(values[name], kind) for name, kind in _KINDS.items())
            and not isinstance(values["seq"], bool)
            and canonical(values) == text
        )
    except (TypeError, ValueError, RecursionError) as error:
        raise UnreadableEntry("The text of an entry cannot be read.") from error
    if not whole:
        raise UnreadableEntry("The text is not the canonical JSON of an entry.")
    return Entry(**values)
