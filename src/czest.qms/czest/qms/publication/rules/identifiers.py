"""Numbers that identify a person or a firm: their shape, checksum, and the words that usually stand near."""

from collections.abc import Callable
from dataclasses import dataclass
import re
from stdnum import iban
from stdnum.pl import nip
from stdnum.pl import pesel
from stdnum.pl import regon


@dataclass(frozen=True)
class Identifier:
    """One kind of number.

    Parameters:
        kind: its name in hits and rules.
        shape: regular expression of how it is written; linear on any text.
        valid: tells whether the checksum of the compact number agrees.
        words: beginnings of words, in lower case, that make it practically certain when one stands near.
    """

    kind: str
    shape: re.Pattern[str]
    valid: Callable[[str], bool]
    words: tuple[str, ...]


def compact(written: str) -> str:
    """Return a number without the spaces, hyphens and slashes it was written with."""
    return re.sub(r"[\s\-/]", "", written)


def _valid_account(number: str) -> bool:
    return iban.is_valid(number) if number[:2].isalpha() else iban.is_valid(f"PL{number}")


def _shape(expression: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![0-9A-Za-z]){expression}(?![0-9A-Za-z])")


#: From the longest to the shortest, so that a part of a long number is not taken for a short one.
IDENTIFIERS = (
    Identifier(
        "bank_account",
        _shape(
            r"(?:(?:PL)?[0-9]{2}(?:[ -]?[0-9]{4}){6}|[A-Z]{2}[0-9]{2}(?:[ -]?[0-9A-Z]{4}){2,7}(?:[ -]?[0-9A-Z]{1,3})?)"
        ),
        _valid_account,
        ("rachun", "konto", "konta", "kont:", "nrb", "iban", "bank", "przelew", "wpłat"),
    ),
    Identifier("regon", _shape("[0-9]{14}"), regon.is_valid, ("regon",)),
    Identifier(
        "pesel",
        _shape("[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{5}"),
        pesel.is_valid,
        ("pesel", "ewidencyjn", "urodz", "ur."),
    ),
    Identifier(
        "nip",
        _shape(
            "(?:PL ?)?(?:[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}|[0-9]{3}[ -][0-9]{2}[ -][0-9]{2}[ -][0-9]{3})"
        ),
        nip.is_valid,
        ("nip", "podatkow", "podatnik", "vat"),
    ),
    Identifier("regon", _shape("[0-9]{9}"), regon.is_valid, ("regon",)),
)

#: Land and mortgage register (regulation of the Minister of Justice of 15.02.2016, § 3): court, number, check digit.
LAND_REGISTER = _shape(r"[A-Z]{2}[0-9][A-Z] ?/ ?[0-9]{8} ?/ ?[0-9]")
