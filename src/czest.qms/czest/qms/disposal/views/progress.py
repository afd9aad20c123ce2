"""``LIST/@@progress``: how far the work on a list has come, for the page that waits for it."""

from czest.qms.disposal.views.wording import WORK
from czest.qms.disposal.work import progress
import json
from Products.Five import BrowserView
from zope.i18n import translate
from zope.i18nmessageid import Message


def sentence_of_work(content):
    """Return ``{"sentence", "done", "total"}`` of the work on a list, None where there is none."""
    found = progress(content)
    if found is None:
        return None
    mapping = {"done": str(found["done"]), "total": str(found["total"])}
    return {"sentence": Message(WORK[found["kind"]], mapping=mapping), "done": found["done"], "total": found["total"]}


class Progress(BrowserView):
    """The sentence as JSON; ``finished`` once there is nothing to wait for."""

    def __call__(self):
        found = sentence_of_work(self.context)
        response = self.request.response
        response.setHeader("Content-Type", "application/json")
        response.setHeader("Cache-Control", "private, no-store")
        if found is None:
            return json.dumps({"finished": True})
        sentence = translate(found["sentence"], context=self.request)
        return json.dumps({"finished": False, **found, "sentence": sentence})
