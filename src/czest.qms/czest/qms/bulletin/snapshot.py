"""What crosses the wall into the bulletin: plain values of named fields, and nothing else.

The intranet makes a snapshot, the bulletin keeps and shows it. A field that is not here cannot become public. No field
holds a login, a UID or an address of the intranet; people are a name and a post (art. 8 ust. 6 u.d.i.p.).
"""

from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from dataclasses import fields
from dataclasses import is_dataclass
import hashlib
import json
from typing import get_args
from typing import get_origin
from typing import get_type_hints


PUBLISHED, ARCHIVED, WITHDRAWN = "published", "archived", "withdrawn"


class NotPlain(ValueError):
    """A value is not what its field promises; the message names the field and never the value."""


@dataclass(frozen=True)
class Person:
    """A person in the metryczka (art. 8 ust. 6): the name, always with the post held."""

    name: str
    post: str


@dataclass(frozen=True)
class Metadata:
    """The metryczka of one entry (art. 8 ust. 6, BIP-3).

    Parameters:
        entity: the body that makes the information available.
        responsible: who produced the content or answers for it.
        entered_by: who entered it into the bulletin.
        produced_on: day on which it was produced, ``YYYY-MM-DD``.
        published_at: when it was made available, ISO 8601 in UTC, by the clock of the server.
    """

    entity: str
    responsible: Person
    entered_by: Person
    produced_on: str
    published_at: str


@dataclass(frozen=True)
class PublicFile:
    """One public file: what is known of it beside its bytes.

    Parameters:
        name: the public name of the file, such as ``ps-01-wydanie-6.pdf``.
        title: what it is, for people.
        media_type: such as ``application/pdf``.
        size: bytes.
        sha256: digest of the bytes, 64 hexadecimal digits.
        pages: number of pages, or None where the format has none.
        accessible: True where the check for accessibility found nothing (A11Y-3).
        signed: True where the file carries a signature and is byte-identical with the signed one (SIG-4).
    """

    name: str
    title: str
    media_type: str
    size: int
    sha256: str
    pages: int | None = None
    accessible: bool = False
    signed: bool = False


@dataclass(frozen=True)
class Exclusion:
    """A part that is not disclosed (art. 8 ust. 5, BIP-4).

    Parameters:
        scope: what was left out.
        legal_basis: such as ``art. 5 ust. 2 u.d.i.p.``.
        excluded_by: the body or the post that excluded it.
        in_interest_of: in whose interest, where privacy or a trade secret is protected; else empty.
    """

    scope: str
    legal_basis: str
    excluded_by: str
    in_interest_of: str = ""


@dataclass(frozen=True)
class Relation:
    """How a legal act stands to the document, in the style of the city's bulletin (BIP-5).

    Parameters:
        kind: ``introduced``, ``amended`` or ``repealed``.
        number: number of the act, such as ``k.3.2026``.
        date: day of the act, ``YYYY-MM-DD``, or empty.
        address: public address of the act, or empty.
    """

    kind: str
    number: str
    date: str = ""
    address: str = ""


@dataclass(frozen=True)
class Contact:
    """Whom to ask about the matter."""

    unit: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Snapshot:
    """One entry of the bulletin as it was published; what happens to the entry later stands beside it.

    Parameters:
        symbol: of the document or record; names the entry for people.
        kind: id of the kind, such as ``Procedure``.
        kind_title: the kind in Polish, such as ``procedura``.
        section: id of the section of the menu przedmiotowe, see ``sections``.
        number: of the edition, such as ``6`` or ``6/1``; empty for a record.
        title: title.
        summary: one or two sentences in plain language.
        what_changed: what is new against the edition before; may be empty.
        body: the public text, HTML that was cleaned when the snapshot was made; may be empty where files say all.
        case_sign: the case sign (ARCH-1), or empty.
        in_force_from: day on which it came into force, ``YYYY-MM-DD``; empty for a record.
        until: last day in the bulletin (RODO-4), ``YYYY-MM-DD``, or empty.
        metadata, files, exclusions, relations, contact: see their classes.
        digest: SHA-256 of everything above, see :func:`digest_of`; empty until the server publishes.
    """

    symbol: str
    kind: str
    kind_title: str
    section: str
    number: str
    title: str
    summary: str
    what_changed: str
    body: str
    case_sign: str
    in_force_from: str
    until: str
    metadata: Metadata
    contact: Contact
    files: tuple[PublicFile, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    relations: tuple[Relation, ...] = field(default=())
    digest: str = ""

    @property
    def is_record(self):
        """Whether it is evidence, which is never in force, and no edition of a document."""
        return not self.number


@dataclass(frozen=True)
class Change:
    """One row of the register of changes (BIP-5).

    Parameters:
        at: ISO 8601 in UTC, by the clock of the server.
        by: who changed it.
        act: ``published``, ``republished``, ``archived``, ``withdrawn`` or ``edited``.
        number: of the edition, or empty.
        version: ordinal of the entry under its symbol, from 1; 0 for a page.
        what: what was changed, in words; may be empty where ``act`` says all.
    """

    at: str
    by: Person
    act: str
    number: str
    version: int
    what: str = ""


@dataclass(frozen=True)
class Withdrawal:
    """Why an entry is no longer in the bulletin (BIP-7).

    Parameters:
        at: ISO 8601 in UTC.
        by: who withdrew it.
        reason: for the public.
        title_removed: True where even the title had to go (RODO).
    """

    at: str
    by: Person
    reason: str
    title_removed: bool = False


def digest_of(snapshot):
    """Return the SHA-256 of a snapshot without its own digest, in hexadecimal."""
    values = asdict(snapshot)
    values.pop("digest")
    canonical = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def as_plain(value):
    """Return a dataclass of this module as dicts, tuples, strings, numbers and nothing else.

    Raises:
        NotPlain: a value is not exactly of the type that its field promises.
    """
    hints = get_type_hints(type(value))
    return {
        each.name: _plain(getattr(value, each.name), hints[each.name], f"{type(value).__name__}.{each.name}")
        for each in fields(value)
    }


def from_plain(kind, values):
    """Return the dataclass ``kind`` of what :func:`as_plain` gave.

    Raises:
        NotPlain: a field is missing, unknown or of another type.
    """
    hints = get_type_hints(kind)
    known = {each.name for each in fields(kind)}
    if set(values) != known:
        raise NotPlain(f"{kind.__name__}: {sorted(set(values) ^ known)}")
    made = kind(**{name: _made(values[name], hints[name]) for name in known})
    as_plain(made)
    return made


def _plain(value, hint, name):
    if is_dataclass(hint):
        if type(value) is not hint:
            raise NotPlain(name)
        return as_plain(value)
    if get_origin(hint) is tuple:
        if type(value) is not tuple:
            raise NotPlain(name)
        return tuple(_plain(each, get_args(hint)[0], name) for each in value)
    # A subclass of str may carry more than text, such as a Message or an acquisition wrapper.
    if type(value) not in (get_args(hint) or (hint,)):
        raise NotPlain(name)
    return value


def _made(value, hint):
    if is_dataclass(hint):
        return from_plain(hint, value)
    if get_origin(hint) is tuple:
        return tuple(_made(each, get_args(hint)[0]) for each in value)
    return value
