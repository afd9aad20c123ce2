"""What an organisation is made of: units, posts, tenures and deputyships."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date
import re
import unicodedata


#: Everything a post may entitle its holder to, in the order of the screens.
ENTITLEMENTS = (
    "author",
    "reviewer",
    "approver",
    "quality_officer",
    "bip_editor",
    "archivist",
    "auditor",
    "internal_auditor",
)

#: Entitlements that are global roles of the site. Reviewing and approving are not: a route gives them per edition.
GLOBAL_ROLES = {
    "author": "Author",
    "quality_officer": "Quality Officer",
    "bip_editor": "BIP Editor",
    "archivist": "Archivist",
    "auditor": "Auditor",
    "internal_auditor": "Internal Auditor",
}

#: The segment ``authors`` cannot occur in a symbol, because segments begin with a capital letter or a digit.
SYMBOL = re.compile(
    r"[A-ZĄĆĘŁŃÓŚŹŻ0-9][A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż0-9]*(-[A-ZĄĆĘŁŃÓŚŹŻ0-9][A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż0-9]*)*"
)
POST_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]*")
KIND = re.compile(r"[A-Z][A-Za-z0-9]*")

SYMBOL_LENGTH = 20
POST_ID_LENGTH = 120
LOGIN_LENGTH = 64
TEXT_LENGTH = 200


@dataclass(frozen=True)
class Problem:
    """One reason why a change is refused.

    ``field`` is the name of the field, ``code`` says what is wrong (``messages.py`` has the sentences),
    ``values`` are the words that the sentence needs.
    """

    field: str
    code: str
    values: dict = field(default_factory=dict)


class Refused(ValueError):
    """A change that the organisation does not admit; ``problems`` is a non-empty tuple of :class:`Problem`."""

    def __init__(self, problems):
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{problem.field}: {problem.code}" for problem in self.problems))


@dataclass(frozen=True)
class Unit:
    """An organisational unit (komórka organizacyjna); ``parent`` is a symbol or None."""

    symbol: str
    title: str
    parent: str | None = None


@dataclass(frozen=True)
class Post:
    """A post (stanowisko) in a unit; ``head`` when its holder manages the unit."""

    id: str
    title: str
    unit: str
    head: bool = False
    entitlements: frozenset = frozenset()


@dataclass(frozen=True)
class Tenure:
    """Somebody holds a post from ``start`` to ``until``, both days included; None means with no end set."""

    id: int
    login: str
    post: str
    start: date
    until: date | None = None

    def covers(self, day):
        """Tell whether the post is held on a day."""
        return covers(self.start, self.until, day)


@dataclass(frozen=True)
class Deputyship:
    """``deputy`` may act for ``person`` from ``start`` to ``until``, both days included, by virtue of ``mandate``.

    ``kinds`` are the kinds of documents it is limited to; empty means every kind. The default is what records stored
    before there were kinds answer.
    """

    id: int
    person: str
    deputy: str
    start: date
    until: date | None
    mandate: str
    kinds: frozenset = frozenset()

    def covers(self, day):
        """Tell whether the deputy may act on a day."""
        return covers(self.start, self.until, day)

    def admits(self, kind):
        """Tell whether the deputy may act in documents of a kind (None: of some kind or other)."""
        return kind is None or not self.kinds or kind in self.kinds

    def standing(self, day):
        """Return what it is on a day: ``acting``, ``coming`` or ``past``."""
        if self.covers(day):
            return "acting"
        return "coming" if self.start > day else "past"


def covers(start, until, day):
    """Tell whether a day lies in a period given by its first and last day (None: no end)."""
    return start <= day and (until is None or day <= until)


def common_period(one, other):
    """Return the days common to two periods ``(start, until)`` as such a pair, or None."""
    start = max(one[0], other[0])
    ends = [until for until in (one[1], other[1]) if until is not None]
    until = min(ends) if ends else None
    return (start, until) if until is None or start <= until else None


def common_kinds(one, other):
    """Return the kinds common to two sets, None when there are none; in all of them an empty set is every kind."""
    if not one or not other:
        return one or other
    return (one & other) or None


def fold(text):
    """Return a text in small letters without Polish diacritics."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def proposed_post_id(title, unit):
    """Return an identifier for a post that has none yet, from its title and the symbol of its unit."""
    return re.sub(r"[^a-z0-9]+", "-", fold(f"{title} {unit}")).strip("-")
