"""``@routes`` of the site for the officer, and ``@route`` of an edition for those who may see it."""

from czest.qms import clock
from czest.qms.evidence.interfaces import ITrail
from czest.qms.workflows.interfaces import IAdjustmentsLedger
import datetime
import pytest
from support.people import PASSWORD
from support.routes import PROCEDURES
import transaction
from zope.component import getUtility


@pytest.fixture
def officer(client):
    return client("pelnomocnik")


def test_templates_are_added_read_changed_and_removed(portal, officer):
    added = officer.post("@routes", PROCEDURES)
    address = f"{portal.absolute_url()}/@routes/procedury"
    assert (added.status_code, added.headers["Location"], added.json()["@id"]) == (201, address, address)
    assert officer.get("@routes/procedury").json() == added.json()
    assert officer.get("@routes").json()["items"] == [added.json()]
    assert [stage["participants"] for stage in added.json()["stages"]][0] == ["owner-head", "post:naczelnik-or"]
    changed = {**added.json(), "title": "Wszystkie procedury", "keeps_signatures": True}
    assert officer.call("PUT", "@routes/procedury", changed).json() == changed
    assert officer.get("@routes/procedury").json() == changed
    removed = officer.call("DELETE", "@routes/procedury")
    assert (removed.status_code, removed.text) == (204, "")
    assert officer.get("@routes").json()["items"] == []
    transaction.begin()
    operations = [entry.operation for entry in getUtility(ITrail).entries("routes")]
    assert operations == ["add-route-template", "change-route-template", "remove-route-template"]


def test_the_reason_of_a_change_is_kept_where_decisions_are(officer):
    officer.post("@routes", {**PROCEDURES, "reason": "Nowy regulamin"})
    officer.call("PUT", "@routes/procedury", {**PROCEDURES, "title": "Wszystkie"})
    wrong = officer.call("DELETE", "@routes/procedury", {"reason": "x" * 2001})
    assert (wrong.status_code, [error["field"] for error in wrong.json()["errors"]]) == (400, ["reason"])
    assert officer.post("@routes", {**PROCEDURES, "reason": 5}).status_code == 400
    assert officer.call("DELETE", "@routes/procedury?reason=Zbędny").status_code == 204
    transaction.begin()
    reasons = ["Nowy regulamin", "", "Zbędny"]
    assert [entry.reason for entry in getUtility(ITrail).entries("routes")] == reasons
    assert [entry.reason for entry in getUtility(ITrail).entries("workflows")] == reasons
    assert [one.reason for one in reversed(getUtility(IAdjustmentsLedger).revisions())] == reasons


def test_while_a_change_is_applied_no_other_is_taken(officer):
    officer.post("@routes", PROCEDURES)
    transaction.begin()
    getUtility(IAdjustmentsLedger).work = {"operation": "adjust-workflows", "login": "pelnomocnik", "total": 1}
    transaction.commit()
    for answer in (
        officer.post("@routes", {**PROCEDURES, "title": "Inne", "units": ["OR"]}),
        officer.call("PUT", "@routes/procedury", {**PROCEDURES, "title": "Inne"}),
        officer.call("DELETE", "@routes/procedury"),
    ):
        assert answer.status_code == 409
        assert "still being applied" in answer.json()["message"]
    assert [one["title"] for one in officer.get("@routes").json()["items"]] == ["Procedury"]


def test_what_is_wrong_is_named_by_its_field(officer):
    stages = [
        {"purpose": "check", "participants": ["owner-head"], "rule": "quorum", "quorum": 2},
        {"purpose": "opinion", "participants": ["post:nie-ma"]},
        {"purpose": "approval", "participants": ["post:radca-prawny"], "days": 0},
    ]
    answer = officer.post("@routes", {"title": "", "units": ["ZZ"], "stages": stages})
    assert answer.status_code == 400
    assert answer.json()["message"]
    assert [error["field"] for error in answer.json()["errors"]] == [
        "title",
        "units",
        "stages.1.quorum",
        "stages.2.participants",
        "stages.2.days",
        "stages.3.participants",
        "stages.3.days",
    ]
    assert all(error["message"] for error in answer.json()["errors"])
    assert officer.get("@routes").json()["items"] == []


@pytest.mark.parametrize(
    "body, fields",
    [
        ({"title": 5}, ["title"]),
        ({"title": "x", "stages": [{"purpose": "podpis", "participants": ["ktoś"]}]}, None),
        ({"title": "x", "colour": "red"}, ["colour"]),
        ([], []),
    ],
)
def test_other_types_are_refused(officer, body, fields):
    answer = officer.post("@routes", body)
    assert answer.status_code == 400
    expected = ["stages.1.purpose", "stages.1.participants"] if fields is None else fields
    assert [error["field"] for error in answer.json()["errors"]] == expected


def test_a_template_that_could_tie_is_refused_with_the_name_of_the_other(officer):
    officer.post("@routes", PROCEDURES)
    answer = officer.post("@routes", {**PROCEDURES, "title": "Jeszcze raz"})
    (error,) = answer.json()["errors"]
    assert (answer.status_code, error["field"]) == (400, "kinds")
    assert "Procedury" in error["message"]


def test_what_is_not_there_is_not_found(officer):
    for method in ("GET", "PUT", "DELETE"):
        for path in ("@routes/nie-ma", "@routes/nie-ma/dalej"):
            assert officer.call(method, path, PROCEDURES).status_code == 404, (method, path)
    assert officer.post("@routes/nie-ma", PROCEDURES).status_code == 404
    assert officer.call("PUT", "@routes", PROCEDURES).status_code == 404


@pytest.mark.parametrize("login", ["autor", "sprawdzajacy", "administrator", None])
def test_others_neither_see_nor_change_templates(officer, client, login):
    officer.post("@routes", PROCEDURES)
    other = client(login)
    for method, path in (
        ("GET", "@routes"),
        ("GET", "@routes/procedury"),
        ("POST", "@routes"),
        ("PUT", "@routes/procedury"),
        ("DELETE", "@routes/procedury"),
    ):
        answer = other.call(method, path, PROCEDURES)
        assert answer.status_code in (401, 403), (method, path)
        assert "Procedury" not in answer.text
    assert len(officer.get("@routes").json()["items"]) == 1


@pytest.fixture
def edition(client, officer):
    """Address of the draft of a procedure of OR, for which there is a template."""
    assert officer.post("@routes", PROCEDURES).status_code == 201
    author = client("autor")
    document = author.post("dokumenty", {"@type": "Procedure", "title": "Obieg", "owner_unit": "OR"}).json()["@id"]
    address = author.operate(document, "open-revision").json()["object"]
    author.patch(address, {"change_description": "Pierwsze wydanie", "body": "<p>Treść</p>"})
    return address


def asked(route, stage):
    participants = route["stages"][stage]["participants"]
    return [(one["key"], (one["signed"] or {}).get("login"), one["waiting"]) for one in participants]


def test_the_route_of_an_edition_with_how_far_it_has_come(client, edition):
    author = client("autor")
    proposed = author.get(f"{edition}/@route").json()
    assert proposed["proposed"] is True
    assert proposed["template"] == {"id": "procedury", "title": "Procedury", "keeps_signatures": False}
    assert proposed["stages"][1] == {
        "id": "2",
        "purpose": "opinion",
        "rule": "all",
        "needed": 1,
        "in_sequence": False,
        "days": 5,
        "begun": None,
        "due": None,
        "silent": False,
        "participants": [
            {"key": "post:radca-prawny", "title": "Radca prawny", "signed": None, "waiting": False},
        ],
    }
    assert author.operate(edition, "submit").status_code == 200
    submitted = client("radca").get(f"{edition}/@route").json()
    assert (submitted["proposed"], submitted["template"]) == (False, proposed["template"])
    assert asked(submitted, 0) == [("post:naczelnik-or", None, True)]
    assert asked(submitted, 1) == [("post:radca-prawny", None, False)]
    assert client("sprawdzajacy").operate(edition, "review", password=PASSWORD).status_code == 200
    reviewed = author.get(f"{edition}/@route").json()
    assert asked(reviewed, 0) == [("post:naczelnik-or", "sprawdzajacy", False)]
    assert asked(reviewed, 1) == [("post:radca-prawny", None, True)]
    today = clock.today()
    assert reviewed["stages"][1]["begun"] == today.isoformat()
    assert reviewed["stages"][1]["due"] == (today + datetime.timedelta(days=5)).isoformat()
    assert reviewed["stages"][0]["participants"][0]["signed"]["post"] == "Naczelnik Wydziału Organizacyjnego"
    for login, operation in (("radca", "review"), ("zatwierdzajacy", "approve")):
        assert client(login).operate(edition, operation, password=PASSWORD).status_code == 200
    approved = author.get(f"{edition}/@route").json()
    assert not any(one["waiting"] for stage in approved["stages"] for one in stage["participants"])


def test_the_route_is_closed_to_those_who_may_not_see_the_edition(client, edition):
    for login in ("pracownik", "administrator", None):
        assert client(login).get(f"{edition}/@route").status_code in (401, 403), login


def test_the_short_form_is_a_route_of_people(client, office):
    author = client("autor")
    document = author.post("dokumenty", {"@type": "Procedure", "title": "Obieg", "owner_unit": "OR"}).json()["@id"]
    address = author.operate(document, "open-revision").json()["object"]
    author.patch(address, {"reviewers": ["sprawdzajacy"], "approvers": []})
    route = author.get(f"{address}/@route").json()
    assert route["template"] is None
    assert [(stage["purpose"], stage["needed"]) for stage in route["stages"]] == [("check", 1), ("approval", 0)]
    assert asked(route, 0) == [("person:sprawdzajacy", None, False)]


def test_people_are_refused_at_their_fields_where_a_template_sets_the_route(client, edition):
    answer = client("autor").patch(edition, {"approvers": ["zatwierdzajacy"]})
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert error["field"] == "approvers"
    assert "Procedury" in error["message"]
