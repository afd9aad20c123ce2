"""Personal data in a text (RODO-1, RODO-3): found by shape, checksum and the words near, and masked at once."""

from collections import Counter
from collections.abc import Callable
from collections.abc import Iterator
from czest.qms.publication.rules.identifiers import compact
from czest.qms.publication.rules.identifiers import Identifier
from czest.qms.publication.rules.identifiers import IDENTIFIERS
from czest.qms.publication.rules.identifiers import LAND_REGISTER
from czest.qms.publication.rules.masks import masked
from dataclasses import dataclass
from functools import partial
import phonenumbers
import re
import unicodedata


@dataclass(frozen=True)
class Office:
    """What belongs to the office itself and is no one's private data.

    Parameters:
        domains: of its electronic mail, such as ``czestochowa.um.gov.pl``; sub-domains count.
        phones: beginnings of its numbers in international form, such as ``+4834370``.
        numbers: its NIP, REGON and bank accounts, digits only.
    """

    domains: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hit:
    """Something found in a text.

    Parameters:
        kind: ``pesel``, ``bank_account``, ``nip``, ``regon``, ``land_register``, ``email``, ``phone`` or ``path``.
        masked: how it may be shown.
        certain: True where the words near say the same as the shape and the checksum.
        count: how many times; more than one value may have the same mask.
    """

    kind: str
    masked: str
    certain: bool
    count: int


@dataclass(frozen=True)
class _Span:
    kind: str
    start: int
    end: int
    value: str
    certain: bool


#: Characters of the text searched for a word near: before and after the number.
_BEFORE, _AFTER = 60, 25

#: The most values told of one text; whoever has hundreds has a list, and knows it after the first fifty.
HITS_LIMIT = 50
_PHONE_TRIES = 2_000

_PHONE_WORDS = ("tel", "kom.", "komórk", "fax", "faks", "dzwo", "sms", "numer kontakt")
_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,6}[A-Za-z]{2,24})(?![\w@-])"
)
#: Where something lies on a computer or in a network: it names people, servers and cases.
_PATH = re.compile(r"""(?:\bfile:/{1,3}|(?<![\w\\])\\\\[\w.-]{1,63}\\|(?<!\w)[A-Za-z]:\\)[^\s"'<>|]{1,200}""")
#: Bodies of the state and of self-government.
_OFFICIAL_DOMAINS = ("gov.pl",)
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\u00ad", "-"))


def search(text: str, office: Office | None = None) -> tuple[Hit, ...]:
    """Find the personal data of a text.

    Parameters:
        text: plain text.
        office: what belongs to the office and is passed over.

    Returns:
        What was found, one item for every kind, mask and certainty; at most ``HITS_LIMIT``.
    """
    spans = _spans(normalised(text), office or Office())
    counted = Counter((span.kind, masked(span.value), span.certain) for span in spans)
    return tuple(Hit(*found, count) for found, count in list(counted.items())[:HITS_LIMIT])


def hidden(text: str) -> str:
    """Return a text in which all personal data is masked; a text without any comes back unchanged."""
    clean = normalised(text)
    spans = sorted(_spans(clean, Office()), key=lambda span: span.start, reverse=True)
    if not spans:
        return text
    for span in spans:
        clean = clean[: span.start] + masked(span.value) + clean[span.end :]
    return clean


def normalised(text: str) -> str:
    """Return a text in compatible characters, without invisible ones: so written, a number does not hide."""
    visible = "".join(each for each in text.translate(_DASHES) if unicodedata.category(each) != "Cf")
    return unicodedata.normalize("NFKC", visible).translate(_DASHES)


def _spans(text: str, office: Office) -> list[_Span]:
    """Return what was found; no two overlap: the kind looked for first has the place."""
    found: list[_Span] = []
    for finder in _FINDERS:
        spans = list(finder(text, office))
        text = _without(text, spans)
        found.extend(spans)
    return found


def _without(text: str, spans: list[_Span]) -> str:
    """Return a text of the same length with the spans blanked."""
    pieces, reached = [], 0
    for span in spans:
        pieces += [text[reached : span.start], "\n" * (span.end - span.start)]
        reached = span.end
    return "".join([*pieces, text[reached:]])


def _numbers(identifier: Identifier, text: str, office: Office) -> Iterator[_Span]:
    for match in identifier.shape.finditer(text):
        written = match[0]
        value = compact(written)
        while not identifier.valid(value) and " " in written:
            # The words after a foreign account number look like its last groups.
            written = written.rpartition(" ")[0]
            value = compact(written)
        if not identifier.valid(value) or value.removeprefix("PL") in office.numbers:
            continue
        start, end = match.start(), match.start() + len(written)
        yield _Span(identifier.kind, start, end, value, _near(text, start, end, identifier.words))


def _land_registers(text: str, office: Office) -> Iterator[_Span]:
    for match in LAND_REGISTER.finditer(text):
        yield _Span("land_register", *match.span(), compact(match[0]), False)


def _emails(text: str, office: Office) -> Iterator[_Span]:
    own = (*office.domains, *_OFFICIAL_DOMAINS)
    for match in _EMAIL.finditer(text):
        domain = match[1].lower()
        if not any(domain == each or domain.endswith(f".{each}") for each in own):
            yield _Span("email", *match.span(), match[0], False)


def _paths(text: str, office: Office) -> Iterator[_Span]:
    for match in _PATH.finditer(text):
        yield _Span("path", *match.span(), match[0], False)


def _phones(text: str, office: Office) -> Iterator[_Span]:
    matcher = phonenumbers.PhoneNumberMatcher(text, "PL", leniency=phonenumbers.Leniency.VALID, max_tries=_PHONE_TRIES)
    for match in matcher:
        number = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        if not number.startswith(office.phones) and _looks_like_phone(text, match):
            yield _Span("phone", match.start, match.end, compact(match.raw_string), False)


def _looks_like_phone(text: str, match: phonenumbers.PhoneNumberMatch) -> bool:
    """Nine digits may be anything: a fixed line counts only when it is written or named as a telephone."""
    return (
        match.raw_string.startswith(("+", "00"))
        or phonenumbers.number_type(match.number) == phonenumbers.PhoneNumberType.MOBILE
        or _near(text, match.start, match.end, _PHONE_WORDS)
    )


def _near(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    around = f"{text[max(0, start - _BEFORE) : start]}\n{text[end : end + _AFTER]}".lower()
    return any(word in around for word in words)


_FINDERS: tuple[Callable[[str, Office], Iterator[_Span]], ...] = (
    _emails,
    *(partial(_numbers, identifier) for identifier in IDENTIFIERS),
    _land_registers,
    _paths,
    _phones,
)
