"""Random routes, posts, deputies, returns and edits: nothing reaches approval but by the rules.

The oracle notes, at the moment of each signature, who stood behind it and whether he was entitled, from the
organisation itself; what the product says of its routes is not asked.
"""

import contextlib
from czest.qms import clock
from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.approval.jobs import EndSilentOpinions
from czest.qms.approval.rules.templates import Asked
from czest.qms.approval.rules.templates import Template
from czest.qms.approval.rules.templates import TemplateStage
from czest.qms.documents.content import state_of
from czest.qms.documents.rules.lifecycle import RELEASED_STATES
from czest.qms.operations.errors import OperationRefused
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.rules.model import Refused
import datetime
from hypothesis import strategies as st
from hypothesis.stateful import initialize
from hypothesis.stateful import invariant
from hypothesis.stateful import rule
from hypothesis.stateful import RuleBasedStateMachine
from hypothesis.stateful import run_state_machine_as_test
import pytest
from support.office import text
from support.people import PASSWORD
from zope.component import getUtility


STAFF = ["autor", "autor2", "sprawdzajacy", "radca", "zatwierdzajacy", "pracownik", "informatyk", "pelnomocnik"]
PEOPLE = st.sampled_from(STAFF)
POSTS = ("naczelnik-or", "radca-prawny", "informatyk", "inspektor-kancelarii")
APPROVERS = (Asked("post", "sekretarz"), Asked("person", "zatwierdzajacy"))
ASKED = st.sampled_from(
    [
        *(Asked("post", post) for post in POSTS),
        Asked("person", "sprawdzajacy"),
        Asked("unit", "IT"),
        Asked("owner-head"),
    ]
)


#: More signatures than any of the routes needs.
MOST = 20


@st.composite
def stages(draw):
    """Return stages of a template: checks and opinions, then an approval."""
    found = []
    for purpose in ("check", *draw(st.lists(st.sampled_from(["check", "opinion"]), max_size=2))):
        asked = tuple(draw(st.lists(ASKED, min_size=1, max_size=3, unique=True)))
        rule_of_stage = draw(st.sampled_from(["all", "any", "quorum"]))
        quorum = draw(st.integers(1, len(asked))) if rule_of_stage == "quorum" else 0
        days = 3 if purpose == "opinion" else None
        found.append(TemplateStage(purpose, asked, rule_of_stage, quorum, draw(st.booleans()), days))
    return (*found, TemplateStage("approval", (draw(st.sampled_from(APPROVERS)),)))


class Route(RuleBasedStateMachine):
    """One document on random routes under the hands of everybody."""

    office = None

    @initialize(stages=stages(), keeps=st.booleans())
    def begin(self, stages, keeps):
        self.today = datetime.date(2026, 11, 25)
        self.keeps = keeps
        #: Digest, stage, participant → login behind the signature and whether he was entitled then.
        self.noted = []
        for template in getUtility(IRouteTemplates).templates():
            getUtility(IRouteTemplates).remove(template.id)
        with clock.stopped_at(self.today):
            getUtility(IRouteTemplates).put(
                Template("trasa", "Trasa", frozenset({"Procedure"}), stages=stages, keeps_signatures=keeps)
            )
            document = self.office.register(owner_unit="OR", login="autor2")
            self.edition = self.office.draft(document, login="autor2", reviewers=[], approvers=[])
        self.attempt("autor2", "submit")

    def attempt(self, login, operation_id, **data):
        """Try an operation and tell whether it was done."""
        try:
            with clock.stopped_at(self.today):
                self.office.do(login, self.edition, operation_id, **data)
        except OperationRefused:
            return False
        return True

    def behind(self, login, represented, participant):
        """Return who answers for a signature, and whether the organisation lets him stand for the one asked today."""
        directory = getUtility(IDirectory)
        person = represented or login
        kind, _colon, name = participant.partition(":")
        stands = {
            "person": lambda: person == name,
            "post": lambda: person in directory.holders(name),
            "unit": lambda: name in directory.units_of(person),
        }[kind]()
        acts = represented is None or any(
            one.deputy == login and one.covers(self.today)
            for one in directory.organisation().deputyships.values()
            if one.person == represented
        )
        return stands and acts

    @rule(login=PEOPLE, operation_id=st.sampled_from(["review", "approve"]))
    def sign(self, login, operation_id):
        self.note_signature(login, operation_id)

    @rule(times=st.integers(1, 6))
    def those_whose_turn_it_is_sign(self, times):
        self.sign_in_turn(times)

    def sign_in_turn(self, times):
        """Make progress likely: random people alone would seldom get anything approved."""
        if state_of(self.edition) == "draft":
            self.attempt("autor2", "submit")
        for _time in range(times):
            if not any(self.note_signature(login, act) for login in STAFF for act in ("review", "approve")):
                return

    @rule()
    def everybody_signs(self):
        self.sign_in_turn(MOST)

    def note_signature(self, login, operation_id):
        if not self.attempt(login, operation_id, password=PASSWORD):
            return False
        given = self.edition.signatures[-1]
        assert (given["login"], given["digest"]) == (login, self.edition.digest)
        with clock.stopped_at(self.today):
            entitled = self.behind(login, given["on_behalf_of"], given["participant"])
        assert entitled, given
        self.noted.append((given["digest"], given["stage"], given["participant"], login, given["on_behalf_of"]))
        return True

    @rule(login=st.sampled_from(["autor2", "autor"]))
    def submit(self, login):
        self.attempt(login, "submit")

    @rule(login=st.sampled_from(["autor2", "pelnomocnik", "radca", "sprawdzajacy"]))
    def send_back(self, login):
        if self.attempt(login, "return", reason="Popraw") and not self.keeps:
            self.noted.clear()

    @rule(login=st.sampled_from(["autor2", "autor"]), words=st.sampled_from(["A", "B"]))
    def edit(self, login, words):
        self.attempt(login, "save", body=text(f"<p>{words}</p>"))

    @rule(stage=st.sampled_from("1234"), who=st.sampled_from(["radca", "informatyk", "post:radca-prawny", "autor2"]))
    def ask_also(self, stage, who):
        self.attempt("pelnomocnik", "ask-also", stage=stage, who=who, reason="Dotyczy")

    @rule(stage=st.sampled_from("1234"))
    def rewind(self, stage):
        if self.attempt("pelnomocnik", "rewind", stage=stage, reason="Od nowa"):
            self.noted = [one for one in self.noted if one[1] < stage]

    @rule(data=st.data(), to=st.sampled_from(["radca", "informatyk", "zatwierdzajacy", "post:naczelnik-or"]))
    def reassign(self, data, to):
        if self.edition.route:
            stage = data.draw(st.sampled_from(self.edition.route))
            before = data.draw(st.sampled_from(stage.participants))
            self.attempt("pelnomocnik", "reassign", stage=stage.id, to=to, reason="Urlop", **{"from": before.key})

    @rule(person=PEOPLE, deputy=PEOPLE, days=st.integers(0, 3))
    def appoint_deputy(self, person, deputy, days):
        until = self.today + datetime.timedelta(days=days)
        with clock.stopped_at(self.today), contextlib.suppress(Refused):
            getUtility(IDirectory).appoint_deputy(person, deputy, self.today, until, "zarz. 1/2026")

    @rule(login=PEOPLE, post=st.sampled_from(POSTS))
    def appoint(self, login, post):
        with clock.stopped_at(self.today), contextlib.suppress(Refused):
            getUtility(IDirectory).appoint(login, post, self.today, self.today + datetime.timedelta(days=2))

    @rule(days=st.integers(1, 4))
    def days_pass(self, days):
        self.today += datetime.timedelta(days=days)
        with clock.stopped_at(self.today):
            EndSilentOpinions().run()

    @invariant()
    def signatures_stand_on_the_content_they_were_given_to(self):
        standing = [one for one in self.edition.signatures if not one["void"]]
        if state_of(self.edition) != "draft":
            assert all(one["digest"] == self.edition.digest for one in standing)
        people = {login for one in standing for login in (one["login"], one["on_behalf_of"]) if login}
        if state_of(self.edition) != "draft":
            assert not people & set(self.edition.authors)

    @invariant()
    def what_is_approved_has_met_every_rule(self):
        if state_of(self.edition) not in RELEASED_STATES:
            return
        for stage in self.edition.route:
            if stage.silent:
                assert stage.purpose == "opinion" and stage.due < self.today
                continue
            by_participant, people = set(), []
            for digest, stage_id, participant, login, represented in self.noted:
                is_asked = participant in {asked.key for asked in stage.participants}
                if (digest, stage_id) == (self.edition.digest, stage.id) and is_asked:
                    by_participant.add(participant)
                    people += [login, *([represented] if represented else [])]
            assert len(by_participant) >= self.needed(stage)
            assert not set(people) & set(self.edition.authors)

    def needed(self, stage):
        """Return how many must have signed, worked out here once more."""
        return {"all": len(stage.participants), "any": 1, "quorum": stage.quorum}[stage.rule]


@pytest.mark.hypothesis
def test_nothing_is_approved_but_by_its_route(office):
    Route.office = office
    run_state_machine_as_test(Route)
