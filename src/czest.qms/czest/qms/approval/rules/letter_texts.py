"""What a letter is, which fields its text may name, and how the office's own text is checked and filled safely.

A field is written ``${edition}``. Nothing of a document, no remark and no comment is a field, so no letter can hold any.
"""

from czest.qms.language.characters import has_controls
from dataclasses import dataclass
import re


#: Longest subject and longest text, in characters.
LONGEST_SUBJECT, LONGEST_TEXT = 150, 4000
#: Fields of a letter about an edition: about what it is, and where to go.
ABOUT_EDITION = ("edition", "address")

FIELD = re.compile(r"\$\{([a-z]+)\}")
#: A dollar that looks like a field and is none.
MALFORMED = re.compile(r"\$(?!\{[a-z]+\})[\w{][^\s}]{0,30}\}?")
BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True)
class Letter:
    """One kind of letter.

    Parameters:
        id: such as ``check``.
        title: when it is sent and to whom, the id of a message.
        subject: as shipped, the id of a message.
        text: paragraphs as shipped, ids of messages; those without words are plain text.
        fields: names of the fields that it always has.
        optional: names of those that may be missing; a paragraph with a missing one is left out.
        lists: names of the fields that are paragraphs themselves, so that each stands in one of its own.
        required: names of the fields that its text must name.
    """

    id: str
    title: str
    subject: str
    text: tuple
    fields: tuple = ABOUT_EDITION
    optional: tuple = ()
    lists: tuple = ()
    required: tuple = ABOUT_EDITION

    @property
    def allowed(self):
        """Names of all its fields."""
        return (*self.fields, *self.optional, *self.lists)


@dataclass(frozen=True)
class Problem:
    """What is wrong with the text of a letter.

    Parameters:
        part: ``subject`` or ``text``.
        code: ``required``, ``lines``, ``too_long``, ``control``, ``malformed``, ``unknown``, ``missing``,
            ``together`` or ``alone``.
        values: what the sentence about it names, by name.
    """

    part: str
    code: str
    values: dict


def problems(letter, subject, text):
    """Return what is wrong with an office's text of a letter, as a tuple of :class:`Problem`; empty when it can be sent.

    Parameters:
        letter: a :class:`Letter`.
        subject, text: what the office wrote.
    """
    return (*_problems_of_subject(letter, subject), *_problems_of_text(letter, text))


def _problems_of_subject(letter, subject):
    yield from _problems_of_fields(letter, "subject", subject, letter.fields, LONGEST_SUBJECT)
    if len(subject.strip().splitlines()) > 1:
        yield Problem("subject", "lines", {})


def _problems_of_text(letter, text):
    yield from _problems_of_fields(letter, "text", text, letter.allowed, LONGEST_TEXT)
    named = set(FIELD.findall(text))
    for name in letter.required:
        if name not in named:
            yield Problem("text", "missing", {"field": written(name)})
    for paragraph in paragraphs(text):
        here = set(FIELD.findall(paragraph))
        for name in letter.optional:
            if name in here and here & set(letter.fields):
                yield Problem("text", "together", {"field": written(name)})
        for name in letter.lists:
            if name in here and paragraph != written(name):
                yield Problem("text", "alone", {"field": written(name)})


def _problems_of_fields(letter, part, text, allowed, longest):
    if not text.strip():
        yield Problem(part, "required", {})
    if len(text) > longest:
        yield Problem(part, "too_long", {"limit": longest})
    if has_controls(text):
        yield Problem(part, "control", {})
    for found in MALFORMED.findall(text):
        yield Problem(part, "malformed", {"text": found})
    for name in dict.fromkeys(FIELD.findall(text)):
        if name not in allowed:
            names = ", ".join(map(written, allowed))
            yield Problem(part, "unknown", {"field": written(name), "fields": names})


def written(name):
    """Return a field as it is written in a text."""
    return f"${{{name}}}"


def paragraphs(text):
    """Return the paragraphs of a text: what blank lines part."""
    return [part for part in map(str.rstrip, BLANK_LINE.split(text.replace("\r\n", "\n").strip())) if part]


def rendered(letter, subject, text, values):
    """Return subject and paragraphs of a letter with its values put in, each once: a value is never read as a field.

    Parameters:
        letter: a :class:`Letter`.
        subject, text: a text without :func:`problems`.
        values: texts by name of a field, a sequence of paragraphs for each of its lists; an optional one that is missing
            or empty leaves its paragraph out.
    """
    known = {name: " ".join(str(values.get(name) or "").split()) for name in (*letter.fields, *letter.optional)}
    missing = {name for name in letter.optional if not known[name]}
    lists = {written(name): values.get(name) or () for name in letter.lists}
    found = []
    for part in paragraphs(text):
        if part in lists:
            found += lists[part]
        elif not missing & set(FIELD.findall(part)):
            found.append(_filled(part, known))
    return _filled(" ".join(subject.split()), known), found


def _filled(text, values):
    return FIELD.sub(lambda found: values.get(found[1], ""), text)
