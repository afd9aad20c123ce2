"""Forms of the symbols that Polish offices put on records."""

import re


#: Classification and disposal: annex 1 of rozporządzenie MKiDN of 20.10.2015 (Dz.U. 2015 poz. 1743).
_ARCHIVAL_CATEGORY = re.compile(r"(A|B(E)?[0-9]{1,2}|Bc)")

#: Categories offered first; any other that has the right form is as good.
COMMON_CATEGORIES = ("A", "B2", "B3", "B5", "B10", "B15", "B20", "B25", "B50", "BE5", "BE10", "BE50", "Bc")


def is_archival_category(text):
    """Whether ``text`` is an archival category: ``A``, ``B5``, ``BE10``, ``Bc`` …"""
    return _ARCHIVAL_CATEGORY.fullmatch(text) is not None
