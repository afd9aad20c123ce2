"""The templates that the officer keeps, and the routes that editions get from them."""

from czest.qms import clock
from czest.qms.approval.interfaces import IRouteTemplates
from czest.qms.documents.content import state_of
from czest.qms.documents.interfaces import IRouteAhead
from czest.qms.documents.rules.route import Participant
from czest.qms.documents.rules.route import Stage
from czest.qms.evidence.interfaces import ITrail
from czest.qms.operations.base import operation_named
from czest.qms.operations.errors import InvalidInput
from czest.qms.organisation.interfaces import IDirectory
from czest.qms.organisation.rules.model import Refused
from dataclasses import replace
import datetime
import pytest
from support.office import text
from support.people import PASSWORD
from support.routes import APPROVAL
from support.routes import CHECK
from support.routes import HEAD
from support.routes import OPINION
from support.routes import procedures
from support.routes import SECRETARY
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate


BODY = {"body": text("<p>Treść</p>"), "change_description": "Pierwsze wydanie"}


@pytest.fixture
def templates(office):
    return getUtility(IRouteTemplates)


@pytest.fixture
def written(office):
    """Return a function that writes the draft of a new document without naming people."""

    def written(**data):
        edition = office.do("autor", office.register(**data), "open-revision")
        return office.do("autor", edition, "save", **BODY)

    return written


def said(refusal):
    return [(field, translate(message)) for field, message in refusal.value.errors]


def test_templates_are_kept_by_title_under_ids_that_stay(office, templates):
    second = office.keep_template(procedures(title="Żółte"))
    first = office.keep_template(procedures(id="lista", title="Łubin", kinds=frozenset({"Instruction"})))
    assert templates.templates() == [first, second]
    assert templates.template("lista") == first
    assert templates.free_id("Procedury") == "procedury-2"
    assert templates.free_id("Instrukcje – Wydział Ł") == "instrukcje-wydzial-l"
    assert templates.free_id("—") == "szablon"
    with pytest.raises(KeyError):
        templates.template("nie-ma")
    with pytest.raises(KeyError):
        templates.remove("nie-ma")


def test_a_wrong_template_is_refused_and_nothing_is_kept(office, templates):
    with pytest.raises(Refused) as refusal:
        office.keep_template(procedures(kinds=frozenset({"Edition"}), processes=frozenset({"PG-99"}), stages=()))
    assert [(problem.field, problem.code) for problem in refusal.value.problems] == [
        ("kinds", "unknown_kind"),
        ("processes", "unknown_process"),
        ("stages", "no_stages"),
    ]
    assert templates.templates() == []


def test_every_change_is_in_the_trail(office, templates):
    office.keep_template(procedures())
    office.keep_template(procedures())
    office.keep_template(procedures(title="Procedury systemowe"))
    with office.acting_as("pelnomocnik"):
        templates.remove("procedury")
    entries = getUtility(ITrail).entries("routes")
    assert [(entry.operation, entry.actor, entry.details["title"]) for entry in entries] == [
        ("add-route-template", "pelnomocnik", "Procedury"),
        ("change-route-template", "pelnomocnik", "Procedury systemowe"),
        ("remove-route-template", "pelnomocnik", "Procedury systemowe"),
    ]
    assert entries[0].details["stages"][0]["participants"] == ["owner-head", "post:naczelnik-or"]
    assert getUtility(ITrail).verify("routes").valid


def test_an_edition_goes_the_route_of_its_template(office, written):
    office.keep_template(procedures(keeps_signatures=True))
    edition = office.do("autor", written(), "submit")
    check = edition.route[0]
    assert check.participants == (Participant("post", "pelnomocnik"), Participant("post", "naczelnik-or"))
    assert [(stage.id, stage.purpose, stage.days) for stage in edition.route] == [
        ("1", "check", None),
        ("2", "opinion", 5),
        ("3", "approval", None),
    ]
    assert edition.route_template == {"id": "procedury", "title": "Procedury", "keeps_signatures": True}
    for login in ("sprawdzajacy", "pelnomocnik", "radca"):
        assert state_of(edition) == "in_review"
        office.do(login, edition, "review", password=PASSWORD)
    office.do("zatwierdzajacy", edition, "approve", password=PASSWORD)
    assert state_of(edition) == "approved"


def test_a_template_changed_later_leaves_running_editions_alone(office, templates, written):
    office.keep_template(procedures())
    edition = office.do("autor", written(), "submit")
    before = edition.route
    office.keep_template(procedures(stages=(CHECK, APPROVAL)))
    with office.acting_as("pelnomocnik"):
        templates.remove("procedury")
    assert edition.route == before
    assert edition.route_template["id"] == "procedury"


def test_where_no_template_applies_the_short_form_counts(office):
    office.keep_template(procedures(kinds=frozenset({"Instruction"})))
    edition = office.submitted(office.register())
    assert edition.route == (
        Stage("1", "check", (Participant("person", "sprawdzajacy"),), begun=edition.route[0].begun),
        Stage("2", "approval", (Participant("person", "zatwierdzajacy"),)),
    )
    assert edition.route_template is None


def test_the_template_of_the_unit_goes_before_that_of_the_kind(office, written):
    office.keep_template(procedures())
    office.keep_template(procedures(id="or", title="Organizacyjny", kinds=frozenset(), units=frozenset({"OR"})))
    assert office.do("autor", written(owner_unit="OR"), "submit").route_template["id"] == "or"
    assert office.do("autor", written(), "submit").route_template["id"] == "procedury"


@pytest.mark.parametrize("field", ["reviewers", "approvers"])
def test_nobody_is_named_where_a_template_sets_the_route(office, written, field):
    office.keep_template(procedures())
    edition = written()
    with pytest.raises(InvalidInput) as refusal:
        office.do("autor", edition, "save", **{field: ["sprawdzajacy"]})
    assert said(refusal) == [(field, "Nobody is named here: the route is set by the template Procedury.")]
    assert getattr(edition, field) == []
    office.do("autor", edition, "save", **{field: []})
    with office.acting_as("autor"):
        assert set(operation_named(edition, getRequest(), "save").withheld()) == {"reviewers", "approvers"}


def test_the_owner_that_is_being_saved_decides_about_the_template(office, written):
    office.keep_template(procedures(units=frozenset({"OR"})))
    edition = written()
    with pytest.raises(InvalidInput):
        office.do("autor", edition, "save", owner_unit="OR", reviewers=["sprawdzajacy"])
    office.do("autor", edition, "save", reviewers=["sprawdzajacy"])
    office.do("autor", edition, "save", owner_unit="OR")
    assert IRouteAhead(edition).template_title() == "Procedury"


def test_whom_the_route_lacks_is_said_at_submit_by_stage_and_post(office, written):
    office.keep_template(procedures())
    edition = written(owner_unit="IT")
    directory = getUtility(IDirectory)
    lawyer = next(one for one in directory.organisation().tenures.values() if one.login == "radca")
    directory.end_tenure(lawyer.id, clock.today() - datetime.timedelta(days=1))
    with pytest.raises(InvalidInput) as refusal:
        office.do("autor", edition, "submit")
    assert said(refusal) == [
        ("route", "Stage 1, Check: neither the unit IT nor one above it has a head."),
        ("route", "Stage 2, Opinion: nobody holds the post Radca prawny today."),
    ]
    assert (edition.route, edition.route_template) == ((), None)


def test_a_route_of_authors_alone_is_refused(office, written):
    office.keep_template(procedures(stages=(replace(CHECK, asked=(HEAD,)), APPROVAL)))
    edition = written()
    office.do("pelnomocnik", edition, "save", title="Inny tytuł")
    with pytest.raises(InvalidInput) as refusal:
        office.do("autor", edition, "submit")
    sentence = "Stage 1, Check: nobody but authors of the edition can sign for Pełnomocnik ds. SZJ."
    assert said(refusal) == [("route", sentence)]


def test_an_approval_that_nobody_is_entitled_to_is_refused(office, written):
    office.keep_template(procedures(stages=(CHECK, replace(APPROVAL, asked=(HEAD,)))))
    with pytest.raises(InvalidInput) as refusal:
        office.do("autor", written(), "submit")
    sentence = "Stage 2, Approval: nobody asked holds a post that entitles to approve."
    assert said(refusal) == [("route", sentence)]


def test_an_empty_unit_is_named(office, written):
    getUtility(IDirectory).add_unit("KD", "Kadry")
    unit = replace(CHECK, asked=(replace(SECRETARY, kind="unit", id="KD"),))
    office.keep_template(procedures(stages=(unit, APPROVAL)))
    with pytest.raises(InvalidInput) as refusal:
        office.do("autor", written(), "submit")
    assert said(refusal) == [("route", "Stage 1, Check: nobody belongs to the unit Kadry today.")]


def test_the_author_sees_beforehand_what_he_will_meet(office, written):
    office.keep_template(procedures(stages=(replace(CHECK, rule="any", days=7), OPINION, APPROVAL)))
    edition = written()
    expected = [
        "Check: Pełnomocnik ds. SZJ, Naczelnik Wydziału Organizacyjnego; one of them must sign; 7 days (many)",
        "Opinion: Radca prawny; 5 days (many); silence counts as no remarks",
        "Approval: Sekretarz Miasta",
    ]
    assert IRouteAhead(edition).sentences(getRequest()) == expected
    with office.acting_as("autor"):
        assert operation_named(edition, getRequest(), "submit").consequences()[1:] == expected


def test_signatures_follow_the_route_that_is_copied(office, written):
    office.keep_template(procedures(keeps_signatures=True))
    edition = office.do("autor", written(), "submit")
    office.do("sprawdzajacy", edition, "review", password=PASSWORD)
    office.do("pelnomocnik", edition, "return", reason="Literówka")
    office.do("autor", edition, "submit")
    assert [signature["void"] for signature in edition.signatures] == [False]
    office.do("pelnomocnik", edition, "return", reason="Literówka")
    office.keep_template(procedures(stages=(CHECK, APPROVAL), keeps_signatures=True))
    office.do("autor", edition, "submit")
    assert [signature["void_reason"] for signature in edition.signatures] == ["route"]
