"""Case signs, znak sprawy (ARCH-1): unit . JRWA class . sequence . [sub-folder] . year [. initials].

The form comes from the office instruction (rozporządzenie PRM of 18.01.2011, Dz.U. nr 14 poz. 67). Records may carry
signs that are older than it, or of another office: what is unusual is said, and blocks nothing.
"""

from dataclasses import dataclass
import re


_LETTERS = "A-ZĄĆĘŁŃÓŚŹŻ"
_UNIT = f"[{_LETTERS}]{{1,6}}(?:-[{_LETTERS}0-9]{{1,6}})*"
_SIGN = re.compile(
    rf"(?P<unit>{_UNIT})\.(?P<jrwa_class>[0-9]{{2,6}})\.(?P<sequence>[0-9]+)(?:\.(?P<sub_folder>[0-9]+))?"
    rf"\.(?P<year>[0-9]{{4}})(?:\.(?P<initials>[{_LETTERS}]{{2,4}}))?"
)

#: What may be unusual about a sign.
WARNINGS = ("form", "other_unit", "other_class")


@dataclass(frozen=True)
class CaseSign:
    """A case sign.

    Attributes:
        unit: symbol of the unit that leads the case, its sub-unit joined by a hyphen.
        jrwa_class: symbol of the class.
        sequence: number of the case in its class and year, with the zeros it is written with.
        sub_folder: number in the sub-folder (podteczka) opened under ``sequence``, or an empty string.
        year: the year in which the case began.
        initials: of the person who leads the case, or an empty string.
    """

    unit: str
    jrwa_class: str
    sequence: str
    sub_folder: str
    year: int
    initials: str

    def __str__(self):
        parts = (self.unit, self.jrwa_class, self.sequence, self.sub_folder, f"{self.year:04}", self.initials)
        return ".".join(part for part in parts if part)


def parse(text):
    """Return the ``CaseSign`` written in ``text``.

    Raises:
        ValueError: the text has not the form of a case sign.
    """
    found = _SIGN.fullmatch(text)
    if not found:
        raise ValueError(text)
    parts = found.groupdict(default="")
    return CaseSign(**{**parts, "year": int(parts["year"])})


def warnings_of(text, unit="", jrwa_class=""):
    """Return a tuple of what is unusual about a sign: those of ``WARNINGS`` that apply.

    Parameters:
        text: the sign; an empty one is not unusual, it is missing.
        unit: symbol of the unit of the record, with which the sign should agree; a sub-unit of it does.
        jrwa_class: symbol of the class of the record, with which the sign should agree.
    """
    if not text:
        return ()
    try:
        sign = parse(text)
    except ValueError:
        return ("form",)
    found = []
    if unit and sign.unit != unit and not sign.unit.startswith(f"{unit}-"):
        found.append("other_unit")
    if jrwa_class and sign.jrwa_class != jrwa_class:
        found.append("other_class")
    return tuple(found)


def order(text):
    """Return a sort key: by class, unit, year and number; texts that are no signs come last, by their letters."""
    try:
        sign = parse(text)
    except ValueError:
        return 1, text
    return 0, sign.jrwa_class, sign.unit, sign.year, int(sign.sequence), int(sign.sub_folder or 0), sign.initials
