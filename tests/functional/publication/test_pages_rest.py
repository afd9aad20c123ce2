"""``@bulletin-pages`` over REST."""

from support.bulletin_desk import EDITORS
from support.bulletin_desk import ledger
from support.bulletin_desk import public_page


PAGE = "@bulletin-pages/redakcja"


def test_pages_are_listed_and_read(client, bulletin):
    items = client("redaktor-bip").get("@bulletin-pages").json()["items"]
    assert [item["id"] for item in items] == ledger().pages.ids()
    assert {item["id"] for item in items if not item["complete"]} == {"redakcja", "deklaracja-dostepnosci"}
    page = client("redaktor-bip").get("@bulletin-pages/instrukcja").json()
    assert (page["version"], page["changed_by"], page["versions"][0]["by"]) == (1, None, None)
    assert page["body"].startswith("<h2>Szukanie</h2>")
    assert page["public"].endswith("/bip/strony/instrukcja")
    assert client("redaktor-bip").get("@bulletin-pages/x").status_code == 404
    assert client("redaktor-bip").get("@bulletin-pages/instrukcja/x").status_code == 404


def test_a_page_is_changed(client, bulletin):
    body = {"facts": EDITORS, "what": "Dane redakcji.", "expected_version": 1}
    answer = client("redaktor-bip").patch(PAGE, body)
    assert answer.status_code == 200, answer.text
    assert (answer.json()["version"], answer.json()["complete"]) == (2, True)
    shown = bulletin.look(public_page("redakcja"))
    assert shown["facts"]["name"] == "Redaktor BIP, Jan Próbny"
    assert shown["body"] == ledger().pages.versions("redakcja")[0].draft.body
    again = client("redaktor-bip").patch(PAGE, {**body, "body": "<p>x</p>"})
    assert again.status_code == 409
    assert bulletin.look(public_page("redakcja")) == shown


def test_a_repeated_request_is_done_once(client, bulletin):
    for _attempt in range(2):
        answer = client("redaktor-bip").patch(
            PAGE, {"facts": EDITORS, "what": "Dane."}, headers={"Idempotency-Key": "5f1a"}
        )
        assert answer.json()["version"] == 2
    assert ledger().pages.newest("redakcja").number == 2


def test_what_is_wrong_is_named(client, bulletin):
    wrong = {"title": 5, "facts": {"email": ["x"], "login": "x"}, "expected_version": "1", "state": "x"}
    answer = client("redaktor-bip").patch(PAGE, wrong)
    assert answer.status_code == 400
    named = {error["field"] for error in answer.json()["errors"]}
    assert named == {"title", "email", "login", "expected_version", "state"}
    for facts in ("x", None, []):
        assert client("redaktor-bip").patch(PAGE, {"facts": facts}).status_code == 400
    answer = client("redaktor-bip").patch(PAGE, {"facts": {**EDITORS, "email": "bip"}})
    assert {error["field"] for error in answer.json()["errors"]} == {"email", "what"}
    assert client("redaktor-bip").call("PATCH", PAGE, data=b"{").status_code == 400
    assert client("redaktor-bip").patch("@bulletin-pages/x", {"what": "x"}).status_code == 404
    assert client("redaktor-bip").patch("@bulletin-pages", {"what": "x"}).status_code == 404
    assert ledger().pages.newest("redakcja").number == 1
