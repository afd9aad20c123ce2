"""Thousands of catalog rows of documents and editions that exist nowhere but in the catalog.

Nothing can be woken that does not exist: whatever the register answers of them, it answers from the catalog.
"""

from czest.qms.language.collation import natural_key
from czest.qms.language.collation import sort_key
import dataclasses
import random


UNITS = ("OR", "OR-K", "IT", "PJ")
STATES = ("in_force", "in_force", "in_force", "draft", "withdrawn")
EDITION_STATES = ("draft", "in_review", "pending_approval", "approved", "in_force", "superseded")
TITLES = ("Łączność", "Lustracja", "Żegluga", "Zażalenia", "Ćwiczenia", "Cele", "ankiety", "Ósemka")
WORDS = ("skarga", "petycja", "korespondencja", "archiwum")
READERS = (["user:AuthenticatedUsers"], ["user:unit-IT"], ["Quality Officer"])


@dataclasses.dataclass
class Row:
    """One object to be catalogued: the attributes that the indexes ask for."""

    path: str
    UID: str
    portal_type: str
    review_state: str
    allowedRolesAndUsers: list
    Title: str
    owner_unit: str = ""
    process: str = ""
    openness: str = ""
    symbol: str = ""
    sort_symbol: str = ""
    sort_title: str = ""
    edition_number: str = ""
    in_force_from: str = ""
    SearchableText: str = ""
    document_uid: str = ""
    state_since: str = ""
    effective_from: str = ""
    Description: str = ""

    def getPhysicalPath(self):
        return tuple(self.path.split("/"))


def documents(count, seed):
    """Return ``count`` documents, the same for the same seed."""
    choose = random.Random(seed)
    return [document(number, choose) for number in range(count)]


def document(number, choose):
    symbol = f"{choose.choice(('P', 'I', 'PS'))}-{choose.choice(UNITS)}-{number}"
    title = f"{choose.choice(TITLES)} {choose.choice(WORDS)} {number % 50}"
    state = choose.choice(STATES)
    was_in_force = state != "draft"
    return Row(
        path=f"/plone/dokumenty/{symbol}",
        UID=f"uid-{number}",
        portal_type=choose.choice(("Procedure", "Procedure", "Instruction", "FormTemplate")),
        review_state=state,
        allowedRolesAndUsers=["Quality Officer", *choose.choice(READERS)],
        Title=title,
        owner_unit=choose.choice(UNITS),
        process=choose.choice(("", "PG-1", "PG-2")),
        openness=choose.choice(("bip", "on_request", "internal")),
        symbol=symbol,
        sort_symbol=natural_key(symbol),
        sort_title=sort_key(title),
        edition_number=str(choose.randint(1, 9)) if was_in_force else "",
        in_force_from=f"20{choose.randint(10, 26)}-{choose.randint(1, 12):02d}-01" if was_in_force else "",
        SearchableText=" ".join([symbol, title]),
    )


def editions(rows, seed):
    """Return editions of every third document."""
    choose = random.Random(seed)
    return [edition(row, choose) for row in rows[::3]]


def edition(row, choose):
    return Row(
        path=f"{row.path}/wydanie-9",
        UID=f"{row.UID}-9",
        portal_type="Edition",
        review_state=choose.choice(EDITION_STATES),
        allowedRolesAndUsers=["Quality Officer", *choose.choice(READERS)],
        Title=row.Title,
        owner_unit=row.owner_unit,
        edition_number="9",
        document_uid=row.UID,
        state_since="2026-11-20",
    )


class Person:
    """What the catalog asks of the person who searches."""

    def __init__(self, login, roles, groups):
        self.login = login
        self.roles = roles
        self.groups = groups

    def getId(self):
        return self.login

    def getRoles(self):
        return ["Authenticated", *self.roles]

    def getGroups(self):
        return self.groups

    def sees(self, row):
        """Tell whether this person may see a row."""
        mine = {f"user:{self.login}", *self.roles, *(f"user:{group}" for group in self.groups)}
        return not mine.isdisjoint(row.allowedRolesAndUsers)


PEOPLE = (
    Person("pracownik", [], ["AuthenticatedUsers"]),
    Person("informatyk", [], ["AuthenticatedUsers", "unit-IT"]),
    Person("pelnomocnik", ["Quality Officer"], ["AuthenticatedUsers"]),
)
