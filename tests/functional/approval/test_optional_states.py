"""The optional states over real HTTP: by REST, and on the pages that people use."""

from czest.qms import clock
import datetime
import pytest
from support.optional_states import turn_on
import transaction


TODAY = clock.today()
UNTIL = TODAY + datetime.timedelta(days=7)


@pytest.fixture
def edition(office):
    turn_on("agreement")
    turn_on("formal_check")
    edition = office.draft(office.register())
    transaction.commit()
    return edition


def operations(client, login, edition):
    """Return ``{id: refusal or None}`` of what a person may do."""
    items = client(login).get(f"{edition.absolute_url()}/@operations").json()["items"]
    return {item["id"]: None if item["allowed"] else item["reason"] for item in items}


def tasks(client, login):
    return [(item["operation"], item["due"]) for item in client(login).get("@tasks").json()["items"]]


def test_an_agreement_by_rest(client, edition):
    url, author, clerk = edition.absolute_url(), client("autor"), client("pracownik")
    assert clerk.get(url).status_code == 401
    wrong = author.operate(url, "begin-agreement", asked=["unit:XX"], until=UNTIL.isoformat())
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (400, "asked")
    begun = author.operate(url, "begin-agreement", asked=["unit:OR"], until=UNTIL.isoformat(), expected_state="draft")
    assert (begun.status_code, begun.json()["state"]) == (200, "in_agreement")
    assert clerk.get(url).status_code == 200
    assert tasks(client, "pracownik") == [("answer-agreement", UNTIL.isoformat())]
    assert author.patch(url, {"title": "Inny"}).status_code == 409
    assert operations(client, "autor", edition)["begin-agreement"] is not None
    assert clerk.operate(url, "answer-agreement", answer="moze").status_code == 400
    assert clerk.operate(url, "answer-agreement", answer="agreed").status_code == 200
    assert client("radca").operate(url, "answer-agreement", answer="agreed").status_code == 409
    assert client("informatyk").operate(url, "answer-agreement", answer="agreed").status_code == 401
    assert tasks(client, "autor") == [("end-agreement", UNTIL.isoformat())]
    answer = author.operate(url, "submit")
    assert (answer.status_code, answer.json()["state"]) == (200, "in_review")
    assert answer.json()["trail_entry"]["details"]["answers"] == {"unit:OR": "agreed"}
    assert author.get(f"{edition.document.absolute_url()}/@trail/verify").json()["valid"]


def test_an_agreement_on_the_pages(browse, edition):
    author = browse("autor")
    author.open(edition.absolute_url())
    assert {"Ask for agreement…", "Ask for a formal check…"} <= set(author.words(".qms-strip a"))
    author.open(f"{edition.absolute_url()}/@@operation/begin-agreement")
    author.press("Ask for agreement")
    assert "until" in author.errors()
    author.getControl(name="form.widgets.asked:list").value = ["unit:OR", "post:informatyk"]
    author.getControl(name="form.widgets.until").value = UNTIL.isoformat()
    author.press("Ask for agreement")
    assert "Those named are asked for agreement." in author.contents
    author.open(edition.absolute_url())
    assert "0 of 2" in " ".join(author.words(".qms-step[aria-current]"))
    assert any("Wydział Organizacyjny" in person for person in author.words(".qms-person"))
    clerk = browse("pracownik")
    clerk.open(f"{edition.portal_url()}/@@tasks")
    assert clerk.page.cssselect(f"a[href='{edition.absolute_url()}/@@operation/answer-agreement']")
    clerk.open(f"{edition.absolute_url()}/@@operation/answer-agreement")
    clerk.getControl(name="form.widgets.answer").value = ["remarks"]
    clerk.press("Answer the request for agreement")
    author.open(edition.absolute_url())
    assert any("agreed with remarks" in person for person in author.words(".qms-person"))
    author.open(f"{edition.absolute_url()}/@@operation/end-agreement")
    assert "Informatyk" in " ".join(author.words("main"))
    author.press("End the agreement")
    clerk.open(edition.absolute_url())
    assert "Treść procedury" not in clerk.contents


def test_a_formal_check_by_rest(client, edition):
    url, author, officer = edition.absolute_url(), client("autor"), client("pelnomocnik")
    assert author.operate(url, "begin-formal-check").json()["state"] == "in_formal_check"
    assert tasks(client, "pelnomocnik") == [("end-formal-check", None)]
    assert author.operate(url, "end-formal-check").status_code == 403
    ended = officer.operate(url, "end-formal-check", reason="Brak rozdzielnika")
    assert (ended.json()["state"], ended.json()["trail_entry"]["reason"]) == ("draft", "Brak rozdzielnika")
    assert author.get(f"{edition.document.absolute_url()}/@trail/verify").json()["valid"]


def test_where_the_office_uses_no_optional_state_the_pages_are_as_before(office, client, browse):
    edition = office.draft(office.register())
    author = browse("autor")
    author.open(edition.absolute_url())
    assert not {"Ask for agreement…", "Ask for a formal check…"} & set(author.words(".qms-strip a"))
    refused = client("autor").operate(edition.absolute_url(), "begin-agreement", asked=["unit:OR"], until="2030-01-01")
    assert refused.status_code == 409
    assert "does not use the state" in refused.json()["message"]
