"""Two versions of a page compared: redline of the text, and the data that changed."""

from czest.qms import _
from czest.qms.bulletin.declaration import STATUSES
from czest.qms.documents.comparison import compare
from czest.qms.documents.comparison import to_html
from czest.qms.documents.views.comparing.wording import labels
from czest.qms.publication.pages.views import fields
from czest.qms.publication.pages.views.base import PageView
from functools import cached_property


#: Name of a fact → its label in the forms; ``reviewed_on`` is in none, and a composed name stands in its parts.
LABELS = {
    **{
        field.name: field.label
        for field in (*fields.EDITORS, *fields.DECLARATION, fields.TITLE)
        if field.kind != "heading"
    },
    "reviewed_on": _("Day of the review"),
}


class ComparePage(PageView):
    """Compares the versions that the address names by ``from`` and ``to``."""

    is_wide = True

    @property
    def title(self):
        mapping = {"page": self.newer.draft.title, "older": str(self.older.number), "newer": str(self.newer.number)}
        return _("Versions ${older} and ${newer} of the page ${page}", mapping=mapping)

    @cached_property
    def older(self):
        """The version compared with."""
        return self.version_asked("from")

    @cached_property
    def newer(self):
        """The version that is looked at."""
        return self.version_asked("to")

    @cached_property
    def text(self):
        """The comparison of the texts as HTML, or None where they do not differ."""
        found = compare(self.older.draft.body, self.newer.draft.body)
        return to_html(found, labels(self.request)) if found.changes else None

    @cached_property
    def rows(self):
        """The data that differs: ``label``, ``older`` and ``newer``."""
        older = {**self.older.draft.facts, "title": self.older.draft.title}
        newer = {**self.newer.draft.facts, "title": self.newer.draft.title}
        names = [name for name in LABELS if older.get(name, "") != newer.get(name, "")]
        return [
            {
                "label": LABELS[name],
                "older": worded(name, older.get(name, "")),
                "newer": worded(name, newer.get(name, "")),
            }
            for name in names
        ]


def worded(name, value):
    """Return a fact in words."""
    return STATUSES.get(value, value) if name == "status" else value
