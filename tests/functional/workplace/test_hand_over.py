"""Handing over the tasks of a leaver through REST and on the page."""

import pytest
import transaction


@pytest.fixture
def edition(office):
    edition = office.submitted(office.register(), reviewers=["radca"])
    transaction.commit()
    return edition


BODY = {"from": "radca", "to": "sprawdzajacy", "reason": "Odejście z pracy"}


def test_a_preview_then_the_handing_over(client, edition):
    officer = client("pelnomocnik")
    seen = officer.post("@hand-over", {**BODY, "preview": True})
    assert (seen.status_code, seen.json()["done"]) == (200, 0)
    (item,) = seen.json()["items"]
    assert item == {"object": edition.absolute_url(), "stage": "1", "possible": True, "reason": None}
    assert client("sprawdzajacy").get("@tasks").json()["items_total"] == 0
    assert officer.post("@hand-over", BODY).json()["done"] == 1
    assert client("sprawdzajacy").get("@tasks").json()["items"][0]["object"] == edition.absolute_url()
    assert client("radca").get("@tasks").json()["items_total"] == 0


@pytest.mark.parametrize(
    ("change", "field"),
    [({"from": "nikt"}, "from"), ({"to": "radca"}, "to"), ({"reason": " "}, "reason"), ({"preview": "tak"}, "preview")],
)
def test_wrong_input_is_named_at_its_field(client, edition, change, field):
    answer = client("pelnomocnik").post("@hand-over", {**BODY, **change})
    assert (answer.status_code, [error["field"] for error in answer.json()["errors"]]) == (400, [field])


@pytest.mark.parametrize("login", ["autor", "radca", "manager", None])
def test_nobody_but_the_officer_hands_over(client, edition, login):
    assert client(login).post("@hand-over", BODY).status_code == (403 if login else 401)
    assert client(login).get("@@hand-over").status_code in (302, 401, 403, 404, 406)
