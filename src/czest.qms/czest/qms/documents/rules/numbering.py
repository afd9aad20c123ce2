"""Symbols of documents and numbers of editions (requirements PR-5)."""

import re


#: What a symbol may look like: capital letters, digits, hyphens, dots; starts with a letter.
SYMBOL = re.compile(r"^[A-ZĄĆĘŁŃÓŚŹŻ][A-ZĄĆĘŁŃÓŚŹŻ0-9.-]{0,38}[A-ZĄĆĘŁŃÓŚŹŻ0-9]$")
#: An edition ``6`` or an amendment ``6/1``.
EDITION_NUMBER = re.compile(r"^([1-9][0-9]{0,3})(?:/([1-9][0-9]{0,2}))?$")
#: A trailing sequence number of a symbol.
TRAILING_NUMBER = re.compile(r"^(.*?)([0-9]+)$")

UNIT_PLACE = "{unit}"
SEQUENCE_PLACE = re.compile(r"\{sequence(?::0([1-9])d)?\}")


def is_symbol(text):
    """Tell whether a text can be a symbol."""
    return bool(SYMBOL.match(text))


def is_pattern(text):
    """Tell whether a text is a pattern of symbols, such as ``P-{unit}-{sequence:02d}``."""
    if len(SEQUENCE_PLACE.findall(text)) != 1:
        return False
    return "{" not in SEQUENCE_PLACE.sub("", text).replace(UNIT_PLACE, "") and is_symbol(compose(text, "OR", 1))


def series_of(pattern, unit):
    """Return the name of the series: the pattern with the unit filled in."""
    return pattern.replace(UNIT_PLACE, unit)


def compose(pattern, unit, sequence):
    """Return the symbol for a sequence number.

    Parameters:
        pattern: such as ``P-{unit}-{sequence:02d}``.
        unit: symbol of the owner unit.
        sequence: positive integer.
    """
    width = SEQUENCE_PLACE.search(pattern).group(1) or "1"
    return SEQUENCE_PLACE.sub(str(sequence).zfill(int(width)), series_of(pattern, unit))


def next_free(pattern, unit, last, taken):
    """Return ``(symbol, sequence)``: the first symbol after ``last`` that was never used.

    Parameters:
        last: the last sequence number allotted in the series, 0 at first.
        taken: container of used symbols.
    """
    sequence = last + 1
    while compose(pattern, unit, sequence) in taken:
        sequence += 1
    return compose(pattern, unit, sequence), sequence


def free_neighbour(symbol, taken):
    """Return the next unused symbol of the same look, or None when the symbol has no trailing number."""
    found = TRAILING_NUMBER.match(symbol)
    if not found:
        return None
    stem, digits = found.groups()
    number = int(digits)
    while f"{stem}{str(number).zfill(len(digits))}" in taken:
        number += 1
    return f"{stem}{str(number).zfill(len(digits))}"


def parse_edition_number(text):
    """Return ``(edition, amendment)`` as integers; the amendment of a full edition is 0.

    Raises:
        ValueError: when the text is no edition number.
    """
    found = EDITION_NUMBER.match(text)
    if not found:
        raise ValueError(text)
    edition, amendment = found.groups()
    return int(edition), int(amendment or 0)


def next_edition_number(numbers, kind):
    """Return the number of the next revision.

    Parameters:
        numbers: numbers of the editions there are.
        kind: ``"edition"`` or ``"amendment"``.

    Raises:
        ValueError: an amendment of a document that has no edition.
    """
    last_edition, last_amendment = max(map(parse_edition_number, numbers), default=(0, 0))
    if kind == "edition":
        return str(last_edition + 1)
    if not last_edition:
        raise ValueError(kind)
    return f"{last_edition}/{last_amendment + 1}"


def edition_address(number):
    """Return the last part of an edition's address: ``wydanie-6``, ``wydanie-6-1``."""
    return "wydanie-" + number.replace("/", "-")
