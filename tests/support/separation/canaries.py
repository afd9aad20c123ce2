"""Canaries: words that stand nowhere but in internal content, so that one seen in public is a leak."""

import hashlib
import re


#: Letters of which nothing else is made; every canary begins so, and is found by it before it is known by name.
PREFIX = "cnr"
UID_PREFIX = "ca9a12"

#: A canary, or what could be one, also in the middle of something longer.
PATTERN = re.compile(rf"(?=({PREFIX}[a-z2-7]{{13}}|{UID_PREFIX}[0-9a-f]{{26}}))")

#: Letters of canaries, as in base 32: they survive addresses, logins, names of files and any change of case.
LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


class Canaries:
    """Makes canaries and remembers what each of them stands in; the same seed gives the same ones.

    Parameters:
        seed: any text.
    """

    def __init__(self, seed):
        self._seed = seed
        self.places = {}

    def word(self, place):
        """Return a canary for a place, such as ``title of P-7``; 16 letters and digits."""
        number = int(self._digest(place), 16)
        letters = [LETTERS[number >> 5 * position & 31] for position in range(13)]
        return self._remembered(PREFIX + "".join(letters), place)

    def uid(self, place):
        """Return a canary that can be a UID: 32 hexadecimal digits."""
        return self._remembered(UID_PREFIX + self._digest(place)[:26], place)

    def found_in(self, text):
        """Return the places of the canaries in a text, whatever its case, sorted."""
        known = {match for match in PATTERN.findall(text.casefold()) if match in self.places}
        return sorted(self.places[match] for match in known)

    def _digest(self, place):
        return hashlib.sha256(f"{self._seed} {place}".encode()).hexdigest()

    def _remembered(self, canary, place):
        self.places[canary] = place
        return canary
