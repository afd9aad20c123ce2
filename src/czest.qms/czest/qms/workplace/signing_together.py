"""Signing several editions with one confirmation: each is shown, and signed on its own."""

from czest.qms import _
from czest.qms import clock
from czest.qms.appearance.states import state
from czest.qms.approval.identity.confirming import problem_of
from czest.qms.approval.identity.confirming import target_of
from czest.qms.approval.identity.detour import begin
from czest.qms.approval.identity.journey import returned
from czest.qms.approval.identity.settings import accepted_ways
from czest.qms.approval.identity.settings import PASSWORD
from czest.qms.approval.identity.settings import PROVIDER
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
from urllib.parse import urlencode


#: More are never shown on one page: nobody reads them all before one confirmation.
MOST = 25

#: Fields by which identity is confirmed.
IDENTITY_FIELDS = ("password", "identity_proof")


class SigningTogether(BrowserView):
    """Shows the editions chosen and asks once to confirm identity."""

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
            return self.depart() if "depart" in self.request.form else self.sign()
        return self.index()

    def back(self):
        """Lead back to the inbox."""
        self.request.response.redirect(f"{self.context.absolute_url()}/@@tasks")
        return ""

    @property
    def address(self):
        """Address of this page with the editions chosen."""
        chosen = [("edition", operation.context.UID()) for operation in self.operations]
        return f"{self.context.absolute_url()}/@@sign-together?{urlencode(chosen)}"

    @property
    def asks_password(self):
        """Whether the password confirms identity here."""
        return PASSWORD in accepted_ways()

    @property
    def asks_provider(self):
        """Whether the identity provider is asked."""
        return PROVIDER in accepted_ways()

    @cached_property
    def proof(self):
        """The proof of identity that is good for all that is to be signed, or None."""
        sent = self.request.form.get("identity_proof") if self.request.method == "POST" else None
        proof = sent or returned(self.request)["proof"]
        good = proof and all(problem_of(operation, proof) is None for operation in self.operations)
        return proof if good else None

    def depart(self):
        """Lead the person to the identity provider, to confirm identity once for all these signatures."""
        targets = [target_of(operation, self.seen(operation.context)) for operation in self.operations]
        try:
            address = begin(self.request, targets, self.address, {})
        except OperationRefused as refusal:
            return self.refused(refusal)
        self.request.response.redirect(address)
        return ""

    def seen(self, edition):
        """Return the digest of an edition that the person saw; empty where none was sent."""
        seen = self.request.form.get(f"digest-{edition.UID()}", "")
        return seen if isinstance(seen, str) else ""

    def refused(self, refusal):
        """Return the page that says why nothing was signed."""
        self.error = self.message_of(refusal)
        self.request.response.setStatus(refusal.status)
        return self.index()

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
            if is_about_identity(refusal):
                # It is the same for all, and each wrong one counts.
                break
        if refused and not done:
            return self.refused(refused[0][1])
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
        given = {name: form.get(name) for name in IDENTITY_FIELDS if isinstance(form.get(name), str)}
        data = {**given, "meaning": operation.usual_meaning}
        if operation.id == "approve":
            data["effective_from"] = operation.defaults()["effective_from"]
        try:
            perform(operation, data, expected_digest=self.seen(operation.context))
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


def is_about_identity(refusal):
    """Tell whether a signature was refused because identity was not confirmed."""
    return refusal is not None and any(field in IDENTITY_FIELDS for field, _sentence in refusal.errors)
