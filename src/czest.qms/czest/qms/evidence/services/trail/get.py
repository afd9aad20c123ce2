"""``GET OBJ/@trail`` and ``GET OBJ/@trail/verify``."""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from czest.qms import _
from czest.qms.evidence.interfaces import ITrail
from czest.qms.evidence.interfaces import ITrailKey
from czest.qms.evidence.rules.sealing import Entry
from dataclasses import fields
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: Most entries given in one answer.
BATCH_LIMIT = 500


@implementer(IPublishTraverse)
class TrailGet(Service):
    """The trail of an object in batches, oldest entry first, or the verdict about it."""

    path = ()

    def publishTraverse(self, request, name):
        """Accept the one name ``verify``.

        Raises:
            NotFound: for any other name.
        """
        if self.path or name != "verify":
            raise NotFound(name)
        self.path = (name,)
        return self

    def reply(self):
        """Return the answer.

        Raises:
            Unauthorized: when the caller may not see the object itself.
        """
        if not getSecurityManager().checkPermission("View", self.context):
            raise Unauthorized("View")
        trail = getUtility(ITrail)
        uid = ITrailKey(self.context).trail_uid
        return self.verdict(trail, uid) if self.path else self.batch(trail, uid)

    def verdict(self, trail, uid):
        """Return whether the chain is whole."""
        report = trail.verify(uid)
        return {
            "@id": f"{self.context.absolute_url()}/@trail/verify",
            "valid": report.valid,
            "entries": report.entries,
            "head": report.head,
            "first_broken": report.first_broken,
        }

    def batch(self, trail, uid):
        """Return the entries that ``b_start`` and ``b_size`` ask for, or a refusal with status 400."""
        errors = []
        start = self._number("b_start", 0, 0, errors)
        size = self._number("b_size", BATCH_LIMIT, 1, errors)
        if errors:
            self.request.response.setStatus(400)
            message = translate(_("The batch asked for is not a number of entries."), context=self.request)
            return {"message": message, "errors": errors}
        size = min(size, BATCH_LIMIT)
        return {
            "@id": f"{self.context.absolute_url()}/@trail",
            "items": [_item(number, entry) for number, entry in trail.stored(uid, start + 1, start + size)],
            "items_total": trail.length(uid),
        }

    def _number(self, name, default, least, errors):
        """Return a whole number from the query, noting an error when it is none or too small."""
        value = self.request.form.get(name, default)
        try:
            number = int(value)
        except (TypeError, ValueError):
            number = least - 1
        if number < least:
            message = _("A whole number from ${least} on is expected.", mapping={"least": least})
            errors.append({"field": name, "message": translate(message, context=self.request)})
        return number


def _item(number, entry):
    """Return an entry as clients get it; one that cannot be read has nothing but its number."""
    if entry is None:
        return dict.fromkeys((field.name for field in fields(Entry)), None) | {"seq": number}
    return dict(vars(entry))
