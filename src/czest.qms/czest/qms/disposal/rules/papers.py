"""The papers of a disposal and what is missing in them: list, request, consent, protocol (ARCH-7 to ARCH-9)."""

from czest.qms.disposal.rules.rows import Totals
from dataclasses import dataclass
from dataclasses import field
from dataclasses import fields
import datetime


#: A commission is more than one person; how many more, the office decides.
FEWEST_MEMBERS = 2

_MAY_BE_EMPTY = {"may_be_empty": True}


@dataclass(frozen=True)
class List:
    """The head of a list (§ 9 ust. 3 and 4 of the regulation of 20.10.2015).

    Attributes:
        requesting_body: the body that asks for consent.
        body_of_records: the body whose records they are.
        place, drawn_up_on: where and on which date it was drawn up.
        author_name, author_post: who drew it up.
    """

    requesting_body: str = ""
    body_of_records: str = ""
    place: str = ""
    drawn_up_on: datetime.date | None = None
    author_name: str = ""
    author_post: str = ""


@dataclass(frozen=True)
class Request:
    """The request for consent (§ 9 ust. 2 of the regulation of 20.10.2015).

    Attributes:
        requesting_body, body_of_records: as in ``List``.
        basis: what the records were classified by: the JRWA with its version.
        records_are: kind of the records, such as files of cases, technical, electronic.
        totals: ``Totals`` of the rows: years and quantity.
        metres: running metres of paper, a text, empty where there is none.
        is_declared: the declaration that the period of keeping has lapsed and that the records lost their significance
            for the body, their value as evidence included.
    """

    requesting_body: str = ""
    body_of_records: str = ""
    basis: str = ""
    records_are: str = ""
    totals: Totals = Totals()
    metres: str = field(default="", metadata=_MAY_BE_EMPTY)
    is_declared: bool = False


@dataclass(frozen=True)
class Answer:
    """The archive's consent (§ 12 of the regulation of 20.10.2015); number and day alone make it valid here.

    Attributes:
        number, day: sign and date of the letter.
        request_reference: the request it answers.
        description: the records it names.
        confirms_no_archival_material: whether it says that there is no archival material among them.
    """

    number: str = ""
    day: datetime.date | None = None
    request_reference: str = ""
    description: str = ""
    confirms_no_archival_material: bool = False


@dataclass(frozen=True)
class Protocol:
    """The protocol of a destruction, by the practice of offices (ARCH-9); itself of category A.

    Attributes:
        sign: its case sign.
        members: names with posts of the members of the commission.
        list_symbol: symbol of the list.
        consent_number, consent_day: of the archive's consent.
        method: how the records were destroyed.
        destroyed_on: date of the destruction.
        witness: name with post of the person who was there.
        units: number of the units that were destroyed.
    """

    sign: str = ""
    members: tuple = ()
    list_symbol: str = ""
    consent_number: str = ""
    consent_day: datetime.date | None = None
    method: str = ""
    destroyed_on: datetime.date | None = None
    witness: str = ""
    units: int | None = None


#: Category of a protocol of destruction.
PROTOCOL_CATEGORY = "A"


def missing_in(paper):
    """Return a tuple of the names of the fields that a paper still lacks, in their order."""
    required = (one.name for one in fields(paper) if not one.metadata.get("may_be_empty"))
    return tuple(name for name in required if not _is_given(name, getattr(paper, name)))


def _is_given(name, value):
    if name == "members":
        return len({member.strip() for member in value} - {""}) >= FEWEST_MEMBERS
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, Totals):
        return value.units > 0
    return value is not None and value is not False
