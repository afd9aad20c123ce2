"""``@publication``: where the publication of an edition or a record stands."""

from czest.qms.documents.making import uid_of
from czest.qms.operations.base import actor
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.interfaces import IPublishable
from czest.qms.publication.operations.base import may_see_cases
from czest.qms.publication.operations.base import plain_findings
from czest.qms.publication.preparing import asked_in
from czest.qms.publication.preparing import judged
from czest.qms.publication.preparing import prepare
from czest.qms.publication.publicity import public_address
from czest.qms.publication.rules import blocking
from czest.qms.publication.rules import cases
from plone.restapi.services import Service
from zope.component import getUtility


class PublicationGet(Service):
    """Tells openness, findings, whether something blocks, and the public address."""

    def reply(self):
        publishable = IPublishable(self.context)
        answer = {
            "@id": f"{self.context.absolute_url()}/@publication",
            "openness": publishable.openness or None,
            "openness_basis": publishable.openness_basis or None,
            "findings": [],
            "blocked": False,
            "entry": self._entry(),
        }
        return {**answer, **self._judged()} if may_see_cases(self.context, actor()) else answer

    def _cases(self):
        return getUtility(IPublicationLedger).cases_of(uid_of(self.context))

    def _entry(self):
        public = next((case for case in self._cases() if case.state in cases.PUBLIC), None)
        return None if public is None else public_address(public.path)

    def _judged(self):
        """Return what the rules say of the newest request, or of the object as it would be asked for.

        Of a request that is open no file is made anew: the editor decides on those that were made.
        """
        newest = next(iter(self._cases()), None)
        if newest is not None and newest.state in cases.OPEN:
            findings = judged(self.context, newest)
        else:
            findings = prepare(self.context, {} if newest is None else asked_in(newest)).findings
        return {
            "findings": plain_findings(findings, self.request),
            "blocked": bool(blocking(findings)),
            "case": None if newest is None else described(newest),
        }


def described(case):
    """Return what those who work on a publication see of its case."""
    return {
        "id": case.id,
        "state": case.state,
        "requested_by": case.request["requested_by"],
        "requested_at": case.request["requested_at"],
        "publish_on": case.publish_on or None,
        "bip_until": case.until or None,
        "decision": None if case.decision is None else dict(case.decision),
    }
