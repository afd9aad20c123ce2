"""``DOCUMENT/@@compare?from=4&to=5``: two editions compared, any that the person may see."""

from czest.qms import _
from czest.qms.appearance.states import plate
from czest.qms.documents.comparison import newer_side
from czest.qms.documents.comparison import older_side
from czest.qms.documents.comparison import to_html
from czest.qms.documents.content import state_of
from czest.qms.documents.differences import Differences
from czest.qms.documents.history import visible_editions
from czest.qms.documents.schema import IControlData
from czest.qms.documents.views.comparing.wording import count_of_changes
from czest.qms.documents.views.comparing.wording import labels
from czest.qms.documents.views.comparing.wording import value_words
from czest.qms.documents.views.reading.rules.dates import table_date
from czest.qms.documents.views.reading.rules.files import kind_of_file
from czest.qms.documents.views.reading.rules.files import size_of_file
from czest.qms.documents.views.reading.titleblock import edition_name
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zExceptions import NotFound
from zope.i18n import translate


class ComparePage(BrowserView):
    """The page of a comparison.

    Raises:
        NotFound: when the document has no such edition for this person, or fewer than two to compare.
    """

    template = ViewPageTemplateFile("templates/compare.pt")
    is_wide = True
    page_name = _("comparison")

    def __call__(self):
        _pair = self.older, self.newer
        return self.template()

    @cached_property
    def editions(self):
        """The editions that this person may see, by number, newest first."""
        return {edition.number: edition for edition in visible_editions(self.context)}

    def _asked(self, name, usual):
        number = self.request.form.get(name) or usual
        if not isinstance(number, str) or number not in self.editions:
            raise NotFound(name)
        return self.editions[number]

    @cached_property
    def newer(self):
        """The edition asked for by ``to``, by default the newest."""
        return self._asked("to", next(iter(self.editions), None))

    @cached_property
    def older(self):
        """The edition asked for by ``from``, by default the one before ``to``."""
        numbers = list(self.editions)
        following = numbers[numbers.index(self.newer.number) + 1 :]
        return self._asked("from", following[0] if following else self.newer.number)

    @cached_property
    def differences(self):
        return Differences(self.older, self.newer)

    @property
    def title(self):
        """Heading and title of the window."""
        return f"{self.context.symbol} {self.newer.title}"

    @cached_property
    def breadcrumbs(self):
        """The way from the home page to here."""
        library = self.context.__parent__
        return [
            {"title": _("Start"), "url": api.portal.get().absolute_url()},
            {"title": library.title, "url": library.absolute_url()},
            {"title": self.context.symbol, "url": self.context.absolute_url()},
            {"title": self.page_name, "url": None},
        ]

    # The pickers

    def picker(self, name):
        """Return the view-model of the choice of one edition: ``options``, ``plate`` and ``day``."""
        chosen = self.older if name == "from" else self.newer
        options = [
            {"value": number, "title": edition_name(edition), "chosen": number == chosen.number}
            for number, edition in self.editions.items()
        ]
        return {"name": name, "options": options, "plate": plate(state_of(chosen)), "day": day_of(chosen)}

    @property
    def beside(self):
        """Whether the texts stand beside each other."""
        return self.request.form.get("view") == "beside"

    @property
    def only_changed(self):
        """Whether unchanged sections are folded; so it is until the person chooses otherwise."""
        return "chosen" not in self.request.form or "changed" in self.request.form

    def view_url(self, view):
        """Return the address of this comparison in one text or beside."""
        kept = {"from": self.older.number, "to": self.newer.number, "view": view, "chosen": 1}
        if self.only_changed:
            kept["changed"] = 1
        return f"{self.context.absolute_url()}/@@compare?{urlencode(kept)}"

    # What differs

    @cached_property
    def data_rows(self):
        """The changed control data and files, as the table shows them."""
        rows = [self.data_row(change) for change in self.differences.data]
        return rows + [file_row(change) for change in self.differences.files]

    def data_row(self, change):
        """Return a row: ``label`` and, for either side, values each with ``text`` and ``tag`` (del, ins or None)."""
        kept = [mark(value_words(change.name, value), None) for value in change.kept]
        return {
            "label": IControlData[change.name].title,
            "older": kept + [mark(value_words(change.name, value), "del") for value in change.removed],
            "newer": kept + [mark(value_words(change.name, value), "ins") for value in change.added],
        }

    @property
    def data_count(self):
        return count_of_changes(len(self.data_rows))

    @property
    def text_count(self):
        return count_of_changes(self.differences.text.changes)

    @property
    def sections(self):
        """The sections with a title, for the table of contents."""
        return [section for section in self.differences.text.sections if section.title or section.number]

    def section_name(self, section):
        """Return number and title of a section as the contents show them."""
        number = section.number.rstrip(".")
        return f"{number}. {section.title}" if number else section.title

    @property
    def step_words(self):
        """What the script says at a change; it fills in the numbers."""
        return translate(_("change ${number} of ${all}"), context=self.request)

    def redline(self):
        """Return the compared text in one."""
        return to_html(self.differences.text, labels(self.request), not self.only_changed)

    def sides(self):
        """Return the older and the newer text, marked."""
        words, text, whole = labels(self.request), self.differences.text, not self.only_changed
        older = to_html(older_side(text), words, whole, "wczesniej-")
        return {"older": older, "newer": to_html(newer_side(text), words, whole)}


def day_of(edition):
    """Return since when an edition is in force, or when it is planned to be, as a Message or None."""
    if edition.in_force_from:
        return _("from ${day}", mapping={"day": table_date(edition.in_force_from)})
    if edition.effective_from:
        return _("planned for ${day}", mapping={"day": table_date(edition.effective_from)})
    return None


def mark(text, tag):
    """Return one value of a row."""
    return {"text": text, "tag": tag}


def file_row(change):
    """Return the row of a file; what changed is told by the digest, so the same size may stand on both sides."""
    return {
        "label": _("File ${name}", mapping={"name": change.name}),
        "older": [mark(file_words(change.older), "del")] if change.older else [],
        "newer": [mark(file_words(change.newer), "ins")] if change.newer else [],
    }


def file_words(named_file):
    """Return type, size and the beginning of the digest of a file."""
    name, size = named_file.filename, named_file.getSize()
    return f"{kind_of_file(name)}, {size_of_file(size)}, SHA-256 {named_file.sha256[:8]}…"
