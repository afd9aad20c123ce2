"""Where things of the bulletin are: the public addresses, which are kept for good."""

from urllib.parse import quote
from urllib.parse import urlencode


DOCUMENTS = "dokumenty"
PAGES = "strony"
SEARCH = "szukaj"
REGISTER = "wykaz-dokumentow"
CHANGES = "rejestr-zmian"
SITE_MAP = "mapa-strony"
MENU = "menu"


def subject_id(symbol):
    """Return the last part of the canonical address of a symbol; no two symbols have the same.

    The slash of a record, such as ``Z-PS03-2026/04``, becomes a tilde, which addresses need not escape (RFC 3986).
    Whatever else a path cannot hold becomes its number between commas.
    """
    return "".join(map(_in_path, symbol))


def _in_path(character):
    if character.isalnum() or character in "-._":
        return character
    return "~" if character == "/" else f",{ord(character):x},"


def link(address):
    """Return an address that a page may lead to, or an empty text for one that is no plain web address."""
    return address if address.startswith(("https://", "http://")) else ""


class Addresses:
    """Addresses under one site.

    Parameters:
        site: address of the site, without a slash at the end.
    """

    def __init__(self, site):
        self.site = site

    @property
    def home(self):
        """The home page, with the slash that names a folder."""
        return f"{self.site}/"

    def placed(self, path):
        """Whatever has a path below the site, such as ``dokumenty/Z-PS03-2026~04/wersja-1``."""
        return f"{self.site}/{quote(path)}"

    def subject(self, symbol):
        """The canonical address of a document: whatever applies under its symbol now."""
        return f"{self.site}/{DOCUMENTS}/{quote(subject_id(symbol))}"

    def entry(self, symbol, entry_id):
        """One entry, for good."""
        return f"{self.subject(symbol)}/{quote(entry_id)}"

    def file(self, symbol, entry_id, name):
        """A public file of an entry."""
        return f"{self.entry(symbol, entry_id)}/pliki/{quote(name)}"

    def section(self, section_id):
        """A section of the menu."""
        return f"{self.site}/{MENU}/{quote(section_id)}"

    def page(self, page_id):
        """A page of the bulletin's own."""
        return f"{self.site}/{PAGES}/{quote(page_id)}"

    def named(self, name, query=()):
        """A page with a fixed name, such as :data:`CHANGES`, with a query of (name, value) pairs."""
        return f"{self.site}/{name}?{urlencode(query)}" if query else f"{self.site}/{name}"
