"""What stands beside an edition or a record about its publication."""

from czest.qms import _
from czest.qms.documents.interfaces import IPublicity
from czest.qms.documents.making import uid_of
from czest.qms.operations.base import actor
from czest.qms.publication.interfaces import IMayBePublished
from czest.qms.publication.interfaces import IPublicationLedger
from czest.qms.publication.interfaces import IPublishable
from czest.qms.publication.operations.base import may_see_cases
from czest.qms.publication.publicity import public_address
from czest.qms.publication.rules import cases
from czest.qms.publication.views.acts import acts_on
from czest.qms.publication.views.base import current_case
from czest.qms.publication.views.facts import CaseFacts
from functools import cached_property
from zope.component import adapter
from zope.component import queryUtility
from zope.interface import implementer


@implementer(IPublicity)
@adapter(IMayBePublished)
class Publicity:
    """See IPublicity."""

    def __init__(self, content):
        self.content = content

    @cached_property
    def case(self):
        """The case that is shown, or None."""
        return None if queryUtility(IPublicationLedger) is None else current_case(self.content)

    def address(self):
        ledger = queryUtility(IPublicationLedger)
        found = () if ledger is None else ledger.cases_of(uid_of(self.content))
        return next((public_address(case.path) for case in found if case.state == cases.PUBLISHED), None)

    def block(self, request):
        if queryUtility(IPublicationLedger) is None or not may_see_cases(self.content, actor()):
            return None
        acts = acts_on(self.content, request)
        basis = {"label": _("Legal basis of openness"), "value": IPublishable(self.content).openness_basis}
        basis_rows = [basis] if basis["value"] else []
        if self.case is None:
            return {"plate": None, "rows": basis_rows, "acts": acts} if acts else None
        facts = CaseFacts(self.case)
        review = {
            "title": _("Review of the publication"),
            "url": f"{self.content.absolute_url()}/@@publication-review",
            "is_dangerous": False,
            "is_dialog": False,
        }
        return {"plate": facts.plate, "rows": [*rows_of(facts), *basis_rows], "acts": [review, *acts]}


def rows_of(facts):
    """Return the rows about a case, without those that are empty."""
    rows = [
        (_("Asked for"), f"{facts.requested_on}, {facts.requester}"),
        (_("Time to decide"), facts.deadline),
        (_("Day of publication"), facts.publish_on if facts.case.state == cases.SCHEDULED else None),
        (_("Since"), facts.moved_on if facts.case.state in cases.PUBLIC else None),
        (_("In the BIP until"), facts.until if facts.case.state in (cases.PUBLISHED, cases.ARCHIVED) else None),
        (_("Reason"), facts.reason),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]
