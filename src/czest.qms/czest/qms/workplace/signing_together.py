"""Signing several editions with one confirmation: each is shown, and signed on its own."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.states import state
from czest.qms.documents.content import state_of
from czest.qms.documents.rules.digests import short_digest
from czest.qms.language.dates import long_date
from czest.qms.language.numerals import counted
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import OperationRefused
from czest.qms.operations.performing import perform
from czest.qms.workplace.inbox import SIGNED
from czest.qms.workplace.tasks import Tasks
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView


#: More are never shown on one page: nobody reads them all before one confirmation.
MOST = 25


class SigningTogether(BrowserView):
    """Shows the editions chosen and asks for the password once."""

    title = _("Signing together")
    error = None

    @property
    def breadcrumbs(self):
        """The way to this page, asked by the shell."""
        site = self.context.absolute_url()
        return [
            {"title": _("Start"), "url": site},
            {"title": _("To do"), "url": f"{site}/@@tasks"},
            {"title": self.title, "url": None},
        ]

    def __call__(self):
        if not self.operations:
            api.portal.show_message(_("Choose what to sign."), self.request, type="warning")
            return self.back()
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self.sign()
        return self.index()

    def back(self):
        """Lead back to the inbox."""
        self.request.response.redirect(f"{self.context.absolute_url()}/@@tasks")
        return ""

    @cached_property
    def operations(self):
        """The signatures asked for, as operations; only of editions that wait for this person."""
        asked = self.request.form.get("edition", ())
        chosen = {asked} if isinstance(asked, str) else {uid for uid in asked if isinstance(uid, str)}
        tasks = [task for task in Tasks().all() if task.uid in chosen and task.operation in SIGNED]
        found = [(task, api.content.get(UID=task.uid)) for task in tasks[:MOST]]
        return [
            operation_named(edition, self.request, task.operation) for task, edition in found if edition is not None
        ]

    def rows(self):
        """Return what is shown of each edition before it is signed."""
        return [self.row(operation) for operation in self.operations]

    def row(self, operation):
        edition = operation.context
        seen = self.request.form.get(f"digest-{edition.UID()}") if self.request.method == "POST" else None
        day = operation.defaults().get("effective_from")
        return {
            "uid": edition.UID(),
            "edge": state(state_of(edition)).edge,
            "title": operation.title,
            "symbol": edition.document.symbol,
            "name": edition.title,
            "number": edition.number,
            "url": edition.absolute_url(),
            "compare": self.comparison(edition),
            "change": edition.change_description,
            "digest": short_digest(edition.digest),
            "whole_digest": seen or edition.digest,
            "meaning": operation.usual_meaning,
            "day": day and long_date(day),
            "signature": operation.signature()[0],
        }

    def comparison(self, edition):
        """Return where an edition is compared with the one in force, or None."""
        if edition.document.edition_in_force() is None:
            return None
        return f"{edition.document.absolute_url()}/@@compare?to={edition.number}"

    def sign(self):
        """Sign each edition on its own: what cannot be signed is named and stops no other."""
        done, refused = [], []
        for operation in self.operations:
            refusal = self.signed(operation)
            (refused if refusal else done).append((operation.context, refusal))
            if is_about_the_password(refusal):
                # It is the same for all, and each wrong one counts.
                break
        if refused and not done:
            self.error = self.message_of(refused[0][1])
            self.request.response.setStatus(refused[0][1].status)
            return self.index()
        self.say_done(done)
        for edition, refusal in refused:
            words = {"symbol": edition.document.symbol, "number": edition.number}
            words["reason"] = api.portal.translate(self.message_of(refusal))
            message = _("Not signed: ${symbol}, edition ${number}. ${reason}", mapping=words)
            api.portal.show_message(message, self.request, type="error")
        return self.back()

    def signed(self, operation):
        """Sign one edition and return the refusal, or None."""
        form = self.request.form
        data = {"password": form.get("password", ""), "meaning": operation.usual_meaning}
        if operation.id == "approve":
            data["effective_from"] = operation.defaults()["effective_from"]
        try:
            perform(operation, data, expected_digest=form.get(f"digest-{operation.context.UID()}", ""))
        except OperationRefused as refusal:
            return refusal
        return None

    def message_of(self, refusal):
        """Return the sentence of a refusal."""
        return refusal.errors[0][1] if isinstance(refusal, InvalidInput) and refusal.errors else refusal.message

    def say_done(self, done):
        """Say how many were signed."""
        sentence = counted(
            len(done),
            _("Signed: ${count} edition."),
            _("Signed: ${count} editions. (few)"),
            _("Signed: ${count} editions. (many)"),
        )
        api.portal.show_message(sentence, self.request)

    @property
    def today(self):
        return long_date(clock.now())


def is_about_the_password(refusal):
    """Tell whether a signature was refused because of the password."""
    return refusal is not None and any(field == "password" for field, _sentence in refusal.errors)
