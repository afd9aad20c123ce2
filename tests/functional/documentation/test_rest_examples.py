"""The examples of docs/reference/rest.md are what the site answers."""

from czest.qms import clock
from czest.qms.approval.identity.confirming import sealed_proof
from czest.qms.approval.identity.settings import PREFIX
from czest.qms.approval.rules import proofs
from czest.qms.publication.rules.checklist import QUESTIONS
from plone import api
import pytest
from support.bulletin_desk import EDITORS
from support.client import upload
from support.examples import FOLDER
from support.examples import Recorder
from support.people import PASSWORD
from support.routes import PROCEDURES
import transaction


TODAY = clock.today().isoformat()
PROCEDURE = {"@type": "Procedure", "title": "Obieg korespondencji", "owner_unit": "PJ"}
DRAFT = {
    "body": "<h2>1. Cel</h2><p>Pisma trafiają do właściwych osób w dniu wpływu.</p>",
    "change_description": "Pierwsze wydanie",
    "reviewers": ["sprawdzajacy"],
    "approvers": ["zatwierdzajacy"],
}
TAKE_OVER = {
    "type": "Instruction",
    "symbol": "I-OR-01",
    "title": "Archiwizacja dokumentów",
    "owner_unit": "OR",
    "number": "3",
    "effective_from": "2024-03-01",
    "legal_act": "Zarządzenie nr 12/2024",
    "prepared_by": "Główny specjalista ds. SZJ",
    "checked_by": "Naczelnik Wydziału Organizacyjnego",
    "approved_by": "Sekretarz Miasta",
    "body": "<h2>1. Cel</h2><p>Akta trafiają do archiwum.</p>",
}


@pytest.fixture
def keep(portal):
    return Recorder(portal.absolute_url(), (PASSWORD,)).keep


def start(client):
    """Register a document, write its first edition, and return the addresses of both."""
    document = client("autor").post("dokumenty", PROCEDURE).json()["@id"]
    edition = client("autor").operate(document, "open-revision").json()["object"]
    assert client("autor").patch(edition, DRAFT).status_code == 200
    return document, edition


def test_life_of_an_edition(client, keep):
    author, officer = client("autor"), client("pelnomocnik")
    key = {"Idempotency-Key": "0b6f3c1e"}
    registered = keep("register", author.post("dokumenty", PROCEDURE, headers=key))
    assert registered.status_code == 201
    document = registered.json()["@id"]
    edition = keep("open-revision", author.operate(document, "open-revision", **{"from": "template"})).json()["object"]
    digest = author.get(edition).json()["digest"]
    saved = keep("save", author.patch(edition, DRAFT, headers={"If-Match": f'"{digest}"'}))
    assert saved.status_code == 200
    assert keep("submit", author.operate(edition, "submit", expected_state="draft")).status_code == 200
    assert keep("review", client("sprawdzajacy").operate(edition, "review", password=PASSWORD)).status_code == 200
    values = {"password": PASSWORD, "effective_from": TODAY, "comment": "Bez uwag"}
    assert keep("approve", client("zatwierdzajacy").operate(edition, "approve", **values)).status_code == 200
    assert keep("release", officer.operate(edition, "release")).status_code == 200
    keep("editions", client("pracownik").get(f"{document}/@editions"))
    keep("trail", officer.get(f"{document}/@trail"))
    assert keep("trail-verify", officer.get(f"{document}/@trail/verify")).json()["valid"]
    keep("registry", client("pracownik").get("@register?query=pisma&scope=in-force&sort=symbol"))
    amended = officer.operate(document, "amend-control-data", reason="Zmiana wykazu akt", review_interval=24)
    assert keep("amend-control-data", amended).status_code == 200
    withdrawn = officer.operate(document, "withdraw", reason="Zadanie przejął inny urząd")
    assert keep("withdraw", withdrawn).json()["state"] == "withdrawn"


def test_ways_back(client, keep):
    author, reviewer, officer = client("autor"), client("sprawdzajacy"), client("pelnomocnik")
    document, edition = start(client)

    def submit():
        assert author.operate(edition, "submit").status_code == 200

    submit()
    assert keep("retract", author.operate(edition, "retract")).json()["state"] == "draft"
    submit()
    reason = "Brak terminu załatwienia sprawy"
    assert keep("return", reviewer.operate(edition, "return", reason=reason)).json()["state"] == "draft"
    submit()
    assert reviewer.operate(edition, "review", password=PASSWORD).status_code == 200
    assert client("zatwierdzajacy").operate(edition, "approve", password=PASSWORD).status_code == 200
    revoked = officer.operate(edition, "revoke-approval", reason="Zmiana przepisów przed dniem wejścia w życie")
    assert keep("revoke-approval", revoked).json()["state"] == "draft"
    discarded = author.operate(edition, "discard", reason="Zadanie przejął inny urząd")
    assert keep("discard", discarded).json()["object"] == document


def test_take_over(client, keep):
    answer = keep("take-over", client("pelnomocnik").operate("dokumenty", "take-over", **TAKE_OVER))
    assert answer.status_code == 200, answer.text


def test_signed_outside(client, keep):
    _document, edition = start(client)
    assert client("autor").operate(edition, "submit").status_code == 200
    assert client("sprawdzajacy").operate(edition, "review", password=PASSWORD).status_code == 200
    scan = upload("karta-podpisow.txt", b"Zatwierdzam", "text/plain")
    values = {"signed_file": scan, "signature_kind": "handwritten"}
    attached = keep("attach-signed-file", client("zatwierdzajacy").operate(edition, "attach-signed-file", **values))
    assert attached.status_code == 200
    found = keep("outside-signatures", client("pelnomocnik").get(f"{edition}/@outside-signatures"))
    assert found.json()["items"][0]["verdict"] == "scan"


def test_what_can_be_done(client, keep):
    _document, edition = start(client)
    keep("workflow", client("autor").get(f"{edition}/@workflow"))
    listed = client("autor").get(f"{edition}/@operations")
    assert listed.status_code == 200
    keep("workflow-submit", client("autor").post(f"{edition}/@workflow/submit", {}))
    # After the submission the list shows both what is possible and why the rest is not.
    keep("operations", client("sprawdzajacy").get(f"{edition}/@operations"))


def test_routes(client, keep):
    assert keep("routes", client("pelnomocnik").post("@routes", PROCEDURES)).status_code == 201
    author = client("autor")
    document = author.post("dokumenty", PROCEDURE).json()["@id"]
    edition = author.operate(document, "open-revision").json()["object"]
    author.patch(edition, {"change_description": "Pierwsze wydanie"})
    assert author.operate(edition, "submit").status_code == 200
    assert client("sprawdzajacy").operate(edition, "review", password=PASSWORD).status_code == 200
    assert keep("route", author.get(f"{edition}/@route")).status_code == 200


def test_a_route_on_its_way(client, keep):
    _document, edition = start(client)
    officer = client("pelnomocnik")
    assert client("autor").operate(edition, "submit").status_code == 200
    assert keep("tasks", client("sprawdzajacy").get("@tasks")).json()["items_total"] == 1
    values = {"stage": "1", "from": "sprawdzajacy", "to": "radca", "reason": "Urlop do końca miesiąca"}
    assert keep("reassign", officer.operate(edition, "reassign", **values)).status_code == 200
    more = {"stage": "1", "who": "post:naczelnik-or", "reason": "Dotyczy obiegu korespondencji w wydziale"}
    assert keep("ask-also", officer.operate(edition, "ask-also", **more)).status_code == 200
    assert client("radca").operate(edition, "review", password=PASSWORD).status_code == 200
    assert client("sprawdzajacy").operate(edition, "review", password=PASSWORD).json()["state"] == "pending_approval"
    rewound = officer.operate(edition, "rewind", stage="1", reason="Zmiana przepisów w trakcie uzgodnień")
    assert keep("rewind", rewound).json()["state"] == "in_review"
    handed = {"from": "radca", "to": "sprawdzajacy", "reason": "Odejście z pracy"}
    assert keep("hand-over-preview", officer.post("@hand-over", {**handed, "preview": True})).json()["done"] == 0
    assert keep("hand-over", officer.post("@hand-over", handed)).json()["done"] == 1


def test_refusals(client, keep):
    _document, edition = start(client)
    author = client("autor")
    bad = author.post("dokumenty", {**PROCEDURE, "title": "", "owner_unit": "XX"})
    assert keep("refused-400", bad).status_code == 400
    assert keep("refused-401", client(None).operate(edition, "submit")).status_code == 401
    assert keep("refused-403", author.post("dokumenty", {**PROCEDURE, "openness": "bip"})).status_code == 403
    assert keep("refused-404", author.operate(edition, "copy")).status_code == 404
    assert keep("refused-409-state", author.operate(edition, "retract")).status_code == 409
    stale = author.patch(edition, {"title": "Obieg pism"}, headers={"If-Match": f'"{"0" * 64}"'})
    assert keep("refused-409-digest", stale).status_code == 409
    assert author.operate(edition, "submit").status_code == 200
    wrong = client("sprawdzajacy").operate(edition, "review", password="zgaduję")
    assert keep("refused-400-password", wrong).status_code == 400


def test_identity_confirmed_at_a_provider(portal, client):
    transaction.begin()
    for name, value in {"issuer": "https://login.urzad.example", "used_for_signing": True}.items():
        api.portal.set_registry_record(f"{PREFIX}.{name}", value)
    transaction.commit()
    _document, address = start(client)
    assert client("autor").operate(address, "submit").status_code == 200
    transaction.begin()
    edition = portal.unrestrictedTraverse(address.removeprefix(f"{portal.absolute_url()}/"))
    target = proofs.target("review", edition.UID(), edition.digest)
    good, of_another = (sealed_proof(login, "n", [target]) for login in ("sprawdzajacy", "radca"))
    keep = Recorder(portal.absolute_url(), (good, of_another)).keep
    refused = client("sprawdzajacy").operate(address, "review", identity_proof=of_another)
    assert keep("refused-400-identity", refused).status_code == 400
    signed = client("sprawdzajacy").operate(address, "review", identity_proof=good)
    assert keep("review-identity", signed).status_code == 200


def test_deputies(client, keep):
    person, officer = client("radca"), client("pelnomocnik")
    body = {
        "person": "radca",
        "deputy": "autor2",
        "from": TODAY,
        "until": TODAY,
        "mandate": "upoważnienie nr OR.077.3.2026",
        "kinds": ["Procedure"],
    }
    appointed = keep("deputies-appoint", person.post("@deputies", body))
    assert appointed.status_code == 201
    assert keep("deputies", client("autor2").get("@deputies")).json()["items_total"] == 1
    himself = officer.post("@deputies", {**body, "deputy": "pelnomocnik"})
    assert keep("deputies-refused-403", himself).status_code == 403
    assert keep("deputies-end", person.call("DELETE", appointed.json()["@id"])).status_code == 204


def test_a_legal_act(client, keep):
    officer = client("pelnomocnik")
    signed = upload("k.14.2024.txt", "Zarządzenie nr k.14.2024".encode(), "text/plain")
    values = {"number": "k.14.2024", "title": "Wprowadzenie procedury", "date": TODAY, "signed_file": signed}
    act = keep("record-act", officer.operate("akty", "record-act", **values)).json()["object"]
    _document, edition = start(client)
    refused = officer.operate(act, "enact", editions=[edition])
    assert keep("refused-409-enact", refused).status_code == 409
    client("autor").operate(edition, "submit")
    client("sprawdzajacy").operate(edition, "review", password=PASSWORD)
    assert client("zatwierdzajacy").operate(edition, "approve", password=PASSWORD).status_code == 200
    assert keep("enact", officer.operate(act, "enact", editions=[edition])).status_code == 200
    assert keep("legal-act", client("pracownik").get(act)).status_code == 200


def test_a_publication(client, bulletin, keep):
    _document, edition = start(client)
    client("autor").operate(edition, "submit")
    client("sprawdzajacy").operate(edition, "review", password=PASSWORD)
    client("zatwierdzajacy").operate(edition, "approve", password=PASSWORD)
    client("pelnomocnik").operate(edition, "release")
    asked = {
        "produced_on": TODAY,
        "responsible_name": "Anna Przykładowa",
        "responsible_post": "Główny specjalista ds. SZJ",
        "summary": "Jak urząd przyjmuje i rozdziela pisma.",
        "bip_until": f"{clock.today().year + 5}-12-31",
    }
    assert keep("request-publication", client("autor").operate(edition, "request-publication", **asked)).ok
    editor = client("redaktor-bip")
    assert keep("publications", editor.get("@publications")).json()["items_total"] == 1
    checklist = dict.fromkeys(QUESTIONS, False)
    refused = editor.operate(edition, "publish", password=PASSWORD, checklist={**checklist, "whistleblowers": True})
    assert keep("refused-400-publish", refused).status_code == 400
    assert keep("publish", editor.operate(edition, "publish", password=PASSWORD, checklist=checklist)).ok
    assert keep("publication", client("autor").get(f"{edition}/@publication")).json()["entry"]
    assert keep("unpublish", editor.operate(edition, "unpublish", reason="Opublikowano omyłkowo.")).ok


def test_pages_of_the_bulletin(client, keep, bulletin):
    editor = client("redaktor-bip")
    assert keep("bulletin-pages", editor.get("@bulletin-pages")).ok
    body = {"facts": EDITORS, "what": "Podano dane redakcji.", "expected_version": 1}
    assert keep("bulletin-page-change", editor.patch("@bulletin-pages/redakcja", body)).json()["version"] == 2
    assert keep("bulletin-page", editor.get("@bulletin-pages/instrukcja")).ok


def test_a_key_used_twice(client, keep):
    key = {"Idempotency-Key": "0b6f3c1e"}
    assert client("autor").post("dokumenty", PROCEDURE, headers=key).status_code == 201
    other = client("autor").post("dokumenty", {**PROCEDURE, "title": "Obieg pism"}, headers=key)
    assert keep("refused-409-key", other).status_code == 409


def test_the_reference_shows_every_example_and_no_other():
    reference = (FOLDER.parent / "rest.md").read_text(encoding="utf-8")
    for path in sorted(FOLDER.glob("*.http")):
        assert f"examples/{path.name}" in reference, path.name
