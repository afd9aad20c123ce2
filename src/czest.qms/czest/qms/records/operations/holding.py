"""What the operations on holds share: who may, the hold that is meant, and the words about it."""

from czest.qms import _
from czest.qms import clock
from czest.qms.documents.checks import raise_all
from czest.qms.documents.making import uid_of
from czest.qms.language.dates import long_date
from czest.qms.language.numerals import counted
from czest.qms.operations.base import actor
from czest.qms.operations.errors import ObjectMovedOn
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.people import full_name
from czest.qms.records.holds import hold_ledger
from czest.qms.records.operations.base import HOLD
from czest.qms.records.rules import holding
from plone.supermodel import model
from plone.uuid.interfaces import IUUIDGenerator
from zope import schema
from zope.component import getUtility
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


class IHold(model.Schema):
    """Input of a hold."""

    reason = schema.Text(title=_("Reason"), description=_("Why it must be kept; goes to the trail."), max_length=1000)
    requested_by = schema.TextLine(
        title=_("At whose motion"),
        description=_("Post or office, such as a court; no name of a person."),
        required=False,
        max_length=250,
        default="",
    )
    until = schema.Date(
        title=_("Held until"),
        description=_("The last day. Left empty, the hold has no end and must be lifted."),
        required=False,
    )


class IChosenHold(model.Schema):
    """Input that says which hold is meant."""

    hold = schema.TextLine(
        title=_("Hold"),
        description=_("Id of the hold; not needed where there is only one."),
        required=False,
        max_length=40,
    )
    whole_group = schema.Bool(
        title=_("On all records held by the same decision"),
        required=False,
        default=False,
    )


class Holding:
    """A mixin of every operation on holds."""

    permission = HOLD
    icon = "qms-held"
    #: Of a series; the states of a record are named by its rules.
    possible_in = None

    def state_refusal(self):
        """Say nothing of a closed series: its records can be held as well."""
        return None


class OfPresentHold(Holding):
    """A mixin of the operations on holds that are there."""

    def present(self):
        """Return the holds in force that stand on the object itself."""
        return holding.in_force(self.context.holds, clock.today())

    def refusal_of_hold(self):
        """Return why no hold of the object can be changed now, or None."""
        uid = uid_of(self.context)
        if any(uid in decision.pending for decision in hold_ledger().at_work()):
            return _("Not possible now: the hold is just being written on many records.")
        return None if self.present() else self.nothing_held

    @property
    def form_schema(self):
        """The same input, with the holds to choose from."""
        terms = [SimpleTerm(hold["id"], hold["id"], words_of(hold)) for hold in self.present()]
        choice = schema.Choice(
            __name__="hold", title=_("Hold"), vocabulary=SimpleVocabulary(terms), required=self.must_choose
        )
        return type(self.schema)(
            f"{self.schema.__name__}Form", (self.schema,), {"hold": choice}, __module__=self.schema.__module__
        )

    def withheld(self):
        several = [] if len(self.present()) > 1 else ["hold"]
        return (*several, *([] if any(self.number_of(hold) > 1 for hold in self.present()) else ["whole_group"]))

    def defaults(self):
        asked = self.request.form.get("hold")
        known = [hold["id"] for hold in self.present()]
        return {"hold": asked if asked in known else None, "whole_group": self.request.form.get("whole_group") == "1"}

    def number_of(self, hold):
        """Return on how many records the decision stands."""
        decision = hold_ledger().get(hold["id"])
        return len(decision.uids)

    def chosen(self, data):
        """Return the holds that are meant: the one named, or all in force.

        Raises:
            InvalidInput: there is no such hold.
            ObjectMovedOn: the whole group is meant and it is just being written.
        """
        present = self.present()
        if data["hold"]:
            present = [hold for hold in present if hold["id"] == data["hold"]]
        if not present:
            raise_all([("hold", _("There is no such hold in force here."))])
        if any(hold_ledger().get(hold["id"]).work for hold in present if data["whole_group"]):
            raise ObjectMovedOn(_("Not possible now: the hold is just being written on many records."))
        return present

    def is_of_all(self, hold, data):
        """Tell whether a hold is changed on every record of its decision."""
        return hold["group"] is None or data["whole_group"] or self.number_of(hold) == 1

    def others(self, hold):
        """Return the UIDs of the other records of a decision."""
        uid = uid_of(self.context)
        return [other for other in hold_ledger().get(hold["id"]).uids if other != uid]


def new_hold(data, group=False):
    """Return a new hold from the input of ``IHold``, of the person acting, from today.

    Parameters:
        data: the input.
        group: whether it is set on several records at once.
    """
    login = actor()
    hold_id = getUtility(IUUIDGenerator)()
    return {
        "id": hold_id,
        "reason": data["reason"],
        "requested_by": data["requested_by"] or "",
        "who": login,
        "who_name": full_name(login),
        "who_post": getUtility(IDirectory).post_title(login),
        "since": clock.today(),
        "until": data["until"],
        "lifted": None,
        "lifted_by": None,
        "lifted_reason": "",
        "group": hold_id if group else None,
    }


def details_of(hold):
    """Return what the trail remembers of a new or extended hold."""
    return {
        "hold": hold["id"],
        "until": hold["until"].isoformat() if hold["until"] else None,
        "requested_by": hold["requested_by"],
        "group": hold["group"],
    }


def check_end(data):
    """A hold does not end before it begins."""
    if holding.end_problem(data["until"], clock.today()):
        today = long_date(clock.today())
        raise_all([("until", _("The day is past: today is ${day}.", mapping={"day": today}))])


def words_of(hold):
    """Return a Message that names a hold: from when, until when, why."""
    mapping = {"since": long_date(hold["since"]), "reason": hold["reason"]}
    if hold["until"] is None:
        return _("From ${since} without an end: ${reason}", mapping=mapping)
    return _("From ${since} to ${until}: ${reason}", mapping={**mapping, "until": long_date(hold["until"])})


def counted_records(count):
    """Return how many records in words."""
    return counted(count, _("${count} record"), _("${count} records (few)"), _("${count} records (many)"))


def warnings_of(decision):
    """Return Messages about what is still to be written on records."""
    if not decision.pending:
        return []
    count = {"count": len(decision.pending)}
    return [
        _(
            "It is being written on ${count} records, some at a time; a hold that was set binds all already.",
            mapping=count,
        )
    ]
