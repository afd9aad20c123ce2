"""Opinions, quorums, and what becomes of signatures when an edition is returned."""

from czest.qms import clock
from czest.qms.approval import route_ahead
from czest.qms.approval.jobs import EndSilentOpinions
from czest.qms.approval.reminders import Remind
from czest.qms.approval.rules.templates import Asked
from czest.qms.approval.rules.templates import TemplateStage
from czest.qms.documents.content import state_of
from czest.qms.documents.settings import IDocumentSettings
from czest.qms.evidence.interfaces import ITrail
from czest.qms.jobs.interfaces import IOutbox
from czest.qms.operations.base import operation_named
import datetime
from plone import api
import pytest
from support.office import text
from support.people import PASSWORD
from support.routes import APPROVAL
from support.routes import CHECK
from support.routes import procedures
from zope.component import getUtility
from zope.globalrequest import getRequest


DAY = datetime.date(2026, 11, 25)


@pytest.fixture(autouse=True)
def today():
    with clock.stopped_at(DAY):
        yield


def submitted(office, template):
    """Submit an edition of a unit whose head is another than the author."""
    office.keep_template(template)
    edition = office.draft(office.register(login="autor2", owner_unit="OR"), "autor2", reviewers=[], approvers=[])
    return office.do("autor2", edition, "submit")


def sign(office, edition, *logins, act="review"):
    for login in logins:
        office.do(login, edition, act, password=PASSWORD)


def test_an_opinion_is_called_so(office):
    edition = submitted(office, procedures())
    sign(office, edition, "sprawdzajacy")
    with office.acting_as("radca"):
        operation = operation_named(edition, getRequest(), "review")
        assert (operation.title, operation.refusal()) == ("Give the opinion", None)
    sign(office, edition, "radca")
    assert edition.signatures[-1]["meaning"] == "Opiniuję bez uwag"


def test_the_reviewer_is_told_which_stage_comes_next(office):
    edition = submitted(office, procedures())
    following = []
    for login in ("sprawdzajacy", "radca"):
        with office.acting_as(login):
            sentence = operation_named(edition, getRequest(), "review").consequences()[-1]
        following.append(sentence.mapping["stage"])
        sign(office, edition, login)
    assert following == [
        "Opinion: Radca prawny; 5 days (many); silence counts as no remarks",
        "Approval: Sekretarz Miasta",
    ]


def test_silence_in_an_opinion_counts_as_no_remarks_on_the_day_after_the_last(office):
    edition = submitted(office, procedures())
    sign(office, edition, "sprawdzajacy")
    last = edition.course.current.due
    with clock.stopped_at(last):
        assert EndSilentOpinions().run() is None
    with clock.stopped_at(last + datetime.timedelta(days=3)):
        assert edition.document.symbol in EndSilentOpinions().run().mapping["symbols"]
        assert EndSilentOpinions().run() is None
        assert state_of(edition) == "pending_approval"
        entry = getUtility(ITrail).entries(edition.document.UID())[-1]
        assert (entry.operation, entry.details["silent"]) == ("end-opinion", ["post:radca-prawny"])
        sign(office, edition, "zatwierdzajacy", act="approve")
    assert state_of(edition) == "approved"


def test_a_check_does_not_end_by_silence(office):
    edition = submitted(office, procedures(stages=(TemplateStage("check", CHECK.asked, days=2), APPROVAL)))
    with clock.stopped_at(DAY + datetime.timedelta(days=30)):
        assert EndSilentOpinions().run() is None
    assert state_of(edition) == "in_review"


def test_two_of_three_are_enough(office):
    asked = tuple(Asked("person", login) for login in ("sprawdzajacy", "radca")) + (Asked("post", "informatyk"),)
    edition = submitted(office, procedures(stages=(TemplateStage("check", asked, "quorum", 2), APPROVAL)))
    sign(office, edition, "informatyk")
    assert state_of(edition) == "in_review"
    sign(office, edition, "radca")
    assert state_of(edition) == "pending_approval"


@pytest.mark.parametrize("keeps", [True, False])
def test_a_return_leaves_signatures_where_the_template_says_so(office, keeps):
    asked = (Asked("post", "naczelnik-or"), Asked("post", "radca-prawny"))
    edition = submitted(office, procedures(stages=(TemplateStage("check", asked), APPROVAL), keeps_signatures=keeps))
    sign(office, edition, "sprawdzajacy")
    office.do("radca", edition, "return", reason="Uzupełnij załącznik")
    assert [one["void"] for one in edition.signatures] == [not keeps]
    office.do("autor2", edition, "submit")
    assert len(edition.course.signed(edition.course.current)) == keeps
    sign(office, edition, "radca")
    assert state_of(edition) == ("pending_approval" if keeps else "in_review")


def test_a_change_of_content_voids_what_a_return_left(office):
    asked = (Asked("post", "naczelnik-or"), Asked("post", "radca-prawny"))
    edition = submitted(office, procedures(stages=(TemplateStage("check", asked), APPROVAL), keeps_signatures=True))
    sign(office, edition, "sprawdzajacy")
    office.do("radca", edition, "return", reason="Popraw")
    office.do("autor2", edition, "save", body=text("<p>Inna treść.</p>"))
    office.do("autor2", edition, "submit")
    assert [(one["void"], one["void_reason"]) for one in edition.signatures] == [(True, "content")]
    assert edition.course.signed(edition.course.current) == {}


def set_setting(name, value):
    api.portal.set_registry_record(name, value, interface=IDocumentSettings)


def test_a_stage_without_days_of_its_own_has_those_of_the_office(office):
    set_setting("check_days", 3)
    edition = office.submitted(office.register())
    assert [stage.days for stage in edition.route] == [3, None]
    assert edition.course.current.due == DAY + datetime.timedelta(days=3)
    template = submitted(office, procedures())
    assert [stage.days for stage in template.route if stage.purpose == "opinion"] == [5]


def test_other_days_of_the_office_void_no_signature(office):
    edition = submitted(office, procedures(keeps_signatures=True))
    sign(office, edition, "sprawdzajacy")
    office.do("pelnomocnik", edition, "return", reason="Literówka w rozdzielniku")
    set_setting("check_days", 3)
    office.do("autor2", edition, "submit")
    assert not edition.signatures[0]["void"]
    assert edition.course.current.id == "2"


def test_where_silence_ends_no_opinion_it_waits_on_and_the_officer_is_told(office):
    set_setting("silence_ends_opinions", False)
    edition = submitted(office, procedures())
    sign(office, edition, "sprawdzajacy")
    late = edition.course.current.due + datetime.timedelta(days=6)
    with clock.stopped_at(datetime.datetime.combine(late, datetime.time(12), clock.OFFICE_ZONE)):
        assert EndSilentOpinions().run() is None
        before = set(getUtility(IOutbox)._messages)
        Remind().run()
        fresh = [one.letter.to for key, one in getUtility(IOutbox)._messages.items() if key not in before]
    assert state_of(edition) == "in_review"
    assert sorted(fresh) == ["pelnomocnik@urzad.example", "radca@urzad.example"]
    sentence = route_ahead.sentences(edition.route, getRequest())[1]
    assert "silence" not in sentence
