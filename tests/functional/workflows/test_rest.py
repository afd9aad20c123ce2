"""The workflow manager over REST: reading, trying, adjusting, and every refusal."""

from czest.qms import clock
from czest.qms.operations import gate
from czest.qms.workflows.live import live_xml
from czest.qms.workflows.walking import WalkObjects
import datetime
import json
import pytest
from support.client import upload
import transaction


EDITION = "qms_edition_workflow"
ENTRIES = "qms_bulletin_entry_workflow"
TRAIL = "czest.qms: View trail"
GRANTS = {EDITION: {"in_review": {TRAIL: {"Reviewer": True}}}}


@pytest.fixture
def officer(client):
    return client("pelnomocnik")


def fields(answer):
    return [error["field"] for error in answer.json()["errors"]]


def test_workflows_are_read_by_those_who_may(portal, client, officer):
    listed = officer.get("@workflows").json()["items"]
    assert {one["id"]: one["types"] for one in listed}[EDITION] == ["Edition"]
    one = client("administrator").get(f"@workflows/{EDITION}").json()
    assert [state["id"] for state in one["definition"]["states"]][0] == "approved"
    (submit,) = [operation for operation in one["operations"]["Edition"] if operation["id"] == "submit"]
    assert submit["title"]
    cells = one["matrix"]["in_review"][TRAIL]
    assert cells["Reviewer"] == {"granted": False, "locked": None}
    assert cells["Auditor"]["granted"] and cells["Auditor"]["locked"]
    assert client("auditor").get(f"@workflows/{EDITION}/figures").json()["workflow"] == EDITION
    assert officer.get("@workflows/drift").json()["items"] == []
    for address in ("@workflows/simple", f"@workflows/{EDITION}/x", "@workflows/drift/x"):
        assert officer.get(address).status_code == 404
    assert [client(login).get("@workflows").status_code for login in ("autor", None)] == [401, 401]


def test_the_workflow_of_the_bulletin_is_read_too_and_nothing_of_it_is_adjusted(client, officer):
    listed = {one["id"]: one["types"] for one in officer.get("@workflows").json()["items"]}
    assert listed[ENTRIES] == ["BulletinEntry"]
    one = client("auditor").get(f"@workflows/{ENTRIES}").json()
    assert "published" in {state["id"] for state in one["definition"]["states"]}
    assert list(one["operations"]) == ["BulletinEntry"]
    cells = [cell for permissions in one["matrix"]["published"].values() for cell in permissions.values()]
    assert any(cell["granted"] for cell in cells)
    assert all(cell["locked"] for cell in cells)
    figures = officer.get(f"@workflows/{ENTRIES}/figures").json()
    assert (figures["workflow"], officer.get(f"@workflows/{ENTRIES}/x").status_code) == (ENTRIES, 404)


def test_adjusting_trying_and_taking_back(portal, office, officer):
    office.submitted(office.register())
    transaction.commit()
    changes = {"grants": GRANTS, "words": {"In review": {"pl": "W opiniowaniu"}}}
    tried = officer.post("@workflows/try", {"changes": changes}).json()
    assert (tried["objects"], tried["at_once"], tried["open_editions"]["in_review"]) == (1, True, 1)
    assert tried["rights"][0]["permissions"] == {TRAIL: {"taken_from": [], "given_to": ["Reviewer"]}}
    assert officer.get("@workflows/adjustments").json()["digest"] == tried["digest"]
    done = officer.operate("", "adjust-workflows", reason="Tak", changes=changes, expected_digest=tried["digest"])
    assert (done.status_code, done.json()["state"]) == (200, "settled")
    kept = officer.get("@workflows/adjustments").json()
    assert kept["current"]["grants"] == GRANTS
    assert [revision["reason"] for revision in kept["revisions"]] == ["Tak"]
    assert officer.get("@trail").json()["items"][-1]["operation"] == "adjust-workflows"
    assert officer.operate("", "undo-adjustment", number=1, reason="Nie").status_code == 200
    assert officer.get("@workflows/adjustments").json()["current"]["grants"] == {}


def test_of_two_officers_the_second_is_told(officer):
    seen = officer.get("@workflows/adjustments").json()["digest"]
    first = {"reason": "Tak", "changes": {"settings": {"remind_before": 4}}, "expected_digest": seen}
    assert officer.operate("", "adjust-workflows", **first).status_code == 200
    second = officer.operate("", "adjust-workflows", **{**first, "changes": {"settings": {"remind_before": 5}}})
    assert (second.status_code, fields(second)) == (409, ["expected_digest"])
    assert officer.get("@workflows/adjustments").json()["current"]["settings"] == {"remind_before": 4}


def test_what_is_wrong_is_named_by_its_field(officer):
    letter = {"subject": "Do sprawdzenia", "text": "${edition} ${address} ${pesel}"}
    changes = {
        "letters": {"check": {"pl": letter}, "publication_refused": {"en": {**letter, "text": "${address} ${reason}"}}},
        "grants": {EDITION: {"approved": {"Modify portal content": {"Manager": True}}}},
        "words": {"Draft": {"pl": "W sprawdzaniu" * 9}},
        "colours": {},
    }
    for answer in (
        officer.operate("", "adjust-workflows", reason="Tak", changes=changes),
        officer.post("@workflows/try", {"changes": changes}),
    ):
        assert answer.status_code == 400
        assert fields(answer) == [
            "colours",
            "words.Draft.pl",
            f"grants.{EDITION}.approved.Modify portal content.Manager",
            "letters.check.pl.text",
            "letters.publication_refused.en.text",
            "letters.publication_refused.en.text",
        ]
        for error, name in zip(answer.json()["errors"][3:], ("${pesel}", "${reason}", "${edition}"), strict=True):
            assert name in error["message"]
    assert fields(officer.operate("", "adjust-workflows", changes={"words": {}})) == ["reason"]
    assert fields(officer.operate("", "adjust-workflows", reason="Tak", changes=[])) == ["changes"]
    assert fields(officer.post("@workflows/try", {"changes": 5})) == ["changes"]
    assert officer.post("@workflows/other", {}).status_code == 404
    assert officer.get("@workflows/adjustments").json()["revisions"] == []


def test_characters_that_no_text_holds_are_named_by_their_field(officer):
    bad = "Do \ud800"
    changes = {
        "words": {"Draft": {"pl": bad}},
        "letters": {"check": {"pl": {"subject": bad, "text": "${edition} ${address}\x00"}}},
        "templates": {"t": {"title": bad}},
    }
    for answer in (
        officer.operate("", "adjust-workflows", reason="Tak", changes=changes),
        officer.post("@workflows/try", {"changes": changes}),
    ):
        assert answer.status_code == 400
        expected = ["words.Draft.pl", "letters.check.pl.subject", "letters.check.pl.text", "templates.t.title"]
        assert fields(answer) == expected
    for part in ("words", "optional_states", "grants", "settings", "letters", "templates"):
        answer = officer.post("@workflows/try", {"changes": {part: {bad: {"pl": "x"}}}})
        assert answer.status_code == 400, part


def test_only_the_officer_changes_anything(client):
    for login in ("autor", "administrator", "manager", "auditor"):
        body = {"reason": "Tak", "changes": {"settings": {"remind_before": 4}}}
        assert client(login).operate("", "adjust-workflows", **body).status_code == 403
        assert client(login).post("@workflows/try", {"changes": {}}).status_code == 401


def test_a_definition_that_opens_a_door_is_refused_by_name(portal, officer):
    xml = live_xml(EDITION)
    place = xml.index(b'name="Modify portal content"', xml.index(b'state_id="approved"'))
    end = xml.index(b">", place)
    assert xml[end - 1 : end + 1] != b"/>"
    opened = xml[: end + 1] + b"<permission-role>Manager</permission-role>" + xml[end + 1 :]
    file = upload("definition.xml", opened, "text/xml")
    answer = officer.operate("", "import-adjustments", reason="Z testu", file=file)
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert error["field"] == "states.approved.Modify portal content.Manager"
    assert (
        error["message"]
        == "The state Approved gives 'changing the content (permission)' to the Manager of Zope (role)."
    )


def test_an_export_goes_in_where_it_came_out(officer):
    decided = {**officer.get("@workflows/adjustments").json()["current"], "settings": {"remind_before": 6}}
    adjustments = {"format": "czest.qms.workflows", "version": 1, **decided}
    file = upload("adjustments.json", json.dumps(adjustments).encode(), "application/json")
    assert officer.operate("", "import-adjustments", reason="Z testu", file=file).status_code == 200
    assert officer.get("@workflows/adjustments").json()["current"]["settings"] == {"remind_before": 6}
    assert officer.operate("", "import-adjustments", reason="Drugi raz", file=file).status_code == 400


def test_the_site_lists_its_operations(officer, client):
    items = {one["id"]: one for one in officer.get("@operations").json()["items"]}
    assert items["adjust-workflows"]["allowed"]
    assert "changes" in items["adjust-workflows"]["schema"]["properties"]
    assert not items["return-to-recorded"]["schema"]["properties"].keys() - {"reason"}
    theirs = {one["id"]: one for one in client("autor").get("@operations").json()["items"]}
    assert not theirs["adjust-workflows"]["allowed"] and theirs["adjust-workflows"]["reason"]


def test_an_object_changed_by_hand_is_named_to_those_who_may_see_it_and_mended(portal, office, client, officer, browse):
    edition = office.submitted(office.register())
    with gate.opened("test"):
        edition.manage_permission("Modify portal content", ["Manager"], acquire=0)
    transaction.commit()
    with clock.stopped_at(datetime.datetime(2026, 11, 24, 7, tzinfo=datetime.UTC)):
        WalkObjects().run()
    transaction.begin()
    path = "/".join(edition.getPhysicalPath())
    message = f"The object {path} does not have the rights of its state In review: changing the content (permission)."
    place = f"objects.{EDITION}.{edition.UID()}.rights"
    assert officer.get("@workflows/drift").json()["items"] == [{"place": place, "message": message}]
    further = {"place": "objects", "message": "Further objects differ, which are not named here: 1."}
    assert client("administrator").get("@workflows/drift").json()["items"] == [further]
    reader = browse("administrator")
    reader.open(f"{portal.absolute_url()}/@@workflow-drift")
    assert reader.words(".qms-manager-differences li") == [further["message"]]
    assert officer.operate("", "return-to-recorded", reason="Ktoś zmienił w konsoli").status_code == 200
    assert officer.get("@workflows/drift").json()["items"] == []
    assert officer.get("@trail").json()["items"][-1]["operation"] == "return-to-recorded"
