"""``@bulletin-pages``: the bulletin's own pages with their versions, read and changed by its editors."""

from czest.qms import _
from czest.qms.operations.base import actor
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import NotPermitted
from czest.qms.operations.idempotency import Answer
from czest.qms.operations.services.base import json_object
from czest.qms.operations.services.base import RepeatableService
from czest.qms.organisation.rules.model import Refused
from czest.qms.publication.journal.attempts import note_attempt
from czest.qms.publication.operations.base import EDITOR_PERMISSION
from czest.qms.publication.pages import editing
from czest.qms.publication.pages.views.overview import is_incomplete
from czest.qms.publication.publicity import public_address
from czest.qms.publication.sentences import sentence
from plone import api
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


TEXTS = ("title", "body", "what")
WRONG_TYPE = _("The value is of the wrong type.")


@implementer(IPublishTraverse)
class PagesService(Service):
    """What both methods share: the id at the end of the address, and the answer."""

    page_id = None

    def publishTraverse(self, request, name):
        """Take the id of a page from the address.

        Raises:
            NotFound: when more follows.
        """
        if self.page_id is not None:
            raise NotFound(name)
        self.page_id = name
        return self

    @property
    def address(self):
        """Address of the endpoint."""
        return f"{self.context.absolute_url()}/@bulletin-pages"

    def require_page(self):
        """Check that the page of the address is there.

        Raises:
            NotFound: it is not.
        """
        if self.page_id not in editing.pages().ids():
            raise NotFound(self.page_id or "")

    def listed(self, page_id):
        """Return what a list says of a page."""
        version = editing.pages().newest(page_id)
        return {
            "@id": f"{self.address}/{page_id}",
            "id": page_id,
            "title": version.draft.title,
            "version": version.number,
            "changed_at": version.at,
            "changed_by": version.by or None,
            "what": version.what,
            "complete": not is_incomplete(page_id, version.draft),
            "public": public_address(editing.path_of(page_id)),
        }

    def whole(self, page_id):
        """Return a page with its content and its versions, newest first."""
        versions = editing.pages().versions(page_id)
        draft = versions[-1].draft
        return {
            **self.listed(page_id),
            "body": draft.body,
            "facts": dict(draft.facts),
            "versions": [
                {"version": each.number, "at": each.at, "by": each.by or None, "post": each.post, "what": each.what}
                for each in reversed(versions)
            ],
        }


class PagesGet(PagesService):
    """All pages, or one."""

    def reply(self):
        if self.page_id is None:
            return {"@id": self.address, "items": [self.listed(page_id) for page_id in editing.pages().ids()]}
        self.require_page()
        return self.whole(self.page_id)


class PagesPatch(PagesService, RepeatableService):
    """Makes a new version of a page public; what is not named stays as it is."""

    def body(self):
        """Return the values sent.

        Raises:
            InvalidInput: naming every field that is of the wrong type or unknown.
        """
        sent = json_object(self.request)
        wrong = [(name, WRONG_TYPE) for name in TEXTS if not isinstance(sent.get(name, ""), str)]
        facts = sent.get("facts", {})
        if not isinstance(facts, dict):
            wrong.append(("facts", WRONG_TYPE))
        else:
            known = editing.FACTS.get(self.page_id, ())
            wrong += [(name, WRONG_TYPE) for name, text in facts.items() if name in known and not isinstance(text, str)]
            wrong += [(name, _("There is no such field.")) for name in facts if name not in known]
        seen = sent.get("expected_version")
        if seen is not None and (not isinstance(seen, int) or isinstance(seen, bool)):
            wrong.append(("expected_version", WRONG_TYPE))
        named = {*TEXTS, "facts", "expected_version"}
        wrong += [(name, _("There is no such field.")) for name in sent if name not in named]
        if wrong:
            raise InvalidInput(_("Not saved: some of the data is wrong."), wrong)
        return sent

    def act(self):
        if not api.user.has_permission(EDITOR_PERMISSION):
            # With the permission on the service, nobody would note the attempt.
            known = self.page_id if self.page_id in editing.pages().ids() else ""
            note_attempt(self.request, actor(), editing.EDIT, known)
            raise NotPermitted(_("Not saved: only a BIP editor changes the pages of the bulletin."))
        self.require_page()
        sent = self.body()
        try:
            draft = editing.draft_of(self.page_id, sent)
            editing.save(self.page_id, draft, sent.get("what", "").strip(), seen=sent.get("expected_version"))
        except Refused as refusal:
            errors = [(problem.field, sentence(problem)) for problem in refusal.problems]
            raise InvalidInput(_("Not saved: some of the data is wrong."), errors) from refusal
        return Answer(200, self.whole(self.page_id), {}, "/".join(self.context.getPhysicalPath()))
