"""One hold on all records that a search finds: one decision, one reason, lifted or extended together."""

from czest.qms import _
from czest.qms.appearance.choices import LinesFieldWidget
from czest.qms.appearance.consequences import OnDay
from czest.qms.appearance.states import state
from czest.qms.documents.checks import raise_all
from czest.qms.operations.base import actor
from czest.qms.operations.base import Operation
from czest.qms.operations.base import Outcome
from czest.qms.operations.errors import InvalidInput
from czest.qms.operations.roles import ARCHIVIST
from czest.qms.operations.roles import OFFICER
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.records.hold_ledger import Decision
from czest.qms.records.hold_ledger import FOUND
from czest.qms.records.holds import hold_ledger
from czest.qms.records.operations.holding import check_end
from czest.qms.records.operations.holding import counted_records
from czest.qms.records.operations.holding import details_of
from czest.qms.records.operations.holding import Holding
from czest.qms.records.operations.holding import IHold
from czest.qms.records.operations.holding import new_hold
from czest.qms.records.operations.holding import warnings_of
from czest.qms.records.rules.selection import conditions
from czest.qms.records.rules.selection import not_expressed
from czest.qms.records.rules.selection import PARAMETERS
from czest.qms.records.selecting import HELD_STATES
from czest.qms.records.selecting import Selection
from czest.qms.records.spreading import spread
from plone.autoform import directives
from plone.supermodel import model
from zope import schema
from zope.component import getUtility
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


STATES_HELD = SimpleVocabulary([SimpleTerm(name, name, state(name).word) for name in HELD_STATES])


class IHoldFound(IHold):
    """Input of a hold on a search result: what is asked of the register of records, or records by name."""

    model.fieldset(
        "selection",
        label=_("Which records"),
        description=_("What is left empty does not narrow the choice; something must be given."),
        fields=["query", "series", "unit", "jrwa_class", "category", "state", "year", "case_sign", "records"],
    )
    directives.widget("records", LinesFieldWidget)
    query = schema.TextLine(title=_("Words"), required=False, max_length=200)
    series = schema.TextLine(title=_("Series"), description=_("Symbol of the series."), required=False, max_length=40)
    unit = schema.Choice(title=_("Unit"), vocabulary="czest.qms.Units", required=False)
    jrwa_class = schema.TextLine(title=_("JRWA class"), required=False, max_length=20)
    category = schema.TextLine(title=_("Archival category"), required=False, max_length=5)
    state = schema.Choice(title=_("State"), vocabulary=STATES_HELD, required=False)
    year = schema.Int(title=_("Year"), required=False, min=1900, max=9999)
    case_sign = schema.TextLine(title=_("Case sign"), required=False, max_length=60)
    records = schema.List(
        title=_("Records"),
        description=_("Symbols, one a line."),
        value_type=schema.TextLine(max_length=500),
        required=False,
    )


class HoldFound(Holding, Operation):
    """Hold all records found."""

    id = "hold-found"
    title = _("Hold the disposal of records found")
    done = _("The disposal is on hold.")
    not_done = _("Not held.")
    busy = _("Holding…")
    schema = IHoldFound
    order = 60
    who = (OFFICER, ARCHIVIST)
    condition = _("reason")

    def defaults(self):
        """Return what the address asks: the parameters of the register of records.

        Raises:
            InvalidInput: a parameter narrows the register in a way that cannot be asked here; without it, other records
                would be held than those listed.
        """
        form = self.request.form
        lost = not_expressed(form)
        if lost:
            words = _(
                "A hold cannot be set on what was found by: ${parameters}. Narrow the register in another way.",
                mapping={"parameters": ", ".join(lost)},
            )
            raise InvalidInput(words, [(name, words) for name in lost])
        given = {name: form[name] for name in PARAMETERS if form.get(name)}
        if "year" in given:
            given["year"] = int(given["year"])
        names = form.get("records") or []
        return {**given, "records": [names] if isinstance(names, str) else list(names)}

    def consequences(self):
        asked = Selection(self.defaults())
        sentences = [
            OnDay(
                _("Disposal of every record found is impossible until the hold is lifted."),
                "until",
                _("Disposal of every record found is impossible until ${day}, unless the hold is lifted before."),
            ),
            _("It is one decision: it can be lifted or extended on all records together."),
            _("Records that are handed in later are not held; for that, hold the series."),
        ]
        if asked.is_empty:
            return sentences
        uids, _others = asked.uids()
        count = {"records": counted_records(len(uids))}
        return [_("Found now, and can be held: ${records}.", mapping=count), *sentences]

    def check(self, data):
        check_end(data)
        selection = Selection(data)
        if selection.is_empty:
            raise_all([("query", _("Say which records: nothing was asked for."))])
        unknown = [
            ("records", _("There is no record ${symbol}.", mapping={"symbol": name})) for name in selection.unknown
        ]
        raise_all(unknown)
        uids, others = selection.uids()
        if not uids and others:
            raise_all([("query", _("Every record found is disposed of or transferred: there is nothing to hold."))])
        if not uids:
            raise_all([("query", _("No record was found."))])

    def write(self, data):
        uids, others = Selection(data).uids()
        hold = new_hold(data, group=True)
        decision = Decision(hold, FOUND, uids)
        hold_ledger().put(decision)
        details = {**details_of(hold), "post": getUtility(IDirectory).post_title(actor())}
        spread(decision, "hold", {}, data["reason"], details, uids)
        warnings = warnings_of(decision)
        if others:
            count = {"records": counted_records(others)}
            warnings.append(_("Passed over, being disposed of or transferred: ${records}.", mapping=count))
        # What was typed into the search may be a name: it is not for the trail.
        asked = {name: value for name, value in conditions(data).items() if name != "query"}
        whole = {**details_of(hold), "records": len(uids), "asked": asked}
        return Outcome(self.context, reason=data["reason"], details=whole, warnings=warnings)
