"""The two sides of a review: what is inside, and what becomes public."""

from czest.qms import _
from czest.qms.bulletin import wording
from czest.qms.documents.views.reading.text import shown_text
from czest.qms.publication.preparing import asked_in
from czest.qms.publication.preparing import chosen_files
from czest.qms.publication.preparing import draft_of
from czest.qms.publication.public_files import public_name
from czest.qms.publication.views.findings import at_file
from czest.qms.publication.views.findings import at_place


#: Public texts in the order of the page: name of the field, and what it is called.
FIELDS = (
    ("title", _("Title")),
    ("summary", _("Summary")),
    ("what_changed", _("What changed")),
    ("body", _("Text")),
)


class Sides:
    """Both sides with the findings at their places.

    Parameters:
        publishable: the edition or record.
        address: of the edition or record.
        case: whose draft is shown.
        rows: ``findings.Row``s.
    """

    def __init__(self, publishable, address, case, rows):
        self.address = address
        self.publishable = publishable
        self.case = case
        self.rows = rows
        self.draft = draft_of(case)
        self.chosen = chosen_files(publishable, asked_in(case))

    @property
    def text(self):
        """The text inside as safe HTML, or an empty text."""
        source = self.publishable.text()
        return shown_text(source).html if source.strip() else ""

    @property
    def text_note(self):
        """What is to be known of the public text beside that inside, a Message, or None."""
        if self.case.request["public_body"]:
            return _("The public text is another one, written for the publication.")
        if self.case.request["without_body"] and self.text:
            return _("The text is not published: files only.")
        return None

    def at_field(self, name):
        """Return the Rows about a public text."""
        return at_place(self.rows, f"field:{name}")

    def inside(self):
        """Return the texts inside, each with ``label``, ``value`` and ``rows``; the text itself is apart."""
        values = self.publishable.texts()
        return [
            {"label": label, "value": values[name], "rows": self.at_field(name)}
            for name, label in FIELDS
            if name in values and (values[name] or self.at_field(name))
        ]

    @property
    def original(self):
        """Name of the file inside in whose place a redacted one is published, or an empty text."""
        return self.case.request["redacted_from"]

    def originals(self):
        """Return the files inside, each with ``name``, ``url``, ``note``, ``rows`` and ``part``: what becomes of it."""
        chosen = {name for name, _named, _redacted in self.chosen}
        return [
            {
                **link,
                "rows": [] if link["name"] == self.original else at_file(self.rows, link["name"]),
                "part": self.part(link["name"], chosen),
            }
            for link in self.publishable.links()
        ]

    def part(self, name, chosen):
        """Return why a file is not published as it is, a Message, or None."""
        if name == self.original:
            return _("a redacted file stands for it")
        return None if name in chosen else _("not published")

    def redacted(self):
        """Return the redacted file that was given with the request: ``name``, ``note``, ``rows`` and ``original``."""
        given = self.case.redacted
        if given is None:
            return []
        note, rows = wording.size(given.getSize()), at_file(self.rows, self.original)
        return [{"name": given.filename, "note": note, "original": self.original, "rows": rows}]

    def public_files(self):
        """Return the public files, each with ``name``, ``title``, ``url``, ``note`` and ``rows``."""
        origins = {self.name_in_public(place): chosen[0] for place, chosen in enumerate(self.chosen, 1)}
        base = f"{self.address}/@@publication-file"
        return [
            {
                "name": file.name,
                "title": file.title,
                "url": f"{base}/{file.name}" if file.name in dict(self.case.contents) else None,
                "note": wording.size(file.size),
                "rows": at_file(self.rows, origins.get(file.name, "")),
            }
            for file in self.draft.files
        ]

    def name_in_public(self, place):
        """Return the public name of the file chosen at a place, from 1."""
        extension = self.chosen[place - 1][1].filename.rpartition(".")[2].lower()
        return public_name(self.publishable.symbol, self.publishable.number, extension, place)

    def public_fields(self):
        """Return the public texts about which something was found, each with ``label`` and ``rows``."""
        return [{"label": label, "rows": self.at_field(name)} for name, label in FIELDS if self.at_field(name)]
