"""What letters say: the closed list of letters, the fields each may name, and the office's own texts put in safely.

A field is written ``${edition}``. Nothing of a document, no remark and no comment is a field, so no letter can hold any.
"""

from czest.qms.documents.files.findings import _
from czest.qms.language.characters import has_controls
from dataclasses import dataclass
import re


#: Longest subject and longest text, in characters.
LONGEST_SUBJECT, LONGEST_TEXT = 150, 4000
#: Fields that the text of every letter must name: about what it is, and where to go.
REQUIRED = ("edition", "address")

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
    """

    id: str
    title: str
    subject: str
    text: tuple
    fields: tuple = REQUIRED
    optional: tuple = ()

    @property
    def allowed(self):
        """Names of all its fields."""
        return (*self.fields, *self.optional)


@dataclass(frozen=True)
class Problem:
    """What is wrong with the text of a letter.

    Parameters:
        part: ``subject`` or ``text``.
        code: ``required``, ``lines``, ``too_long``, ``control``, ``malformed``, ``unknown``, ``missing`` or
            ``together``.
        values: what the sentence about it names, by name.
    """

    part: str
    code: str
    values: dict


BEHALF, DEADLINE, ADDRESS = _("On behalf of: ${behalf}."), _("Deadline: ${day}."), "${address}"

#: Id → letter, in the order in which they are shown.
LETTERS = {
    letter.id: letter
    for letter in (
        Letter(
            "agreement",
            _("To those who are asked for agreement"),
            _("For agreement: ${edition}"),
            (_("You are asked for agreement: ${edition}."), BEHALF, DEADLINE, ADDRESS),
            (*REQUIRED, "day"),
            ("behalf",),
        ),
        Letter(
            "agreement_over",
            _("To the authors when all have answered or the day has passed"),
            _("Agreement over: ${edition}"),
            (_("All whom you asked for agreement have answered, or their day has passed: ${edition}."), ADDRESS),
        ),
        Letter(
            "formal_check",
            _("To the quality officer who is asked for a formal check"),
            _("To check formally: ${edition}"),
            (_("You are asked for a formal check: ${edition}."), DEADLINE, ADDRESS),
            REQUIRED,
            ("day",),
        ),
        Letter(
            "formally_right",
            _("To the authors of a draft that is formally right"),
            _("Formally right: ${edition}"),
            (_("Your draft is formally right: ${edition}."), _("You can submit it for review."), ADDRESS),
        ),
        Letter(
            "check",
            _("To those who are asked to check"),
            _("To check: ${edition}"),
            (_("You are asked to check: ${edition}."), BEHALF, DEADLINE, ADDRESS),
            REQUIRED,
            ("behalf", "day"),
        ),
        Letter(
            "opinion",
            _("To those who are asked for an opinion"),
            _("For an opinion: ${edition}"),
            (_("You are asked for an opinion: ${edition}."), BEHALF, DEADLINE, ADDRESS),
            REQUIRED,
            ("behalf", "day"),
        ),
        Letter(
            "approval",
            _("To those who are asked to approve"),
            _("To approve: ${edition}"),
            (_("You are asked to approve: ${edition}."), BEHALF, DEADLINE, ADDRESS),
            REQUIRED,
            ("behalf", "day"),
        ),
        Letter(
            "returned",
            _("To the authors of an edition that is a draft again"),
            _("To correct: ${edition}"),
            (_("Your edition is a draft again: ${edition}."), _("The reason is shown there."), ADDRESS),
        ),
        Letter(
            "remind_before",
            _("To those who are asked, before the deadline"),
            _("Deadline on ${day}: ${edition}"),
            (_("A task waits for you: ${edition}."), BEHALF, DEADLINE, ADDRESS),
            (*REQUIRED, "day"),
            ("behalf",),
        ),
        Letter(
            "remind_after",
            _("To those who are asked, after the deadline"),
            _("Past the deadline: ${edition}"),
            (_("A task waits for you: ${edition}."), BEHALF, _("The deadline has passed: ${day}."), ADDRESS),
            (*REQUIRED, "day", "days"),
            ("behalf",),
        ),
        Letter(
            "escalate",
            _("To the quality officers when a deadline has long passed"),
            _("Stuck: ${edition}"),
            (_("Past the deadline since ${day} (days: ${days}): ${edition}."), _("It waits for: ${who}."), ADDRESS),
            (*REQUIRED, "day", "days", "who"),
        ),
    )
}


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
    for name in REQUIRED:
        if name not in named:
            yield Problem("text", "missing", {"field": written(name)})
    for paragraph in paragraphs(text):
        here = set(FIELD.findall(paragraph))
        for name in letter.optional:
            if name in here and here & set(letter.fields):
                yield Problem("text", "together", {"field": written(name)})


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
    return [part for part in BLANK_LINE.split(text.replace("\r\n", "\n").strip()) if part]


def rendered(letter, subject, text, values):
    """Return subject and paragraphs of a letter with its values put in, each once: a value is never read as a field.

    Parameters:
        letter: a :class:`Letter`.
        subject, text: a text without :func:`problems`.
        values: texts by name of a field; an optional one that is missing or empty leaves its paragraph out.
    """
    known = {name: " ".join(str(values.get(name) or "").split()) for name in letter.allowed}
    missing = {name for name in letter.optional if not known[name]}
    kept = [part for part in paragraphs(text) if not missing & set(FIELD.findall(part))]
    return _filled(" ".join(subject.split()), known), [_filled(part, known) for part in kept]


def _filled(text, values):
    return FIELD.sub(lambda found: values.get(found[1], ""), text)
