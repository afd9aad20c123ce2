"""``@publication``: where the publication of an edition or a record stands."""

from czest.qms.documents.making import uid_of
from czest.qms.operations.base import actor
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.interfaces import IPublishable
from czest.qms.publication.operations.base import may_see_cases
from czest.qms.publication.operations.base import plain_findings
from czest.qms.publication.preparing import asked_in
from czest.qms.publication.preparing import content_digest
from czest.qms.publication.preparing import draft_of
from czest.qms.publication.preparing import judged
from czest.qms.publication.preparing import prepare
from czest.qms.publication.publicity import public_address
from czest.qms.publication.rules import blocking
from czest.qms.publication.rules import cases
from plone import api
from plone.restapi.services import Service
from zope.component import getUtility


class PublicationGet(Service):
    """Tells openness, findings, whether something blocks, and the public address."""

    def reply(self):
        return told(self.context, self.request)


class DocumentPublicationGet(Service):
    """The same of a document: of its edition in force."""

    def reply(self):
        edition = self.context.edition_in_force()
        if edition is None or not api.user.has_permission("View", obj=edition):
            openness = self.context.openness or None
            nothing = {"openness_basis": None, "findings": [], "blocked": True, "entry": None}
            return {"@id": f"{self.context.absolute_url()}/@publication", "openness": openness, **nothing}
        return told(edition, self.request)


def told(content, request):
    """Return what a person may know of the publication of an edition or a record."""
    publishable, known = IPublishable(content), getUtility(IPublicationLedger).cases_of(uid_of(content))
    public = next((case for case in known if case.state in cases.PUBLIC), None)
    answer = {
        "@id": f"{content.absolute_url()}/@publication",
        "openness": publishable.openness or None,
        "openness_basis": publishable.openness_basis or None,
        "findings": [],
        "blocked": False,
        "entry": None if public is None else public_address(public.path),
    }
    if not may_see_cases(content, actor()):
        return answer
    newest = next(iter(known), None)
    findings = findings_on(content, newest)
    return {
        **answer,
        "findings": plain_findings(findings, request),
        "blocked": bool(blocking(findings)),
        "case": None if newest is None else described(newest),
    }


def findings_on(content, newest):
    """Return what the rules say of the newest request, or of the object as it would be asked for.

    Of a request that is open no file is made anew: the editor decides on those that were made.
    """
    if newest is not None and newest.state in cases.OPEN:
        return judged(content, newest)
    return prepare(content, {} if newest is None else asked_in(newest)).findings


def described(case):
    """Return what those who work on a publication see of its case."""
    return {
        "id": case.id,
        "state": case.state,
        "requested_by": case.request["requested_by"],
        "requested_at": case.request["requested_at"],
        "publish_on": case.publish_on or None,
        "bip_until": case.until or None,
        "content_digest": content_digest(draft_of(case)),
        "decision": None if case.decision is None else dict(case.decision),
    }
