"""Numbers of legal acts: how one looks, and the address that follows from it (SIG-1)."""

import re


MAX_LENGTH = 50
#: Parts of letters and digits, as in k.14.2024, 120.48.2018, RZ-40/2012.
NUMBER = re.compile(r"[A-Za-z0-9]+(?:[./-][A-Za-z0-9]+)*")


def is_number(text):
    """Tell whether a text can be the number of an act: some digit is in it, and nothing that an address cannot hold."""
    return (
        len(text) <= MAX_LENGTH
        and NUMBER.fullmatch(text) is not None
        and any(character.isdigit() for character in text)
    )


def address_of(number):
    """Return the last part of the address of an act; numbers that people would take for one another share it."""
    return number.strip().replace("/", "-").lower()
