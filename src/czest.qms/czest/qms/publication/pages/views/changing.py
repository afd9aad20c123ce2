"""Forms that change a page: its text or data, an earlier version restored, the review of the declaration confirmed."""

from czest.qms import _
from czest.qms import clock
from czest.qms.bulletin.declaration import missing
from czest.qms.bulletin.facts import NATIONAL_PAGE
from czest.qms.bulletin.views.pages import DECLARATION
from czest.qms.bulletin.views.pages import EDITORS
from czest.qms.documents.views.editing.editor import DraftTextWidget
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.organisation.rules.model import Problem
from czest.qms.organisation.rules.model import Refused
from czest.qms.organisation.views.forms import Field
from czest.qms.publication.pages import editing
from czest.qms.publication.pages.views import fields
from czest.qms.publication.pages.views.base import PageForm
from czest.qms.publication.settings import setting
import json
from plone.app.textfield import RichText
from zExceptions import NotFound


#: Fields by page; the others have title and text.
OF_PAGE = {DECLARATION: fields.DECLARATION, EDITORS: (*fields.EDITORS, fields.BODY)}
USUAL = (fields.TITLE, fields.BODY)


class Changing(PageForm):
    """Base: somebody else's change meanwhile is said in the form, and what was typed is kept."""

    moved_on = None

    def __call__(self):
        try:
            return super().__call__()
        except ObjectMovedOn as refusal:
            self.moved_on = refusal.message
            self.request.response.setStatus(409)
            return self.template()

    def hidden(self):
        """Return the id, and the version that the editor saw: the public one once he has been told of it."""
        seen = self.present.number if self.moved_on else self.seen
        return [("id", self.page_id), ("seen", str(seen))]

    def faults(self):
        found = super().faults()
        return (
            [*found, {"text": self.translate(self.moved_on), "label": None, "target": None}] if self.moved_on else found
        )


class EditPage(Changing):
    """The editor of a page."""

    action = _("Save and publish")
    done = _("Saved. The public reads it at once.")

    @property
    def title(self):
        return _("Edit the page ${page}", mapping={"page": self.present.draft.title})

    @property
    def needs_editor(self):
        """Whether a field asks for formatted text; asked by the shell."""
        return any(field.kind == "html" for field in self.fields())

    @property
    def looks(self):
        """The preview of what is typed."""
        return [{"title": _("Preview"), "url": self.address("bulletin-page-preview")}]

    def fields(self):
        return (*OF_PAGE.get(self.page_id, USUAL), fields.WHAT)

    def initial(self):
        draft = self.present.draft
        return {**self.usual(), **draft.facts, "title": draft.title, "body": draft.body, "what": ""}

    def usual(self):
        """Return what is proposed for data that nobody has written yet."""
        if self.page_id == EDITORS:
            contact = {name: setting(name) or "" for name in ("phone", "email")}
            return {"office": setting("entity"), "national_page": NATIONAL_PAGE, **contact}
        if self.page_id == DECLARATION:
            return {"entity": setting("entity"), "site_name": _SITE_NAME}
        return {}

    def editor(self, field):
        widget = DraftTextWidget(self.request)
        widget.field = RichText(__name__=field.name, title=field.label)
        widget.context, widget.label = self.context, self.translate(field.label)
        return json.dumps(widget.get_pattern_options())

    def save(self):
        draft = typed_draft(self.page_id, self.values)
        editing.save(self.page_id, draft, self.values["what"], seen=self.seen)


_SITE_NAME = "serwisu internetowego Biuletyn Informacji Publicznej"


def typed_draft(page_id, values):
    """Return the Draft of what was typed into the form of a page."""
    given = {name: values[name] for name in ("title", "body") if name in values}
    return editing.draft_of(page_id, {**given, "facts": values})


class RestorePage(Changing):
    """Makes an earlier version public again."""

    action = _("Restore and publish")
    done = _("Restored. The public reads it at once.")
    kept = ("id", "seen", "version")

    @property
    def title(self):
        mapping = {"page": self.present.draft.title, "number": str(self.earlier.number)}
        return _("Restore version ${number} of the page ${page}", mapping=mapping)

    @property
    def explanation(self):
        mapping = {"at": self.moment(self.earlier.at), "number": str(self.present.number + 1)}
        return _(
            "What stood there since ${at} becomes version ${number}; nothing is taken out of the history.",
            mapping=mapping,
        )

    @property
    def earlier(self):
        """The version that the address names.

        Raises:
            NotFound: there is none, or it is the public one.
        """
        version = self.version_asked()
        if version is self.present:
            raise NotFound(str(version.number))
        return version

    def hidden(self):
        return [*super().hidden(), ("version", str(self.earlier.number))]

    def fields(self):
        return (fields.WHAT,)

    def initial(self):
        words = _("Version ${number} restored.", mapping={"number": str(self.earlier.number)})
        return {"what": self.translate(words)}

    def save(self):
        editing.restore(self.page_id, self.earlier.number, self.values["what"], seen=self.seen)


class ConfirmReview(Changing):
    """Notes that the declaration was reviewed and stays as it is (A11Y-6)."""

    title = _("Confirm the review of the accessibility declaration")
    action = _("Confirm the review of the declaration")
    done = _("The review was noted. The public reads its date in the declaration.")
    explanation = _(
        "The declaration is reviewed by 31 March of each year and after every important change of the site (art. 11)."
        " Where anything is not true any more, change the declaration instead."
    )

    def __call__(self):
        if self.page_id != DECLARATION:
            raise NotFound(self.page_id)
        return super().__call__()

    def obstacles(self):
        return (Problem("", "incomplete_declaration"),) if missing(self.present.draft.facts) else ()

    def fields(self):
        return (Field("reviewed_on", _("Day of the review"), fields.DAY, "day"), fields.WHAT)

    def initial(self):
        words = self.translate(_("Yearly review of the declaration; no changes."))
        return {"reviewed_on": clock.today().isoformat(), "what": words}

    def save(self):
        if self.obstacles():
            raise Refused(self.obstacles())
        _day, problems = self.day("reviewed_on")
        if problems:
            raise Refused(problems)
        editing.confirm_review(self.values["reviewed_on"], self.values["what"], seen=self.seen)
