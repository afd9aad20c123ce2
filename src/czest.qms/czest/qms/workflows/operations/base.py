"""What the operations of the workflow manager share: who may, when, what is refused, and how it is applied."""

from czest.qms import _
from czest.qms.documents.rules.optional_states import PATTERNS
from czest.qms.operations.base import Operation
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.operations.roles import OFFICER
from czest.qms.organisation.rules.model import Refused as TemplateRefused
from czest.qms.workflows.applying import apply
from czest.qms.workflows.interfaces import IAdjustmentsLedger
from czest.qms.workflows.interfaces import MANAGE
from czest.qms.workflows.messages import errors_of
from czest.qms.workflows.messages import STILL_APPLYING
from czest.qms.workflows.rules.adjustments import changed_paths
from czest.qms.workflows.rules.adjustments import of_plain
from czest.qms.workflows.rules.adjustments import plain
from czest.qms.workflows.rules.known import EDITION
from czest.qms.workflows.rules.problems import Refused
from czest.qms.workflows.rules.reading import read
from czest.qms.workflows.surroundings import known_here
from czest.qms.workflows.work import begin
from czest.qms.workflows.work import objects_in
from plone.supermodel import model
from zope import schema
from zope.component import getUtility


WRONG = _("Not done: some of the data is wrong.")


class IReason(model.Schema):
    """Why something is changed."""

    reason = schema.Text(title=_("Reason"), description=_("It is kept in the trail."), max_length=2000)


class ManagerOperation(Operation):
    """An operation of the quality officer on the adjustments of the site."""

    permission = MANAGE
    who = (OFFICER,)
    schema = IReason
    done = _("The change is applied.")
    busy = _("Applying…")

    @property
    def ledger(self):
        """The ledger of adjustments."""
        return getUtility(IAdjustmentsLedger)

    def state_refusal(self):
        if self.ledger.work is not None:
            return STILL_APPLYING
        return None

    def wanted(self, data):
        """Return the adjustments that are asked for, in the plain form, not checked yet.

        Raises:
            OperationRefused: they cannot even be told.
        """
        raise NotImplementedError

    def undone(self, data):
        """Return the number of the revision that is taken back, or None."""
        return None

    def check(self, data):
        """Raise unless the wanted adjustments are sound, change something, and leave no edition without its state.

        Raises:
            InvalidInput: naming each part that is wrong.
            ObjectMovedOn: editions stand in a state that would go.
        """
        values = read_here(self.wanted(data))
        if values == self.ledger.values:
            raise InvalidInput(_("Not done: nothing would change."))
        require_empty(self.ledger.current(), of_plain(values))

    def write(self, data):
        before = self.ledger.values
        after = read_here(self.wanted(data))
        try:
            concerned = apply(of_plain(before), of_plain(after))
        except (Refused, TemplateRefused) as refused:
            raise InvalidInput(WRONG, errors_of(refused)) from refused
        revision = self.ledger.record(after, self.id, data["reason"], self.undone(data))
        begin(self.ledger, concerned, self.id, data["reason"])
        details = {"revision": revision.number, "undone": revision.undone, "changed": changed_paths(before, after)}
        return Outcome(self.context, data["reason"], details)


def read_here(values):
    """Return a plain form as it would be kept in this site.

    Raises:
        InvalidInput: naming each part that is wrong.
    """
    try:
        return plain(read(values, known_here()))
    except Refused as refused:
        raise InvalidInput(WRONG, errors_of(refused)) from refused


def require_empty(before, after):
    """Check that no edition stands in an optional state that is turned off.

    Raises:
        ObjectMovedOn: naming each such state with how many editions stand in it.
    """
    errors = []
    for name in sorted(set(before.optional_states) - set(after.optional_states)):
        count = len(objects_in(EDITION, [PATTERNS[name].state]))
        if count:
            message = _("Editions that stand in this state now: ${count}.", mapping={"count": str(count)})
            errors.append((f"optional_states.{name}", message))
    if errors:
        raise ObjectMovedOn(_("Not done: a state in which editions stand cannot be turned off."), errors)
