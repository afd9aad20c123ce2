"""The documented calls lead a procedure from nothing to superseded, over real HTTP."""

from czest.qms import clock
from czest.qms.organisation.interfaces import IDirectory
import datetime
import io
import pikepdf
from plone import api
import pytest
from support.client import upload
from support.people import PASSWORD
import transaction
from zope.component import getUtility


TODAY = clock.today().isoformat()


@pytest.fixture
def registered(client):
    answer = client("autor").post(
        "dokumenty", {"@type": "Procedure", "title": "Obieg korespondencji", "owner_unit": "PJ"}
    )
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.fixture
def draft(client, registered):
    author = client("autor")
    edition = author.operate(registered["@id"], "open-revision", **{"from": "template"}).json()["object"]
    answer = author.patch(
        edition,
        {
            "body": "<h2>1. Cel</h2><p>Zażółć gęślą jaźń.</p>",
            "change_description": "Pierwsze wydanie",
            "reviewers": ["sprawdzajacy"],
            "approvers": ["zatwierdzajacy"],
        },
    )
    assert answer.status_code == 200, answer.text
    return edition


def test_registration_answers_with_symbol_and_address(registered):
    assert registered["symbol"] == "P-PJ-01"
    assert registered["@id"].endswith("/dokumenty/P-PJ-01")
    assert registered["state"] == "draft"
    assert registered["trail_entry"]["operation"] == "register"


def test_attachments_are_read_back(client, draft):
    sent = client("autor").patch(draft, {"attachments": [upload("lista.txt", b"Lista", "text/plain")]})
    assert sent.status_code == 200, sent.text
    answer = client("autor").get(draft)
    assert answer.status_code == 200, answer.text
    (file,) = answer.json()["attachments"]
    assert (file["filename"], file["content-type"], file["size"]) == ("lista.txt", "text/plain", 5)
    assert len(file["sha256"]) == 64


def test_from_draft_to_in_force_and_superseded(client, registered, draft):
    author, reviewer, approver = client("autor"), client("sprawdzajacy"), client("zatwierdzajacy")
    assert author.operate(draft, "submit").json()["state"] == "in_review"
    assert reviewer.operate(draft, "review", password=PASSWORD).json()["state"] == "pending_approval"
    answer = approver.operate(draft, "approve", password=PASSWORD, effective_from=TODAY)
    assert answer.json()["state"] == "approved", answer.text
    assert client("pelnomocnik").operate(draft, "release").json()["state"] == "in_force"
    (item,) = client("pracownik").get(f"{registered['@id']}/@editions").json()["items"]
    assert item["state"] == "in_force"
    assert item["in_force_from"] == TODAY
    assert [signature["login"] for signature in item["signatures"]] == ["sprawdzajacy", "zatwierdzajacy"]
    assert {signature["digest"] for signature in item["signatures"]} == {item["digest"]}
    assert client("pracownik").get(registered["@id"]).json()["title"] == "Obieg korespondencji"


def test_operations_are_listed_with_reasons_and_schemas(client, draft):
    answer = client("autor").get(f"{draft}/@operations")
    assert answer.status_code == 200, answer.text
    items = {item["id"]: item for item in answer.json()["items"]}
    assert {"save", "submit", "retract", "return", "review", "approve", "revoke-approval", "release", "discard"} <= set(
        items
    )
    assert items["submit"]["allowed"]
    assert not items["approve"]["allowed"]
    assert items["approve"]["reason"]
    assert items["approve"]["expected_state"] == "draft"
    assert items["approve"]["schema"]["required"] == ["password"]
    assert items["discard"]["schema"]["properties"]["reason"]["type"] == "string"


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"title": 5}, "title"),
        ({"owner_unit": "XX"}, "owner_unit"),
        ({"jrwa_class": "abc"}, "jrwa_class"),
        ({"archival_category": "C3"}, "archival_category"),
        ({"title": ""}, "title"),
        ({"nonsense": 1}, "nonsense"),
        ({"review_interval": "wiele"}, "review_interval"),
        ({"@type": "Document"}, "@type"),
        ({"distribution": ["XX"]}, "distribution"),
        ({"related_documents": ["PS-99"]}, "related_documents"),
    ],
)
def test_bad_registration_names_the_field(client, body, field):
    values = {"@type": "Procedure", "title": "Tytuł", "owner_unit": "PJ", **body}
    answer = client("autor").post("dokumenty", values)
    assert answer.status_code == 400, answer.text
    assert field in [error["field"] for error in answer.json()["errors"]]
    assert client("pelnomocnik").get("dokumenty").json()["items_total"] == 0


def test_bip_1_an_author_does_not_decide_openness(client, draft):
    values = {"@type": "Procedure", "title": "Tytuł", "owner_unit": "PJ", "openness": "bip"}
    for answer in (client("autor").post("dokumenty", values), client("autor").patch(draft, {"openness": "bip"})):
        assert answer.status_code == 403
        assert answer.json()["message"]


@pytest.mark.parametrize("body", [b"{", b"[]", b'"x"', b"\xff"])
def test_broken_json_is_a_bad_request(client, body):
    answer = client("autor").call("POST", "dokumenty", data=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["message"]


def empty_pdf():
    document, content = pikepdf.new(), io.BytesIO()
    document.add_blank_page()
    document.save(content)
    return content.getvalue()


def test_warnings_about_files_are_in_the_answer(client, registered):
    author = client("autor")
    scan = upload("skan.pdf", empty_pdf(), "application/pdf")
    opened = author.operate(registered["@id"], "open-revision", source_file=scan).json()
    (warning,) = opened["warnings"]
    assert warning.startswith("skan.pdf: The file has no text")
    marked = [upload(f"{name}.txt", "ZASTRZEŻONE\n\nTreść".encode(), "text/plain") for name in ("a", "b")]
    saved = author.patch(opened["object"], {"source_file": marked[0], "attachments": marked}).json()
    assert [warning.partition(":")[0] for warning in saved["warnings"]] == ["a.txt", "a.txt", "b.txt"]
    again = author.patch(opened["object"], {"title": "Inny tytuł", "attachments": marked}).json()
    assert again["warnings"] == []
    taken = client("pelnomocnik").operate(
        "dokumenty",
        "take-over",
        type="Procedure",
        symbol="PS-04",
        title="Niezgodności",
        owner_unit="PJ",
        number="4",
        effective_from="2024-07-01",
        source_file=marked[0],
    )
    assert len(taken.json()["warnings"]) == 1, taken.text


def test_wrong_state_unknown_operation_and_wrong_person(client, draft):
    assert client("autor").operate(draft, "retract").status_code == 409
    assert client("autor").operate(draft, "nonsense").status_code == 404
    assert client("pelnomocnik").operate(draft, "approve", password="x").status_code == 403
    assert client("pracownik").operate(draft, "submit").status_code in (401, 403)
    assert client(None).operate(draft, "submit").status_code == 401


def test_wrong_password_is_a_field_error(client, draft):
    client("autor").operate(draft, "submit")
    answer = client("sprawdzajacy").operate(draft, "review", password="zgaduję")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "password"


def test_if_match_protects_the_work_of_others(client, draft):
    author = client("autor")
    seen = author.get(draft).json()["digest"]
    assert author.patch(draft, {"title": "A"}, headers={"If-Match": f'"{seen}"'}).status_code == 200
    answer = author.patch(draft, {"title": "B"}, headers={"If-Match": f'"{seen}"'})
    assert answer.status_code == 409
    assert author.get(draft).json()["title"] == "A"


def test_expected_state_is_checked(client, draft):
    answer = client("autor").operate(draft, "submit", expected_state="in_review")
    assert answer.status_code == 409


def test_the_same_key_has_one_effect(client):
    headers = {"Idempotency-Key": "abc"}
    body = {"@type": "Procedure", "title": "Tytuł", "owner_unit": "PJ"}
    first = client("autor").post("dokumenty", body, headers=headers)
    again = client("autor").post("dokumenty", body, headers=headers)
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert client("autor").get("dokumenty").json()["items_total"] == 1
    other = client("autor").post("dokumenty", {**body, "title": "Inny"}, headers=headers)
    assert other.status_code == 409
    assert client("autor2").post("dokumenty", body, headers=headers).json()["symbol"] == "P-PJ-02"


def same(first, again):
    """Tell whether two answers are one to a client."""
    return all(getattr(first, part) == getattr(again, part) for part in ("status_code", "content")) and all(
        first.headers.get(name) == again.headers.get(name) for name in ("Location", "ETag", "Content-Type")
    )


def test_a_repeated_request_is_answered_as_the_first(client):
    author = client("autor")
    key = {"Idempotency-Key": "abc"}
    body = {"@type": "Procedure", "title": "Tytuł", "owner_unit": "PJ"}
    registered = author.post("dokumenty", body, headers=key)
    assert registered.headers["Location"] == registered.json()["@id"]
    assert same(registered, author.post("dokumenty", body, headers=key))
    edition = author.operate(registered.json()["@id"], "open-revision").json()["object"]
    other = {"Idempotency-Key": "def"}
    saved = author.patch(edition, {"title": "Inny"}, headers=other)
    assert saved.headers["ETag"]
    assert same(saved, author.patch(edition, {"title": "Inny"}, headers=other))


def test_the_answer_of_what_is_gone_is_repeated(client, registered):
    author = client("autor")
    address = f"{registered['@id']}/@operations/open-revision"
    opened = author.post(address, {}, headers={"Idempotency-Key": "abc"})
    assert author.operate(opened.json()["object"], "discard", reason="Pomyłka").status_code == 200
    assert same(opened, author.post(address, {}, headers={"Idempotency-Key": "abc"}))


def test_who_may_no_longer_see_the_object_gets_no_stored_answer(client, office):
    officer, key = client("pelnomocnik"), {"Idempotency-Key": "abc"}
    body = {"@type": "Procedure", "title": "Tytuł", "owner_unit": "OR"}
    address = officer.post("dokumenty", body, headers=key).json()["@id"]
    assert client("autor2").operate(address, "open-revision").status_code == 200
    directory = getUtility(IDirectory)
    (tenure,) = directory.organisation().tenures_of_post("pelnomocnik")
    directory.end_tenure(tenure.id, clock.today() - datetime.timedelta(days=1))
    transaction.commit()
    assert officer.get(address).status_code in (401, 403)
    again = officer.post("dokumenty", body, headers=key)
    assert again.status_code in (401, 403)
    assert "P-OR-01" not in again.text


def test_files_are_screened(client, draft):
    author = client("autor")
    for bad in (
        upload("program.exe", b"MZ", "application/octet-stream"),
        upload("udaje.pdf", b"not a pdf", "application/pdf"),
    ):
        answer = author.patch(draft, {"source_file": bad})
        assert answer.status_code == 400, answer.text
        assert answer.json()["errors"][0]["field"] == "source_file"
    good = upload("druk.txt", "Treść".encode(), "text/plain")
    assert author.patch(draft, {"attachments": [good]}).status_code == 200


def test_workflow_lists_and_performs_operations(client, draft):
    transitions = client("autor").get(f"{draft}/@workflow").json()["transitions"]
    assert f"{draft}/@workflow/submit" in [transition["@id"] for transition in transitions]
    answer = client("autor").post(f"{draft}/@workflow/submit", {})
    assert answer.json()["state"] == "in_review"


def test_workflow_calls_the_state_as_the_pages_do(client, registered, draft):
    api.portal.set_registry_record("plone.default_language", "pl")
    api.portal.set_registry_record("plone.available_languages", ["pl"])
    transaction.commit()
    officer = client("pelnomocnik")
    for address, state in {
        draft: {"id": "draft", "title": "Projekt"},
        registered["@id"]: {"id": "draft", "title": "Projekt"},
        "dokumenty": {"id": "open", "title": "Otwarty"},
    }.items():
        assert officer.get(f"{address}/@workflow").json()["state"] == state
    assert client("autor").operate(draft, "submit").status_code == 200
    assert officer.get(f"{draft}/@workflow").json()["state"] == {"id": "in_review", "title": "W sprawdzeniu"}
    moved = client("sprawdzajacy").operate(draft, "review", password=PASSWORD, expected_state="draft")
    assert moved.json()["message"] == "Nie wykonano: stan zmienił się w tym czasie na: W sprawdzeniu."


def test_trail_tells_the_life(client, registered, draft):
    trail = client("pelnomocnik").get(f"{registered['@id']}/@trail").json()
    assert [item["operation"] for item in trail["items"]] == ["register", "open-revision", "save"]
    verdict = client("pelnomocnik").get(f"{registered['@id']}/@trail/verify").json()
    assert verdict["valid"]
    assert verdict["entries"] == 3
    assert verdict["first_broken"] is None
    assert client("pracownik").get(f"{draft}/@trail").status_code in (401, 403)


def test_staff_see_nothing_of_a_draft(client, registered, draft):
    staff = client("pracownik")
    assert staff.get(registered["@id"]).status_code in (401, 403, 404)
    assert staff.get(draft).status_code in (401, 403, 404)
    assert staff.get("@search?SearchableText=korespondencji").json()["items_total"] == 0
    assert staff.get("dokumenty").json()["items_total"] == 0
