"""The text of an edition as it is shown."""

from czest.qms.documents.conversion import Entry
from czest.qms.documents.conversion import sanitise
from czest.qms.documents.conversion import set_text
from czest.qms.documents.conversion import table_of_contents
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Text:
    """A text ready to be shown.

    Parameters:
        html: safe HTML whose headings of sections have ids.
        contents: the sections, for the table of contents.
    """

    html: str
    contents: tuple[Entry, ...]


@lru_cache(maxsize=256)
def shown_text(source):
    """Return the Text of an HTML source.

    Stored texts are clean already; cleaning them again costs next to nothing, since the result is kept for the next
    reader.
    """
    html, contents = table_of_contents(sanitise(source))
    return Text(set_text(html), tuple(Entry(entry.id, entry.number, set_text(entry.title)) for entry in contents))
