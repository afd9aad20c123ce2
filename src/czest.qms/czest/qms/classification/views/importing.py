"""Import of a scheme from a CSV file: file, preview with faults, confirmation of the whole."""

from czest.qms import _
from czest.qms import clock
from czest.qms.classification.messages import sentence
from czest.qms.classification.rules.files import decoded
from czest.qms.classification.rules.files import fingerprint
from czest.qms.classification.rules.files import read
from czest.qms.classification.rules.tables import changes
from czest.qms.classification.rules.tables import merged
from czest.qms.classification.views.base import ClassificationView
import logging
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


logger = logging.getLogger("czest.qms.classification")

#: In bytes; a JRWA of some thousands of classes takes a third of it.
LARGEST_FILE = 500_000

#: How many changes or faults the preview lists; their number is told in full.
MOST_LISTED = 200


class TableImport(ClassificationView):
    """One page in three steps: nothing is stored before the last, and then everything or nothing."""

    page = ViewPageTemplateFile("importing.pt")

    title = _("Import of a list")
    file_error = None
    has_moved_on = False
    faults = ()
    changes = None
    text = ""

    def __call__(self):
        if self.request.method == "POST":
            self.require_sincere_post()
            if "confirm" in self.request.form:
                return self.store()
            self.preview()
        return self.page()

    @property
    def breadcrumbs(self):
        """Return the way here, asked by the shell: the lists stand between the site and this page."""
        return [
            {"title": _("Start"), "url": self.context.absolute_url()},
            {"title": _("Classification"), "url": self.panel_url},
            {"title": self.title, "url": None},
        ]

    @property
    def table(self):
        return self.classification.terms(self.scheme.name)

    @property
    def fingerprint(self):
        """Digest of the present table, by which the last step knows that nobody has changed it meanwhile."""
        return fingerprint(self.scheme, self.table)

    def verdict(self):
        """Return the message above the preview for the macro, or None before a file was read."""
        if self.faults:
            text = _(
                "The file has faults: ${count}. Correct them and choose the file again; the list stays as it was.",
                mapping={"count": len(self.faults)},
            )
            return {"look": "void", "verdict": _("Not imported."), "text": text}
        if self.has_moved_on:
            text = _("Somebody changed the list meanwhile. Check the changes again.")
            return {"look": "void", "verdict": _("Not imported."), "text": text}
        if self.changes is None:
            return None
        if not self.changes:
            return {"look": "act", "verdict": _("No change."), "text": _("The file says the same as the list.")}
        text = _("Documents keep the terms that end; new documents cannot take them.")
        return {"look": "act", "verdict": _("Nothing is saved yet."), "text": text}

    def file_field(self):
        """Return the field of the file for the macro."""
        hint = _(
            "The first row holds the headings ${columns}. Dates are written as yyyy-mm-dd. "
            "A term that the file does not hold ends; it is not deleted.",
            mapping={"columns": "; ".join(self.scheme.columns)},
        )
        return {"id": "qms-classification-file", "label": _("CSV file"), "hint": hint, "error": self.file_error}

    def listed(self, items):
        return items[:MOST_LISTED]

    def listed_faults(self):
        """Return the first faults with their sentences."""
        return [
            {"row": fault.row, "column": fault.column, "sentence": sentence(fault)}
            for fault in self.listed(self.faults)
        ]

    def groups(self):
        """Return the changes by kind: title, their number and the first terms; kinds without any are left out."""
        titles = {
            "added": _("Terms added"),
            "changed": _("Terms changed"),
            "ended": _("Terms that end, because the file does not hold them"),
            "removed": _("Versions removed, because the file replaces them"),
        }
        if self.changes is None:
            return []
        return [
            {"title": titles[kind], "count": len(terms), "terms": self.listed(terms)}
            for kind in titles
            if (terms := getattr(self.changes, kind))
        ]

    def preview(self):
        """Read the uploaded file and compare it with the present table."""
        content = self._uploaded()
        if content is not None:
            try:
                self.text = decoded(content)
            except UnicodeDecodeError:
                self.file_error = _("Not read: save the file as CSV in UTF-8.")
            else:
                self._compare()
        if self.file_error or self.faults:
            self.request.response.setStatus(400)

    def store(self):
        """Put the confirmed table in place, or show the preview again if it is no longer what was confirmed."""
        self.text = self.asked("text")
        after = self._compare()
        if after is None:
            self.request.response.setStatus(400)
            return self.page()
        if self.asked("fingerprint") != self.fingerprint:
            self.has_moved_on = True
            self.request.response.setStatus(409)
            return self.page()
        self.classification.replace(self.scheme.name, after)
        logger.info("%s imported %s: %d terms", api.user.get_current().getId(), self.scheme.name, len(after))
        api.portal.show_message(_("The list was imported."), self.request)
        self.request.response.redirect(self.panel_url)
        return ""

    def _uploaded(self):
        """Return the bytes of the uploaded file, or None with ``file_error`` set."""
        upload = self.request.form.get("file")
        if not getattr(upload, "filename", ""):
            self.file_error = _("Choose a CSV file.")
            return None
        content = upload.read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            self.file_error = _("Not read: the file is larger than ${size} kB.", mapping={"size": LARGEST_FILE // 1000})
            return None
        return content

    def _compare(self):
        """Return the table as it would be and set ``changes``; or return None and set ``faults``."""
        imported = read(self.scheme, self.text)
        self.faults = imported.faults
        if self.faults:
            return None
        after = merged(self.scheme, self.table, imported.terms, clock.today())
        self.changes = changes(self.table, after)
        return after
