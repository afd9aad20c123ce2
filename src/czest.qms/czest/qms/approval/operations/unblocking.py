"""What the quality officer does where a route is stuck: somebody else, somebody more, or back to an earlier stage."""

from czest.qms import _
from czest.qms.approval.choices import asked_now
from czest.qms.approval.choices import everybody
from czest.qms.approval.choices import stages_begun
from czest.qms.approval.choices import stages_open
from czest.qms.approval.claiming import holders_of
from czest.qms.approval.participants import participant_named
from czest.qms.approval.progress import advance
from czest.qms.approval.signatures import void_signatures
from czest.qms.documents.checks import raise_all
from czest.qms.documents.content import state_of
from czest.qms.documents.operations.base import EditionOperation
from czest.qms.documents.operations.base import OFFICER_PERMISSION
from czest.qms.documents.rules import route
from czest.qms.documents.rules.route_problems import problem_of
from czest.qms.documents.rules.signatures import SIGNED_IN
from czest.qms.documents.transitions import move
from czest.qms.operations.base import Outcome
from czest.qms.operations.roles import ASKED_NEXT
from czest.qms.operations.roles import OFFICER
from plone.supermodel.model import Schema
from plone.supermodel.model import SchemaClass
from types import MappingProxyType
from zope import schema


def field_of(vocabulary, title, **written):
    """Return a field: to choose from where there is a vocabulary, else to be written by a client."""
    if vocabulary is None:
        return schema.TextLine(title=title, **written)
    return schema.Choice(title=title, vocabulary=vocabulary)


def schema_of(name, people, choices=MappingProxyType({})):
    """Return the schema of the officer's input: a stage, those asked, and why.

    It is no class because ``from`` is a word of Python.

    Parameters:
        name: of the schema.
        people: titles of the fields of those asked, by name.
        choices: vocabularies of the stage and of those asked, by name.
    """
    number, somebody = _("Number of the stage."), _("Login, or post: and the id of a post.")
    fields = {"stage": field_of(choices.get("stage"), _("Stage"), description=number, max_length=10)}
    for field, title in people.items():
        fields[field] = field_of(choices.get(field), title, description=somebody, max_length=200)
    fields["reason"] = schema.Text(title=_("Reason"), description=_("It goes to the trail."), max_length=2000)
    return SchemaClass(name, (Schema,), fields, __doc__="Input of the officer.", __module__=__name__)


class Unblocking(EditionOperation):
    """Change the route of an edition that is on its way."""

    not_done = _("The route was not changed.")
    busy = _("Changing the route…")
    permission = OFFICER_PERMISSION

    @property
    def form_schema(self):
        """The same to choose from: the stages and people of this very edition."""
        return schema_of(f"{self.schema.__name__}Form", self.people, self.choices())

    def choices(self):
        """Return the vocabularies of the form by the names of its fields."""
        raise NotImplementedError

    def stage_named(self, data):
        """Return the stage that the input names; InvalidInput where there is none."""
        stage = next((stage for stage in self.context.route if stage.id == data["stage"]), None)
        if stage is None:
            raise_all([("stage", _("The route has no such stage."))])
        return stage

    def open_stage_named(self, data):
        """Return the stage that the input names, which must not be over."""
        stage = self.stage_named(data)
        if self.context.course.is_met(stage):
            raise_all([("stage", _("This stage is over. Rewind the route to it first."))])
        return stage

    def check_newcomer(self, field, data, stage):
        """Check somebody who shall be asked: known, not an author, not asked already."""
        newcomer = participant_named(data[field])
        if newcomer is None:
            raise_all([(field, _("There is no such person or post."))])
        if newcomer in stage.participants:
            raise_all([(field, _("Asked in this stage already."))])
        sentences = {
            "author": _("An author neither reviews nor approves his own work."),
            "vacant": _("Nobody but authors holds this post today."),
        }
        problem = problem_of(newcomer, self.context.authors, holders_of(stage))
        if problem:
            raise_all([(field, sentences[problem])])
        if not holders_of(stage)(newcomer):
            raise_all([(field, _("Nobody asked so holds a post entitled to this today."))])
        return newcomer


class Reassign(Unblocking):
    """Ask somebody else in the place of one who cannot sign."""

    id = "reassign"
    title = _("Ask somebody else")
    heading = _("Somebody else on the route of edition ${number} of ${symbol}")
    done = _("The task has been given to somebody else.")
    people = {"from": _("Who is asked now"), "to": _("Who shall be asked")}
    schema = schema_of("IReassign", people)
    icon = "person-fill-gear"
    order = 50
    who = (OFFICER,)
    condition = _("reason")
    tells = (ASKED_NEXT,)

    def choices(self):
        return {"stage": stages_open(self.context), "from": asked_now(self.context), "to": everybody()}

    def check(self, data):
        stage = self.open_stage_named(data)
        before = participant_named(data["from"])
        if before not in stage.participants:
            raise_all([("from", _("Not asked in this stage."))])
        if before in self.context.course.signed(stage):
            raise_all([("from", _("Has signed already."))])
        self.check_newcomer("to", data, stage)

    def write(self, data):
        before, after = participant_named(data["from"]), participant_named(data["to"])
        self.context.route = route.replaced(self.context.route, data["stage"], before, after)
        advance(self.context)
        details = {"stage": data["stage"], "from": before.key, "to": after.key}
        return Outcome(self.context, reason=data["reason"], details=details)

    def consequences(self):
        return [_("The task goes over at once; the reason is kept in the trail.")]


class AskAlso(Unblocking):
    """Ask somebody more in a stage."""

    id = "ask-also"
    title = _("Ask somebody more")
    heading = _("Somebody more on the route of edition ${number} of ${symbol}")
    done = _("Somebody more is asked.")
    people = {"who": _("Who shall be asked")}
    schema = schema_of("IAskAlso", people)
    icon = "person-plus-fill"
    order = 51
    who = (OFFICER,)
    condition = _("reason")
    tells = (ASKED_NEXT,)

    def choices(self):
        return {"stage": stages_open(self.context), "who": everybody()}

    def check(self, data):
        self.check_newcomer("who", data, self.open_stage_named(data))

    def write(self, data):
        newcomer = participant_named(data["who"])
        self.context.route = route.added(self.context.route, data["stage"], newcomer)
        advance(self.context)
        return Outcome(self.context, reason=data["reason"], details={"stage": data["stage"], "who": newcomer.key})

    def consequences(self):
        return [_("Where everybody of the stage must sign, the newcomer must, too.")]


class Rewind(Unblocking):
    """Lead an edition back to an earlier stage of its route."""

    id = "rewind"
    title = _("Rewind the route")
    heading = _("Rewinding the route of edition ${number} of ${symbol}")
    done = _("The route was rewound.")
    people = {}
    schema = schema_of("IRewind", people)
    icon = "skip-backward-fill"
    order = 52
    fires = ("rewind",)
    who = (OFFICER,)
    condition = _("the stage has begun; reason")
    tells = (ASKED_NEXT,)

    def choices(self):
        return {"stage": stages_begun(self.context)}

    def check(self, data):
        stage = self.stage_named(data)
        if stage.begun is None:
            raise_all([("stage", _("This stage has not begun."))])

    def write(self, data):
        edition = self.context
        again = route.stages_from(edition.route, data["stage"])
        void_signatures(edition, data["reason"], lambda signature: signature["stage"] in again)
        edition.route = route.rewound(edition.route, data["stage"])
        if edition.course.current.act != SIGNED_IN[state_of(edition)]:
            move(edition, self.id)
        advance(edition)
        return Outcome(edition, reason=data["reason"], details={"stage": data["stage"]})

    def consequences(self):
        return [_("Signatures of this stage and of all later ones become void; everybody is asked again.")]
