"""Proposals of change: sent by any reader, answered by the owner, seen by the one who sent them."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.checks import raise_all
from czest.qms.documents.operations.base import DocumentOperation
from czest.qms.operations.base import actor
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import AUTHOR
from czest.qms.operations.roles import OFFICER
from czest.qms.operations.roles import OWNER
from czest.qms.operations.roles import STAFF
from plone.supermodel import model
from zope import schema


class IProposeChange(model.Schema):
    """Input of a proposal."""

    proposal = schema.Text(
        title=_("What should change, and why"),
        description=_("It goes to the owner of the document; the answer is shown to you here."),
        max_length=4000,
    )


class IAnswerProposal(model.Schema):
    """Input of an answer."""

    proposal = schema.Int(title=_("Number of the proposal"), min=1)
    answer = schema.Text(title=_("Answer"), max_length=4000)


class ProposeChange(DocumentOperation):
    """Send a proposal to the owner."""

    id = "propose-change"
    title = _("Report a remark")
    heading = _("A remark about ${symbol}")
    done = _("The remark was sent to the owner of the document.")
    not_done = _("Not sent.")
    busy = _("Sending…")
    icon = "chat-left-text"
    schema = IProposeChange
    permission = "czest.qms: Propose change"
    order = 70
    who = (STAFF,)

    def consequences(self):
        return [
            _("The owner of the document and the quality officer see the remark."),
            _("The answer will stand under the text of the document; others do not see it."),
        ]

    def write(self, data):
        proposals = self.context.proposals
        number = len(proposals) + 1
        proposal = {
            "number": number,
            "login": actor(),
            "time": clock.now().isoformat(),
            "proposal": data["proposal"],
            "answer": None,
            "answered_by": None,
            "answered_at": None,
        }
        self.context.proposals = (*proposals, proposal)
        return Outcome(self.context, details={"proposal": number})


class AnswerProposal(DocumentOperation):
    """Answer a proposal."""

    id = "answer-proposal"
    title = _("Answer a remark")
    heading = _("An answer to a remark about ${symbol}")
    done = _("The answer is shown to the person who sent the remark.")
    not_done = _("Not answered.")
    busy = _("Sending…")
    icon = "reply"
    schema = IAnswerProposal
    permission = "czest.qms: Open revision"
    order = 75
    who = (AUTHOR, OWNER, OFFICER)
    condition = _("a remark waits for an answer")

    def state_refusal(self):
        if self.waiting():
            return None
        return _("Nothing waits for an answer.")

    def waiting(self):
        """Return the proposals without an answer, oldest first."""
        return [proposal for proposal in self.context.proposals if proposal["answer"] is None]

    def defaults(self):
        return {"proposal": self.waiting()[0]["number"]}

    def check(self, data):
        if data["proposal"] not in [proposal["number"] for proposal in self.waiting()]:
            raise_all([("proposal", _("No such proposal waits for an answer."))])

    def write(self, data):
        self.context.proposals = tuple(
            self._answered(proposal, data["answer"]) if proposal["number"] == data["proposal"] else proposal
            for proposal in self.context.proposals
        )
        return Outcome(self.context, details={"proposal": data["proposal"]})

    def _answered(self, proposal, answer):
        return {**proposal, "answer": answer, "answered_by": actor(), "answered_at": clock.now().isoformat()}
