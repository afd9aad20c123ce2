"""What the pages of the bulletin are made of: plain values, so that a page can be shown before anything is kept.

The public site reads them from its database; the intranet makes them for the preview of a publication. Pages know
nothing else, neither objects nor the request, hence the same facts always give the same bytes.
"""

from czest.qms.bulletin.snapshot import ARCHIVED
from czest.qms.bulletin.snapshot import Change
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.bulletin.snapshot import Snapshot
from czest.qms.bulletin.snapshot import Withdrawal
from czest.qms.bulletin.snapshot import WITHDRAWN
from dataclasses import dataclass
from dataclasses import field


#: Page of the ministry that lists all bulletins; the mark leads there (§ 11 of the regulation of 18.01.2007).
NATIONAL_PAGE = "https://www.gov.pl/web/bip"


@dataclass(frozen=True)
class Editors:
    """Whom to ask about the bulletin (§ 11: address of the editors; name, phone, fax and e-mail of at least one).

    Parameters:
        address: lines of the postal address.
        name: the editor, by post or by name and post.
    """

    address: tuple[str, ...] = ()
    name: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""


@dataclass(frozen=True)
class SiteFacts:
    """What every page shows around its own content.

    Parameters:
        address: of the site, without a slash at the end.
        office: the body that runs the bulletin.
        editors: see :class:`Editors`.
        national_page: address of the national page of the bulletin.
        counts: number of published entries by id of section.
        titles: titles of the bulletin's own pages by id.
        changed_at: time of the newest change, ISO 8601 in UTC, or empty where nothing was ever published.
    """

    address: str
    office: str
    editors: Editors = Editors()
    national_page: str = NATIONAL_PAGE
    counts: dict = field(default_factory=dict)
    titles: dict = field(default_factory=dict)
    changed_at: str = ""

    @property
    def published(self):
        """Number of all published entries."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Edition:
    """One entry of a symbol, as the pages of the others name it.

    Parameters:
        id: last part of its address, such as ``wydanie-6``.
        number: of the edition, or empty for a record.
        version: ordinal under the symbol, from 1.
        state: ``published``, ``archived`` or ``withdrawn``.
        in_force_from, in_force_to: days ``YYYY-MM-DD``, or empty.
    """

    id: str
    number: str
    version: int
    state: str
    in_force_from: str = ""
    in_force_to: str = ""

    @property
    def is_record(self):
        """Whether it is of a record, which has no editions."""
        return not self.number


@dataclass(frozen=True)
class EntryFacts:
    """An entry with what happened to it.

    Parameters:
        snapshot: what was published.
        id: last part of its address.
        state: ``published``, ``archived`` or ``withdrawn``.
        version: ordinal under the symbol, from 1.
        in_force_to: last day in force, ``YYYY-MM-DD``, or empty.
        withdrawal: why the entry was taken off the bulletin, or None.
        editions: all entries of the symbol, this one among them, oldest first.
        changes: rejestr zmian of the symbol, oldest first.
    """

    snapshot: Snapshot
    id: str
    state: str = PUBLISHED
    version: int = 1
    in_force_to: str = ""
    withdrawal: Withdrawal | None = None
    editions: tuple[Edition, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def successor(self):
        """The published entry of the same symbol where that is another one, else None."""
        others = (each for each in self.editions if each.state == PUBLISHED and each.version != self.version)
        return next(others, None)

    @property
    def archived(self):
        """The archived entries of the symbol other than this one, newest first."""
        return [each for each in reversed(self.editions) if each.state == ARCHIVED and each.version != self.version]

    @property
    def is_withdrawn(self):
        """True where only a stub is left (BIP-7)."""
        return self.state == WITHDRAWN

    @property
    def changed_at(self):
        """Time of the newest change of the symbol, else of the publication."""
        return self.changes[-1].at if self.changes else self.snapshot.metadata.published_at


@dataclass(frozen=True)
class ListedEntry:
    """A row of a list.

    Parameters:
        symbol, number, title, kind_title, summary, section: see ``snapshot.Snapshot``.
        address: whole address of the entry.
        state: ``published``, ``archived`` or ``withdrawn``.
        in_force_from: day ``YYYY-MM-DD``, or empty.
        published_at: ISO 8601 in UTC.
    """

    symbol: str
    number: str
    title: str
    kind_title: str
    summary: str
    section: str
    address: str
    state: str
    in_force_from: str
    published_at: str

    @property
    def is_record(self):
        """Whether it is of a record, which has no editions."""
        return not self.number


@dataclass(frozen=True)
class ListedChange:
    """A row of the consolidated register of changes.

    Parameters:
        change: what was done.
        title: of the document or of the page; empty where the title was blanked for RODO.
        symbol: of the document; empty for a page.
        kind_title: the kind of the document; empty for a page.
        address: whole address of the version, or of the page.
        state: present state of that version; empty for a page.
    """

    change: Change
    title: str
    symbol: str
    kind_title: str
    address: str
    state: str


@dataclass(frozen=True)
class PageFacts:
    """A page of the bulletin's own.

    Parameters:
        id: such as ``instrukcja``.
        title: title.
        body: clean HTML.
        facts: plain values of its form, see ``declaration`` for those of the accessibility declaration.
        changes: its rejestr zmian, oldest first.
    """

    id: str
    title: str
    body: str = ""
    facts: dict = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
