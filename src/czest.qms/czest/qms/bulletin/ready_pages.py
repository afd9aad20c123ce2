"""The first texts of the bulletin's own pages (§ 11 of the regulation of 18.01.2007; BIP-9, BIP-11, OD-1).

They are content, hence Polish and not messages: the editors change them, and each change has its row.
"""

from czest.qms.bulletin.facts import PageFacts
from pathlib import Path


FOLDER = Path(__file__).parent / "ready"

TITLES = {
    "redakcja": "Redakcja BIP",
    "instrukcja": "Instrukcja korzystania z BIP",
    "informacja-nieudostepniona": "Informacja nieudostępniona w BIP",
    "ponowne-wykorzystywanie": "Ponowne wykorzystywanie",
    "deklaracja-dostepnosci": "Deklaracja dostępności",
    "jak-sprawdzic": "Jak sprawdzić plik",
}


def ready_pages():
    """Return the PageFacts of every page that the layout links, with text and without facts of the office."""
    return [
        PageFacts(page_id, title, (FOLDER / f"{page_id}.html").read_text(encoding="utf-8").strip())
        for page_id, title in TITLES.items()
    ]
