"""What the operations of publication share."""

from czest.qms import _
from czest.qms.documents.making import uid_of
from czest.qms.documents.operations.base import is_officer
from czest.qms.operations.base import actor
from czest.qms.operations.base import Operation
from czest.qms.operations.roles import BIP_EDITOR
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.interfaces import IPublishable
from czest.qms.publication.journal.attempts import note_attempt
from czest.qms.publication.rules import cases
from czest.qms.publication.rules.decision import PUBLISHABLE_STATES
from czest.qms.publication.rules.findings import worded
from plone import api
from zope.component import getUtility
from zope.i18n import translate


EDITOR_PERMISSION = "czest.qms: Publish in bulletin"

#: Why somebody may not decide on a publication because of who he is.
REFUSALS = {
    cases.AUTHOR: _("Whoever wrote it does not decide on its publication."),
    cases.REQUESTER: _("Whoever asked for the publication does not decide on it."),
}


class PublicationOperation(Operation):
    """An operation on the publication of an edition or a record."""

    #: What the page of the operation is called, of an edition and of a record.
    headings = ("", "")
    not_done = _("Not done.")
    icon = "globe2"

    @property
    def heading(self):
        """What the page of the operation is called."""
        of_edition, of_record = self.headings
        return of_edition if self.publishable.number else of_record

    @property
    def ledger(self):
        """The ledger."""
        return getUtility(IPublicationLedger)

    def denied(self):
        """Note the attempt in the journal of the bulletin where it belongs to its editor."""
        if self.permission == EDITOR_PERMISSION:
            what = "/".join(filter(None, (self.publishable.symbol, self.publishable.number)))
            note_attempt(self.request, actor(), self.id, what)

    @property
    def cases(self):
        """The cases of the object, newest first."""
        return self.ledger.cases_of(uid_of(self.context))

    @property
    def open_case(self):
        """The case on which a decision is still to be made or to take effect, or None."""
        return next((case for case in self.cases if case.state in cases.OPEN), None)

    @property
    def public_case(self):
        """The newest case of which something stands in the bulletin, or None."""
        public = (cases.PUBLISHED, cases.ARCHIVED)
        return next((case for case in self.cases if case.state in public), None)

    @property
    def publishable(self):
        """The object as something that may be published."""
        return IPublishable(self.context)


class DecidingOperation(PublicationOperation):
    """An operation of the BIP editor on an open case; nobody decides on his own (DESIGN §4)."""

    permission = EDITOR_PERMISSION
    who = (BIP_EDITOR,)
    possible_in = PUBLISHABLE_STATES

    def person_refusal(self):
        refusal = super().person_refusal()
        case = self.open_case
        if refusal or case is None:
            return refusal
        reason = cases.decider_refusal(actor(), self.publishable.author_set, case.request["requested_by"])
        return REFUSALS.get(reason)

    def state_refusal(self):
        return None if self.open_case is not None else _("Not possible: nobody has asked for the publication.")


def may_see_cases(content, login):
    """Tell whether a person works on the publication of an object: its authors, the officer and the BIP editors."""
    return (
        login in IPublishable(content).author_set
        or is_officer(content)
        or api.user.has_permission(EDITOR_PERMISSION, obj=content)
    )


def plain_findings(findings, request):
    """Return findings as dicts for REST, the trail and the screens; personal data in them is masked already."""
    return [
        {
            "rule": finding.rule,
            "severity": finding.severity,
            "place": finding.place,
            "message": sentence(finding, request),
            "overridable": finding.overridable,
        }
        for finding in findings
    ]


def sentence(finding, request):
    """Return what a finding says, in the language of the request."""
    return worded(finding, lambda text, mapping: translate(_(text, mapping=mapping), context=request))
