"""Doing things as the people of the office, through the real operations."""

import contextlib
from czest.qms import clock
from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.operations.base import operation_named
from czest.qms.operations.performing import perform
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from support.people import PASSWORD
from zope.component import getUtility
from zope.globalrequest import getRequest


class Office:
    """A small office at work.

    Parameters:
        portal: the site.
    """

    def __init__(self, portal):
        self.portal = portal

    @property
    def library(self):
        return self.portal["dokumenty"]

    @property
    def acts(self):
        return self.portal["akty"]

    @contextlib.contextmanager
    def acting_as(self, login):
        with api.env.adopt_user(username=login):
            yield

    def do(self, login, content, operation_id, expected_state=None, expected_digest=None, **data):
        """Perform an operation as somebody and return what was changed or made."""
        with self.acting_as(login):
            operation = operation_named(content, getRequest(), operation_id)
            return perform(operation, data, expected_state=expected_state, expected_digest=expected_digest).changed

    def keep_template(self, template):
        """Keep a template of routes as the quality officer and return it."""
        with self.acting_as("pelnomocnik"):
            getUtility(IRouteTemplates).put(template)
        return template

    def register(self, login="autor", **data):
        values = {"title": "Obieg korespondencji", "owner_unit": "PJ", "kind": "Procedure", **data}
        return self.do(login, self.library, "register", **values)

    def record_act(self, number="k.14.2024", login="pelnomocnik", **data):
        """Record a signed act."""
        values = {
            "title": "Wprowadzenie dokumentów SZJ",
            "date": clock.today(),
            "signed_file": file_named("zarzadzenie.txt"),
            **data,
        }
        return self.do(login, self.acts, "record-act", number=number, **values)

    def draft(self, document, login="autor", **data):
        """Open a revision and write it."""
        edition = self.do(login, document, "open-revision", kind=data.pop("revision", "edition"))
        values = {
            "body": text("<h2>1. Cel</h2><p>Treść procedury.</p>"),
            "change_description": "Pierwsze wydanie",
            "reviewers": ["sprawdzajacy"],
            "approvers": ["zatwierdzajacy"],
            **data,
        }
        return self.do(login, edition, "save", **values)

    def submitted(self, document, login="autor", **data):
        return self.do(login, self.draft(document, login, **data), "submit")

    def reviewed(self, document, **data):
        edition = self.submitted(document, **data)
        for login in edition.reviewers:
            self.do(login, edition, "review", password=PASSWORD)
        return edition

    def approved(self, document, **data):
        edition = self.reviewed(document, **data)
        for login in edition.approvers:
            self.do(login, edition, "approve", password=PASSWORD)
        return edition

    def in_force(self, document, **data):
        edition = self.approved(document, **data)
        return self.do("pelnomocnik", edition, "release")


def text(html):
    """Return a rich text value."""
    return RichTextValue(html, "text/html", "text/x-html-safe")


def file_named(filename, data=b"Tre\xc5\x9b\xc4\x87", content_type="text/plain"):
    """Return a file."""
    return NamedBlobFile(data=data, filename=filename, contentType=content_type)
