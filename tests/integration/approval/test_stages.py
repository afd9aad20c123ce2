"""Opinions, quorums, and what becomes of signatures when an edition is returned."""

from czest.qms import clock
from czest.qms.approval.jobs import EndSilentOpinions
from czest.qms.approval.rules.templates import Asked
from czest.qms.approval.rules.templates import TemplateStage
from czest.qms.documents.content import state_of
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.base import operation_named
import datetime
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
