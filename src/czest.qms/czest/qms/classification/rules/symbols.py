"""Forms of the symbols that Polish offices put on records."""

import re


#: Classification and disposal: annex 1 of rozporządzenie MKiDN of 20.10.2015 (Dz.U. 2015 poz. 1743).
_ARCHIVAL_CATEGORY = re.compile(r"(A|B(E)?[0-9]{1,2}|Bc)")

#: Unit . JRWA class . number of the case . [number in a sub-folder] . year [. initials], a sub-unit after a hyphen
#: (instrukcja kancelaryjna, rozporządzenie PRM of 18.01.2011).
_CASE_SIGN = re.compile(
    r"[A-ZĄĆĘŁŃÓŚŹŻ]{1,6}(-[A-ZĄĆĘŁŃÓŚŹŻ0-9]{1,6})*\.[0-9]{2,6}\.[0-9]+(\.[0-9]+)?\.[0-9]{4}(\.[A-ZĄĆĘŁŃÓŚŹŻ]{2,4})?"
)

_JRWA_SYMBOL = re.compile(r"[0-9]{1,10}")

#: Categories offered first; any other that has the right form is as good.
COMMON_CATEGORIES = ("A", "B2", "B3", "B5", "B10", "B15", "B20", "B25", "B50", "BE5", "BE10", "BE50", "Bc")


def is_archival_category(text):
    """Whether ``text`` is an archival category: ``A``, ``B5``, ``BE10``, ``Bc`` …"""
    return _ARCHIVAL_CATEGORY.fullmatch(text) is not None


def is_case_sign(text):
    """Whether ``text`` has the form of a case sign, such as ``FE-EFS.042.11.2026``.

    Old signs have other forms, so a mismatch is a reason to warn, not to refuse.
    """
    return _CASE_SIGN.fullmatch(text) is not None


def is_jrwa_symbol(text):
    """Whether ``text`` has the form of a JRWA symbol: one to ten digits (§ 3 of the regulation of 2015)."""
    return _JRWA_SYMBOL.fullmatch(text) is not None
