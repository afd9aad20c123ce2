"""Sections of a document's text: its headings of level 2."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from html import unescape
import re


_HEADING = re.compile(r"<h2(?:\s[^>]*)?>(.*?)</h2>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NUMBER = re.compile(r"(\d+(?:\.\d+)*)\.?\s+(?=\S)")


@dataclass(frozen=True)
class Entry:
    """An entry of the table of contents.

    Parameters:
        id: identifier of the heading in the page.
        number: number of the section as written, without the last full stop; may be empty.
        title: text of the heading without the number.
    """

    id: str
    number: str
    title: str


def table_of_contents(html: str) -> tuple[str, list[Entry]]:
    """Give the headings of level 2 identifiers and list them.

    Identifiers follow the number as written (``punkt-6``), so that a link to a section survives
    an edition that adds a section without a number; sections without one count their position.

    Parameters:
        html: body in the normal form of ``sanitise``.

    Returns:
        The body with identifiers, and the entries in order.
    """
    entries: list[Entry] = []
    taken: set[str] = set()

    def with_identifier(found: re.Match[str]) -> str:
        number, title = split_number(unescape(_TAG.sub("", found[1])).strip())
        name = number.replace(".", "-") or str(len(entries) + 1)
        identifier = _unused(f"punkt-{name}", taken)
        taken.add(identifier)
        entries.append(Entry(identifier, number, title))
        return f'<h2 id="{identifier}">{found[1]}</h2>'

    return _HEADING.sub(with_identifier, html), entries


def split_number(heading: str) -> tuple[str, str]:
    """Split a heading into its number, which may be empty, and its title.

    Parameters:
        heading: text such as ``6. Opis postępowania``.
    """
    found = _NUMBER.match(heading)
    return (found[1], heading[found.end() :]) if found else ("", heading)


def _unused(identifier: str, taken: set[str]) -> str:
    suffix = 1
    candidate = identifier
    while candidate in taken:
        suffix += 1
        candidate = f"{identifier}-{suffix}"
    return candidate


def template(sections: Iterable[str]) -> str:
    """Return the body of a new document: its sections numbered, each with an empty paragraph (PR-2).

    Parameters:
        sections: titles of sections, without numbers.
    """
    return "\n".join(
        f"<h2>{number}. {escape(title, quote=False)}</h2>\n<p></p>" for number, title in enumerate(sections, 1)
    )
