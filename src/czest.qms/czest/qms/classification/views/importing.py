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

    file_error = None
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
    def table(self):
        return self.classification.terms(self.scheme.name)

    @property
    def fingerprint(self):
        """Digest of the present table, by which the last step knows that nobody has changed it meanwhile."""
        return fingerprint(self.scheme, self.table)

    def columns(self):
        return "; ".join(self.scheme.columns)

    def listed(self, items):
        return items[:MOST_LISTED]

    def listed_faults(self):
        """Return the first faults with their sentences."""
        return [
            {"row": fault.row, "column": fault.column, "sentence": sentence(fault)}
            for fault in self.listed(self.faults)
        ]

    def groups(self):
        """Return the changes by kind: title and the first terms; kinds without any are left out."""
        titles = {
            "added": _("Show the added"),
            "changed": _("Show the changed"),
            "ended": _("Show those that end"),
            "removed": _("Show the removed"),
        }
        return [
            {"title": title, "terms": self.listed(getattr(self.changes, kind))}
            for kind, title in titles.items()
            if getattr(self.changes, kind)
        ]

    def preview(self):
        """Read the uploaded file and compare it with the present table."""
        content = self._uploaded()
        if content is None:
            return
        try:
            self.text = decoded(content)
        except UnicodeDecodeError:
            self.file_error = _("Not read: save the file as CSV in UTF-8.")
            return
        after = self._after()
        if after is not None:
            self.changes = changes(self.table, after)

    def store(self):
        """Put the confirmed table in place, or show the preview again if it is no longer what was confirmed."""
        self.text = self.request.form.get("text", "")
        seen = self.request.form.get("fingerprint")
        after = self._after()
        if after is None:
            return self.page()
        if seen != self.fingerprint:
            self.file_error = _("Not imported: somebody changed the list meanwhile. Check the changes again.")
            self.changes = changes(self.table, after)
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

    def _after(self):
        """Return the table as it would be, or None with ``faults`` set."""
        imported = read(self.scheme, self.text)
        self.faults = imported.faults
        return None if self.faults else merged(self.table, imported.terms, clock.today())
