"""Versions of a page of the bulletin's own, and what every version must have."""

from czest.qms.organisation.rules.model import Problem
from dataclasses import dataclass
from dataclasses import field
import hashlib
import json


TITLE_LENGTH, WHAT_LENGTH, BODY_LENGTH = 200, 500, 200_000


@dataclass(frozen=True)
class Draft:
    """What an editor would have public.

    Parameters:
        title: one line.
        body: HTML that was cleaned.
        facts: texts by name, of a page that is made from a form.
    """

    title: str
    body: str
    facts: dict = field(default_factory=dict)

    @property
    def digest(self):
        """SHA-256 of the content, in hexadecimal."""
        values = [self.title, self.body, self.facts]
        return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True)
class PageVersion:
    """One version, as it became public; never changed.

    Parameters:
        number: from 1.
        draft: what it says.
        by: login of whoever wrote it; empty for the text that the bulletin began with.
        name, post: how the bulletin names this person (art. 8 sec. 6), as it was at that moment.
        at: ISO 8601 in UTC, by the clock of the server.
        what: words for the public register of changes.
    """

    number: int
    draft: Draft
    by: str
    name: str
    post: str
    at: str
    what: str


def draft_problems(draft, what, present):
    """Return the problems of a draft that any page may have.

    Parameters:
        draft: Draft.
        what: words for the register of changes.
        present: the Draft that is public now.
    """
    problems = line_problems("title", draft.title, TITLE_LENGTH)
    if len(draft.body) > BODY_LENGTH:
        problems.append(Problem("body", "too_long", {"limit": str(BODY_LENGTH)}))
    problems += line_problems("what", what, WHAT_LENGTH)
    if not problems and draft == present:
        problems.append(Problem("", "nothing_changed"))
    return problems


def line_problems(name, text, most, required=True):
    """Return the problems of one line of text.

    Parameters:
        name: of the field.
        text: what was typed.
        most: characters at most.
        required: False where it may be empty.
    """
    if not text.strip():
        return [Problem(name, "required")] if required else []
    if len(text) > most:
        return [Problem(name, "too_long", {"limit": str(most)})]
    return [] if text.isprintable() else [Problem(name, "one_line")]


def area_problems(name, text, most, required=True):
    """Return the problems of a text of several lines; parameters as of :func:`line_problems`."""
    if not text.strip():
        return [Problem(name, "required")] if required else []
    if len(text) > most:
        return [Problem(name, "too_long", {"limit": str(most)})]
    return [] if all(line.isprintable() for line in text.splitlines()) else [Problem(name, "control_characters")]
