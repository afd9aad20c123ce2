"""Bringing editions into force by an act: all of them together, or none."""

from czest.qms import _
from czest.qms import clock
from czest.qms.acts.operations.base import check_date
from czest.qms.acts.operations.base import SignedActOperation
from czest.qms.acts.operations.choosing import chosen
from czest.qms.acts.operations.choosing import require_ready
from czest.qms.acts.operations.enacted import EnactEdition
from czest.qms.acts.rules.force import disagreements
from czest.qms.acts.rules.force import force_of
from czest.qms.acts.rules.force import missing
from czest.qms.acts.schema import IActData
from czest.qms.appearance.choices import CheckBoxesFieldWidget
from czest.qms.documents.making import uid_of
from czest.qms.documents.rules.digests import digest_of_bytes
from czest.qms.language.dates import long_date
from czest.qms.operations.base import Outcome
from czest.qms.operations.performing import perform
from czest.qms.operations.roles import OFFICER
from plone.autoform import directives
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope import schema


#: What the act must have by the time it brings something into force; whoever records it may leave the rest for later.
NEEDED = ("date", "signed_file")
#: Said once, and not otherwise later.
SAID_ONCE = ("number", "date", "effective_from")
SAID_OTHERWISE = _("The act was recorded with another value, which stands: ${value}.")


class IEnact(model.Schema):
    """Input of the enactment; what the act already has may be left out."""

    directives.widget("editions", CheckBoxesFieldWidget, vocabulary="czest.qms.ApprovedEditions")
    number = schema.TextLine(title=IActData["number"].title, required=False, max_length=50)
    date = schema.Date(title=IActData["date"].title, description=IActData["date"].description, required=False)
    effective_from = schema.Date(
        title=IActData["effective_from"].title,
        description=IActData["effective_from"].description,
        required=False,
    )
    editions = schema.List(
        title=_("Editions to be brought into force"),
        description=_("Approved editions; all of them together, or none."),
        value_type=schema.TextLine(),
        min_length=1,
    )
    signed_file = NamedBlobFile(
        title=IActData["signed_file"].title, description=IActData["signed_file"].description, required=False
    )


class Enact(SignedActOperation):
    """Bring approved editions into force on the strength of this act."""

    id = "enact"
    title = _("Bring editions into force")
    heading = _("Bringing editions into force by order no. ${number}")
    done = _("The editions are in force, or will be on the day of the act.")
    not_done = _("Nothing was brought into force.")
    busy = _("Bringing into force…")
    icon = "qms-in-force"
    schema = IEnact
    order = 10
    emphasis = "primary"
    who = (OFFICER,)
    condition = _("every edition named is approved")

    def withheld(self):
        return [name for name in IEnact if name != "editions" and getattr(self.context, name) is not None]

    def check(self, data):
        known = {name: getattr(self.context, name) for name in (*SAID_ONCE, *NEEDED)}
        errors = [
            (name, _(SAID_OTHERWISE, mapping={"value": str(known[name])}))
            for name in disagreements(known, {name: data[name] for name in SAID_ONCE})
        ]
        errors += [
            (name, _("This field is required.")) for name in missing(known, {name: data[name] for name in NEEDED})
        ]
        errors += check_date(data["date"]) + self.check_signed_file(data["signed_file"]) + self._check_same_file(data)
        require_ready(data["editions"], errors)

    def _check_same_file(self, data):
        """A signed file is evidence: another one does not take its place."""
        known, given = self.context.signed_file, data["signed_file"]
        if known is None or given is None or known.sha256 == digest_of_bytes(given.data):
            return []
        return [("signed_file", _("The act has its signed file already."))]

    def write(self, data):
        act = self.context
        signed = self._complete(data)
        editions = chosen(data["editions"])
        force = force_of(act.effective_from, clock.today())
        for edition in editions:
            perform(EnactEdition(edition, self.request, act, force))
        act.editions = tuple(dict.fromkeys([*act.editions, *(uid_of(edition) for edition in editions)]))
        act.reindexObject()
        listed = [{"symbol": edition.document.symbol, "number": edition.number} for edition in editions]
        retroactive = force.retroactive_from
        return Outcome(
            act,
            details={
                "number": act.number,
                "editions": listed,
                "day": force.day.isoformat(),
                "retroactive_from": retroactive and retroactive.isoformat(),
                **signed,
            },
            warnings=self.signature_warnings() if signed else [],
        )

    def _complete(self, data):
        """Note what the act did not have yet, and return what the trail says of its signed file where it came now."""
        for name in ("date", "effective_from"):
            if getattr(self.context, name) is None and data[name] is not None:
                setattr(self.context, name, data[name])
        return self.keep_signed_file(self.context, data["signed_file"]) if self.context.signed_file is None else {}

    def consequences(self):
        happens = [self._when(), _("The editions that they replace are superseded.")]
        return [*happens, _("If one of them cannot come into force, none of them does.")]

    def _when(self):
        force = force_of(self.context.effective_from, clock.today())
        if force.retroactive_from is not None:
            mapping = {"day": long_date(force.retroactive_from)}
            return _("The editions chosen (with force from ${day}) are in force from today.", mapping=mapping)
        if not force.is_now(clock.today()):
            return _("On ${day} the editions chosen come into force.", mapping={"day": long_date(force.day)})
        return _("The editions chosen are in force from today, unless the act says another day.")
