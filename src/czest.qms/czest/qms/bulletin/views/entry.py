"""The page of an entry, made of a snapshot and what happened to it: the same for residents and for the preview."""

from czest.qms import _
from czest.qms.bulletin import wording
from czest.qms.bulletin.addresses import Addresses
from czest.qms.bulletin.addresses import link
from czest.qms.bulletin.polish import polish
from czest.qms.bulletin.sections import BY_ID
from czest.qms.bulletin.snapshot import PUBLISHED
from czest.qms.bulletin.text import Point
from czest.qms.bulletin.text import shown_text
from czest.qms.bulletin.views.rendering import Crumb
from czest.qms.bulletin.views.rendering import Head
from czest.qms.bulletin.views.rendering import render
from czest.qms.language.numerals import counted
from dataclasses import dataclass
from functools import cached_property


_PDF = "application/pdf"


@dataclass(frozen=True)
class RelationRow:
    """Acts that did the same to the document: a Message, and pairs of a Message and an address, which may be empty."""

    label: str
    acts: list


class EntryPage:
    """What the template of an entry asks.

    Parameters:
        site, facts: SiteFacts and EntryFacts.
    """

    def __init__(self, site, facts):
        self.site = site
        self.facts = facts
        self.snapshot = facts.snapshot
        self.at = Addresses(site.address)
        self.address = self.at.entry(self.snapshot.symbol, facts.id)

    @property
    def title(self):
        """The title set for reading; where it was blanked for RODO (BIP-7), the symbol."""
        return wording.set_line(self.snapshot.title) or self.snapshot.symbol

    @property
    def plate(self):
        """The words of the plate."""
        found = self.snapshot
        return wording.plate(self.facts.state, found.in_force_from, found.metadata.published_at, found.is_record)

    @property
    def record_day(self):
        """The words of when a record was made, a Message; None for a document, or where nobody said when."""
        day = self.snapshot.metadata.produced_on
        return _("Record of ${day}", mapping={"day": wording.day(day)}) if self.snapshot.is_record and day else None

    @property
    def to_successor(self):
        """What the link to the version now published says, a Message."""
        return _("See the current version") if self.snapshot.is_record else _("See what is in force now")

    @property
    def period(self):
        """When an archived version was in force, a Message, or None where it never was a document in force."""
        since, until = self.snapshot.in_force_from, self.facts.in_force_to
        if not since or not until:
            return None
        return _("It was in force from ${since} to ${until}.", mapping=_days(since=since, until=until))

    @property
    def relations(self):
        """The acts in the city's style: *Wprowadzone*, *Zmienione*, *Uchylone*."""
        rows = [
            RelationRow(
                label,
                [(wording.relation(each), link(each.address)) for each in self.snapshot.relations if each.kind == kind],
            )
            for kind, label in wording.RELATIONS.items()
        ]
        return [row for row in rows if row.acts]

    @cached_property
    def text(self):
        """The Text of the entry."""
        return shown_text(self.snapshot.body)

    @property
    def main_file(self):
        """The PDF of the whole document: the first one, or None."""
        return next((each for each in self.snapshot.files if each.media_type == _PDF), None)

    @property
    def last_change(self):
        """The newest row of the register of changes, or None."""
        return self.facts.changes[-1] if self.facts.changes else None

    @property
    def contents(self):
        """The Points of the list *Na tej stronie*, in the order of the page."""
        parts = self._parts_of_a_stub() if self.facts.is_withdrawn else self._parts()
        return [part for part in parts if part]

    def _parts(self):
        found = self.snapshot
        yield found.summary and _part("w-skrocie", _("In short"))
        yield found.what_changed and _part("co-sie-zmienilo", _("What has changed"))
        if self.text.html:
            yield _part("tresc", _("Text"))
            yield from (Point(each.id, each.title, each.level + 1) for each in self.text.points)
        yield found.files and _part("pliki", _("Files"))
        yield found.exclusions and _part("wylaczenia", _("What is not disclosed"))
        yield _part("metryczka", _("Metadata of the entry"))
        yield from self._parts_of_history()
        yield _part("kontakt", _("Contact"))

    def _parts_of_a_stub(self):
        yield _part("wycofanie", _("Withdrawn from the bulletin"))
        yield from self._parts_of_history()

    def _parts_of_history(self):
        yield self.facts.changes and _part("rejestr-zmian", _("Register of changes"))
        yield self.facts.archived and _part("wersje-archiwalne", _("Archived versions"))

    def address_of(self, edition):
        """Return the address of another entry of the symbol."""
        return self.at.entry(self.snapshot.symbol, edition.id)

    def version_address(self, version):
        """Return the address of a version of the register of changes; of one unknown, of the document."""
        found = next((each for each in self.facts.editions if each.version == version), None)
        return self.address_of(found) if found else self.at.subject(self.snapshot.symbol)

    def name_of(self, edition):
        """Return what an archived entry is called, a Message."""
        if edition.number:
            return _("edition ${number}", mapping={"number": edition.number})
        return _("version ${number}", mapping={"number": str(edition.version)})

    def file_address(self, file):
        """Return the address of a file."""
        return self.at.file(self.snapshot.symbol, self.facts.id, file.name)

    def described(self, file):
        """Return format, number of pages and size: ``PDF, 12 stron, 184 kB``."""
        parts = [wording.file_format(file.name)]
        if file.pages:
            pages = counted(file.pages, _("${count} page"), _("${count} pages (few)"), _("${count} pages (many)"))
            parts.append(wording.together(polish(pages)))
        return ", ".join([*parts, wording.size(file.size)])

    def remarks(self, file):
        """Return the Messages on what is known of a file."""
        told = ((file.accessible, _("digitally accessible")), (file.signed, _("signed electronically")))
        return [message for known, message in told if known]


def _days(**days):
    return {name: wording.day(text) for name, text in days.items()}


def _part(name, message):
    return Point(name, polish(message), 1)


def entry_page(site, facts, canonical=None):
    """Return the whole page of an entry as bytes.

    Parameters:
        site, facts: SiteFacts and EntryFacts.
        canonical: the address that search engines shall keep; else the entry's own, and that of the document where
            the entry is what applies under its symbol.
    """
    page = EntryPage(site, facts)
    at, snapshot = page.at, page.snapshot
    own = at.subject(snapshot.symbol) if facts.state == PUBLISHED else page.address
    section = BY_ID[snapshot.section]
    head = Head(
        title=f"{snapshot.symbol} {snapshot.title}".strip(),
        canonical=canonical or own,
        description="" if facts.is_withdrawn else snapshot.summary,
        noindex=facts.state != PUBLISHED,
        crumbs=(Crumb(at.section(section.id), section.title),),
        section=section.id,
    )
    return render("entry", site, head, entry=page)


def loose_page(site, facts):
    """Return the text and the metryczka as a page that stands by itself in the package, beside its files."""
    text = shown_text(facts.snapshot.body, heading=2)
    return render("loose", site, Head(title=facts.snapshot.title), entry=EntryPage(site, facts), text=text)
