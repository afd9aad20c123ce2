"""*Przekaż zadania*: the page on which the quality officer hands over the tasks of a person who leaves."""

from czest.qms import _
from czest.qms.approval.choices import everybody
from czest.qms.documents.rules.route import PERSON
from czest.qms.language.numerals import counted
from czest.qms.organisation.people import introduction
from czest.qms.workplace.handing_over import drafts_of
from czest.qms.workplace.handing_over import hand_over
from czest.qms.workplace.handing_over import preview
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView


class HandOver(BrowserView):
    """Asks who leaves and who takes over, shows what will happen, and does it."""

    title = _("Hand over tasks")

    @property
    def breadcrumbs(self):
        """The way to this page, asked by the shell."""
        site = self.context.absolute_url()
        return [
            {"title": _("Start"), "url": site},
            {"title": _("Where is it stuck"), "url": f"{site}/@@stuck"},
            {"title": self.title, "url": None},
        ]

    def __call__(self):
        if self.request.method == "POST" and not self.problems:
            CheckAuthenticator(self.request)
            return self.perform()
        return self.index()

    def typed(self, name):
        """Return what was typed into a field."""
        value = self.request.form.get(name)
        return value.strip() if isinstance(value, str) else ""

    @property
    def is_asked(self):
        """Whether anything was typed: then it is checked."""
        return any(self.typed(name) for name in ("leaver", "successor", "reason"))

    @cached_property
    def people(self):
        """Logins and names of people with posts, and of who leaves; by the Polish alphabet."""
        prefix = f"{PERSON}:"
        return [(term.value.removeprefix(prefix), term.title) for term in everybody() if term.value.startswith(prefix)]

    @cached_property
    def problems(self):
        """What is wrong, by field."""
        found = {}
        known = {login for login, _name in self.people}
        for name in ("leaver", "successor"):
            if self.typed(name) not in known:
                found[name] = _("Choose a person.")
        if not found and self.typed("leaver") == self.typed("successor"):
            found["successor"] = _("Choose another person.")
        if not self.typed("reason"):
            found["reason"] = _("This field is required.")
        return found

    @property
    def values(self):
        """Return leaver, successor and reason."""
        return self.typed("leaver"), self.typed("successor"), self.typed("reason")

    @property
    def shows_preview(self):
        """Whether everything is there that a preview needs."""
        return self.is_asked and not self.problems

    def rows(self):
        """Return what would become of each task."""
        return [
            {
                "symbol": found.edition.document.symbol,
                "title": found.edition.title,
                "number": found.edition.number,
                "url": found.edition.absolute_url(),
                "stage": found.stage,
                "reason": found.reason,
            }
            for found in preview(*self.values)
        ]

    def drafts(self):
        """Return symbol, address and owner unit of the drafts that the leaver alone has written."""
        return [
            {"symbol": edition.document.symbol, "url": edition.absolute_url(), "unit": edition.owner_unit}
            for edition in drafts_of(self.typed("leaver"))
        ]

    def perform(self):
        """Hand over and say how many; name what could not be."""
        found = hand_over(*self.values)
        done = [one for one in found if one.refusal is None]
        sentence = counted(
            len(done),
            _("Handed over: ${count} task."),
            _("Handed over: ${count} tasks. (few)"),
            _("Handed over: ${count} tasks. (many)"),
        )
        api.portal.show_message(sentence, self.request)
        for one in found:
            if one.refusal is not None:
                words = {"symbol": one.edition.document.symbol, "reason": api.portal.translate(one.reason)}
                message = _("Not handed over: ${symbol}. ${reason}", mapping=words)
                api.portal.show_message(message, self.request, type="error")
        self.request.response.redirect(f"{self.context.absolute_url()}/@@stuck")
        return ""

    @property
    def names(self):
        """Return how leaver and successor stand in sentences."""
        return introduction(self.typed("leaver")), introduction(self.typed("successor"))
