"""Importing an organisation from CSV: a file, a preview in which nothing is saved, a confirmation of the whole."""

from czest.qms import _
from czest.qms.organisation.messages import EFFECTS
from czest.qms.organisation.messages import ENTITLEMENT_TITLES
from czest.qms.organisation.messages import sentence
from czest.qms.organisation.people import account_exists
from czest.qms.organisation.rules.importing import plan
from czest.qms.organisation.rules.model import Problem
from czest.qms.organisation.rules.model import Refused
from czest.qms.organisation.rules.table import COLUMNS
from czest.qms.organisation.rules.table import decode
from czest.qms.organisation.rules.table import ENTITLEMENT_WORDS
from czest.qms.organisation.rules.table import LARGEST_FILE
from czest.qms.organisation.rules.table import read_table
from czest.qms.organisation.rules.table import write_table
from czest.qms.organisation.views.base import OfficerView
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: Rows in the preview.
MOST_SHOWN = 500


class Import(OfficerView):
    """One page for all three steps; the confirmed text is read anew, against the organisation as it then is."""

    template = ViewPageTemplateFile("templates/importing.pt")

    title = _("Import of the organisation")
    is_wide = True
    columns = COLUMNS
    text = ""
    plan = None
    file_problem = None
    has_moved_on = False
    stranger_verdict = _("There are no accounts for these logins yet; rights begin when they are made:")

    def __call__(self):
        if self.is_sincere_post():
            try:
                return self.store() if "confirm" in self.request.form else self.preview()
            except Refused as refusal:
                self.file_problem = sentence(refusal.problems[0])
                self.request.response.setStatus(400)
        return self.template()

    def preview(self):
        """Read an uploaded file and show what it would change.

        Raises:
            Refused: when it cannot be read at all.
        """
        upload = self.request.form.get("file")
        if not getattr(upload, "filename", ""):
            raise Refused([Problem("file", "no_file")])
        self.read(upload.read(LARGEST_FILE + 1))
        return self.template()

    def store(self):
        """Carry out the confirmed import as a whole, or show it again when the organisation has changed meanwhile.

        Raises:
            Refused: when the text cannot be read at all.
        """
        text = self.request.form.get("text")
        self.read(text.encode() if isinstance(text, str) else b"")
        if self.plan.wrong or self.request.form.get("revision") != self.revision:
            self.has_moved_on = True
            self.request.response.setStatus(409)
            return self.template()
        self.directory.apply(self.plan.changes)
        api.portal.show_message(_("The organisation was imported."), self.request)
        self.request.response.redirect(self.address())
        return ""

    def read(self, data):
        rows = read_table(data)
        self.text = decode(data)
        self.plan = plan(self.organisation, rows)

    @property
    def revision(self):
        """By which the last step knows that nobody has changed the organisation since the preview."""
        return str(self.directory.revision)

    def verdict(self):
        """Return the message above the preview."""
        if self.has_moved_on:
            text = _("Somebody changed the organisation meanwhile. Check the rows again.")
            return {"look": "void", "verdict": _("Not imported."), "text": text}
        if self.plan.wrong:
            text = _(
                "Rows with errors: ${count}. Correct the file and choose it again.", mapping={"count": self.plan.wrong}
            )
            return {"look": "void", "verdict": _("Nothing can be imported."), "text": text}
        if not self.plan.changes:
            return {"look": "act", "verdict": _("No change."), "text": _("The file says the same as the organisation.")}
        text = _("Changes: ${count}. All or none of them will be saved.", mapping={"count": len(self.plan.changes)})
        return {"look": "act", "verdict": _("Nothing is saved yet."), "text": text}

    def file_field(self):
        """Return the field of the file for the macro."""
        hint = _(
            "CSV with semicolons, in UTF-8 or Windows-1250. First everything is shown; nothing is saved before it is confirmed."
        )
        return {
            "id": "organisation-file",
            "label": _("CSV file"),
            "hint": hint,
            "error": self.file_problem,
            "optional": False,
        }

    @property
    def shown(self):
        """The number of rows in the preview."""
        return min(len(self.plan.outcomes), MOST_SHOWN)

    def rows(self):
        """Return the rows of the preview: cells with their problems, and what the row does.

        Of a long file those with problems come first, so that none of them is left out unseen.
        """
        outcomes = self.plan.outcomes
        if len(outcomes) > MOST_SHOWN:
            outcomes = sorted(outcomes, key=lambda outcome: not outcome.problems)[:MOST_SHOWN]
        return [
            {
                "number": outcome.row.number,
                "cells": [self.cell(outcome, column) for column in COLUMNS],
                "effects": [EFFECTS[effect] for effect in outcome.effects] if not outcome.problems else [],
                "is_wrong": bool(outcome.problems),
            }
            for outcome in outcomes
        ]

    def cell(self, outcome, column):
        problems = [problem for problem in outcome.problems if problem.field == column]
        return {
            "text": outcome.row.cells[column],
            "css": "text-nowrap" if column in ("od", "do") else None,
            "problems": [self.translate(sentence(problem)) for problem in problems],
        }

    @cached_property
    def strangers(self):
        """Logins of the file without an account: allowed, because accounts may be made later."""
        logins = {outcome.row.cells["login"] for outcome in self.plan.outcomes} - {""}
        return sorted(login for login in logins if not account_exists(login))

    def entitlement_words(self):
        """Return the words of the column ``uprawnienia`` with what they mean."""
        return [(word, ENTITLEMENT_TITLES[name]) for word, name in ENTITLEMENT_WORDS.items()]


class Export(OfficerView):
    """The whole organisation as the CSV file that the import reads."""

    def __call__(self):
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader("Content-Disposition", 'attachment; filename="organizacja.csv"')
        response.setHeader("Cache-Control", "private, no-store")
        # With the mark by which spreadsheets know UTF-8.
        return write_table(self.organisation).encode("utf-8-sig")
